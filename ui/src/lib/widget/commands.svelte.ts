// All that can be gone to and done at this moment, by name: every key of the keymap that works here and now, and what
// is reached by buttons and menus alone, which registers here. Draws nothing; the palette does.
import { untrack } from 'svelte';
import { capital } from './english';
import { type Keymap, keymap, type Shortcut } from './shortcut.svelte';

/** Something that bears no key of its own. */
export interface Deed {
  label: string;
  run: () => void;
  /** What it is done to, where the label does not say so: `Body`, `Text`. */
  group?: string;
  /** Other words by which it may be looked for. */
  words?: string;
  /** Whether it is possible at this moment. */
  when?: () => boolean;
  /** It leads somewhere and changes nothing. */
  place?: boolean;
  /** The colour of the track it leads to. */
  colour?: number;
}

export interface Command {
  /** The same from day to day: by this it is remembered that it was used. */
  id: string;
  label: string;
  /** Empty where the label needs none. */
  group: string;
  words: string;
  keys: string[];
  place: boolean;
  colour: number | null;
  /** Does nothing when it is no longer possible. */
  run: () => void;
}

type Scope = () => readonly Deed[];

export class Commands {
  #scopes: readonly Scope[] = [];
  #keymap: Keymap;

  constructor(keys: Keymap) {
    this.#keymap = keys;
  }

  /** Adds commands until the returned function is called. Where two are called the same, the newest stands. */
  register(list: Scope): () => void {
    this.#scopes = [...this.#scopes, list];
    return () => {
      this.#scopes = this.#scopes.filter((s) => s !== list);
    };
  }

  /** The same for the life of a component: call it while the component is being set up. */
  use(list: Scope): void {
    $effect.pre(() => untrack(() => this.register(list)));
  }

  /**
   * What is possible now: places first, then what the page does, then what can be done everywhere, and at last what only
   * moves along a list.
   */
  now(): Command[] {
    const deeds = [...this.#scopes].reverse().flatMap((scope) => scope());
    const registered = deeds.filter((d) => d.when?.() ?? true).map(ofDeed);
    const keyed = this.#keymap.possible.map((s) => ({ command: ofShortcut(s), rank: rank(s) }));
    const ofRank = (wanted: number) => keyed.filter((k) => k.rank === wanted).map((k) => k.command);
    return unique([
      ...registered.filter((c) => c.place),
      ...ofRank(0),
      ...registered.filter((c) => !c.place),
      ...ofRank(1),
      ...ofRank(2),
    ]);
  }
}

function rank({ group, label }: Shortcut): number {
  return group === 'List' || label === 'move' ? 2 : group === 'Everywhere' ? 1 : 0;
}

function ofDeed({ label, group = '', words = '', when, place = false, colour, run }: Deed): Command {
  return {
    id: `${group}/${label}`,
    label,
    group,
    words,
    keys: [],
    place,
    colour: colour ?? null,
    run: () => (when?.() ?? true) && run(),
  };
}

function ofShortcut({ key, label, name, group = '', when, run }: Shortcut): Command {
  const called = capital(name ?? label);
  return {
    id: `${group}/${called}`,
    label: called,
    group: group === 'Everywhere' ? '' : group,
    // The short word of the foot line is what the eye has learnt.
    words: name ? label : '',
    keys: [key],
    place: false,
    colour: null,
    run: () => (when?.() ?? true) && run(new KeyboardEvent('keydown', { key })),
  };
}

/** Each once, with all its keys; a deed that the page has a key for is the page's. */
function unique(all: readonly Command[]): Command[] {
  const kept: Command[] = [];
  for (const command of all) {
    const called = command.label.toLowerCase();
    const same = kept.find(
      (k) =>
        k.place === command.place &&
        k.label.toLowerCase() === called &&
        (k.group === command.group || (k.keys.length > 0 && command.keys.length === 0)),
    );
    if (same) same.keys.push(...command.keys);
    else kept.push(command);
  }
  return kept;
}

export const deeds = new Commands(keymap);
