// The first module of the window: it asks what its first page will.
import { askAhead } from './ahead';
import { firstPage } from './commands';
import type { FirstPage } from './generated/wire';

/** What the components of the first page ask by themselves, each with what of the one answer is its own. */
export const FIRST = {
  dossier: (page) => page?.dossier ?? null,
  today: (page) => page?.today,
  saved_views: (page) => page?.savedViews,
} satisfies Record<string, (page: FirstPage | null) => unknown>;

// What is set before its typeface is there is set twice, and measured by another one in between. Those of every first page
// are made ready while its answer is on the way, those of other scripts as soon as the answer shows them.
const FACES = [
  '400 1em "IBM Plex Sans"',
  '500 1em "IBM Plex Sans"',
  '600 1em "IBM Plex Sans"',
  '500 1em "IBM Plex Serif"',
];
const DEVANAGARI = ['400', '500', '600'].map((weight) => `${weight} 1em "IBM Plex Sans Devanagari"`);

async function ready(faces: readonly string[], letter: string): Promise<void> {
  // A face that does not come is replaced by the engine as it is elsewhere.
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, letter)));
}

async function made(): Promise<FirstPage | null> {
  const always = ready(FACES, 'a');
  const page = await firstPage();
  await always;
  // These are there by the time the page has been made of the answer.
  if (/\p{Script=Devanagari}/u.test(JSON.stringify(page))) void ready(DEVANAGARI, 'क');
  return page;
}

// The name of the page stands in the address; the window opens without one, at the page of the day.
if (location.hash === '') askAhead(made(), FIRST);
