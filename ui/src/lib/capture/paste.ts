// Where a text goes that is pasted or dropped onto the window: to the meeting that is shown, or to the page that asks
// for one. Pure.

/** From this length on, in characters, words that are pasted are a text to keep and no slip of the hand. */
export const LONG = 200;

export interface Situation {
  /** The page of a meeting is shown. */
  meeting: boolean;
  readOnly: boolean;
  /** The focus is where words are written. */
  typing: boolean;
  /** A form for a text stands open already. */
  busy: boolean;
}

/** `attach` to the meeting at once, `form`: offer the words in the meeting's form, `ask` for a meeting, or nothing. */
export type Way = 'attach' | 'form' | 'ask' | 'none';

export function wayOfPaste(body: string, now: Situation): Way {
  const words = body.trim();
  if (words === '' || now.readOnly || now.typing || now.busy) return 'none';
  if (words.length >= LONG) return now.meeting ? 'attach' : 'ask';
  return now.meeting ? 'form' : 'none';
}

export function wayOfDrop(paths: readonly string[], now: Situation): Way {
  if (paths.length === 0 || now.readOnly) return 'none';
  return now.meeting ? 'attach' : 'ask';
}

/** The name of a file at the end of its path, on any system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}
