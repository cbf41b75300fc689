// The first module of the window: it asks what its first page will.
import { askAhead } from './ahead';

// The name of the page stands in the address; the window opens without one, at the page of the day.
if (location.hash === '') askAhead(['dossier', 'today']);
