// Start-up of the window: style sheets, then the one component that holds everything. Nothing is loaded here.
import { mount } from 'svelte';
import './lib/style/fonts.css';
import './lib/style/tokens.css';
import './lib/style/base.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app element to stand in.');

export default mount(App, { target });
