// The keys of the workbench: which act each of them stands for, and when. What an act does is the caller's business.
import type { Shortcut } from '$lib/widget/shortcut.svelte';

export interface KeyActs {
  move: (by: 1 | -1) => void;
  moveAll: (by: 1 | -1) => void;
  accept: () => void;
  acceptFirm: () => void;
  whole: () => void;
  merge: () => void;
  split: (ask: boolean) => void;
  moveCut: (by: 1 | -1, clause: boolean) => void;
  splitHere: () => void;
  stopSplitting: () => void;
  skip: () => void;
  never: () => void;
  bringBack: () => void;
  reaffirm: () => void;
  supersede: () => void;
  compare: (by: number) => void;
  fields: () => void;
  take: () => void;
  data: () => void;
  takeBack: () => void;
  escape: () => void;
}

/** What the keys depend on, read at the moment a key is pressed. */
export interface KeyState {
  /** No form stands open beside the text. */
  free: boolean;
  writable: boolean;
  /** There is something to go through. */
  some: boolean;
  /** One holds a candidate, decided or not. */
  atHand: boolean;
  /** One holds a candidate that can still be decided. */
  deciding: boolean;
  /** One holds a candidate that was set aside. */
  aside: boolean;
  firm: number;
  /** How many commitments say nearly the same. */
  like: number;
  splitting: boolean;
  /** One holds some stretch of the text. */
  holding: boolean;
  /** Something was done in place and not entered. */
  changed: boolean;
}

export function workbenchKeys(state: () => KeyState, acts: KeyActs): Shortcut[] {
  const free = () => state().free && !state().splitting;
  const some = () => free() && state().some;
  const along = () => some() && state().atHand;
  const deciding = () => free() && state().writable && state().deciding;
  const splitting = () => state().free && state().splitting;
  const like = () => deciding() && state().like > 0;
  const group = 'Candidates';
  const key = (
    key: string,
    label: string,
    run: () => void,
    when: () => boolean,
    rest: Partial<Shortcut> = {},
  ): Shortcut => ({ key, label, run, when, group, ...rest });
  const quiet = { foot: false };
  // A key held too long decides once: whoever leans on it has not read what comes after.
  const once = (shortcut: Shortcut): Shortcut => ({
    ...shortcut,
    run: (event) => {
      if (!event.repeat) shortcut.run(event);
    },
  });

  return [
    key('ArrowRight', 'word', () => acts.moveCut(1, false), splitting),
    key('ArrowLeft', 'word', () => acts.moveCut(-1, false), splitting),
    key('ArrowDown', 'clause', () => acts.moveCut(1, true), splitting),
    key('ArrowUp', 'clause', () => acts.moveCut(-1, true), splitting),
    key('Enter', 'split here', acts.splitHere, splitting),
    key('Escape', 'leave it whole', acts.stopSplitting, splitting),

    key('j', 'next, previous', () => acts.move(1), some, { name: 'next candidate' }),
    key('k', 'next, previous', () => acts.move(-1), some, { name: 'previous candidate' }),
    key('ArrowDown', 'next, previous', () => acts.move(1), along, { ...quiet, name: 'next candidate' }),
    key('ArrowUp', 'next, previous', () => acts.move(-1), along, { ...quiet, name: 'previous candidate' }),
    key('Alt+ArrowDown', 'also those decided', () => acts.moveAll(1), some, { ...quiet, inFields: false }),
    key('Alt+ArrowUp', 'also those decided', () => acts.moveAll(-1), some, { ...quiet, inFields: false }),
    once(key('Enter', 'accept', acts.accept, deciding)),
    once(key('a', 'accept', acts.accept, deciding, quiet)),
    key('e', 'accept and edit', acts.whole, deciding),
    once(key('x', 'skip', acts.skip, deciding)),
    once(key('n', 'never again', acts.never, deciding)),
    once(key('r', 'reaffirms', acts.reaffirm, like)),
    once(key('s', 'supersedes', acts.supersede, like)),
    key(
      'l',
      'compare with another',
      () => acts.compare(1),
      () => like() && state().like > 1,
      quiet,
    ),
    once(key('m', 'merge with the previous', acts.merge, deciding)),
    once(key('p', 'split', () => acts.split(false), deciding)),
    key('Shift+p', 'split at a word', () => acts.split(true), deciding, quiet),
    key('t', 'title and fields', acts.fields, deciding, quiet),
    key('b', 'bring back', acts.bringBack, () => free() && state().writable && state().aside),
    key(
      'Shift+a',
      'accept all firm',
      acts.acceptFirm,
      () => free() && state().writable && state().firm > 0,
      quiet,
    ),
    key('Mod+z', 'undo this step', acts.takeBack, () => free() && state().changed, {
      ...quiet,
      inFields: false,
    }),
    key('c', 'take the stretch', acts.take, () => free() && state().writable && state().holding, {
      group: 'Text',
      foot: !state().deciding,
    }),
    key('d', 'data of the text', acts.data, () => free() && state().writable, { ...quiet, group: 'Text' }),
    key('Escape', 'leave', acts.escape, free, { group: 'Text' }),
  ];
}
