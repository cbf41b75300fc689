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

// What is set before its typeface is there is set twice, and measured by another one in between.
const FACES = [
  '400 1em "IBM Plex Sans"',
  '500 1em "IBM Plex Sans"',
  '600 1em "IBM Plex Sans"',
  '500 1em "IBM Plex Serif"',
];
const BEHIND = ['400', '500', '600'].map((weight) => `${weight} 1em "IBM Plex Sans Devanagari"`);
// Letters beyond those that every page has.
const FURTHER = /[^ -\u00ff\u2000-\u206f]/g;

/** Waits for those of the typefaces that have these letters. Where one does not come, the engine does as it does elsewhere. */
async function ready(faces: readonly string[], letters: string): Promise<void> {
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, letters)));
}

async function made(): Promise<FirstPage | null> {
  const always = ready(FACES, 'a');
  const page = await firstPage();
  const further = new Set(JSON.stringify(page).match(FURTHER));
  await always;
  if (further.size > 0) await ready([...FACES, ...BEHIND], [...further].join(''));
  return page;
}

// The name of the page stands in the address; the window opens without one, at the page of the day.
if (location.hash === '') askAhead(made(), FIRST);
