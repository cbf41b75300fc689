// Start-up of the window: what the first page asks, style sheets, then the one component that holds everything.
import './lib/bridge/first';
import { mount } from 'svelte';
import './lib/style/fonts.css';
import './lib/style/tokens.css';
import './lib/style/base.css';
import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app element to stand in.');

export default mount(App, { target });
