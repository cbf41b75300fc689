// The keys that work here and now. A page registers what it answers to; the foot line and the sheet of all keys
// are drawn from the same list, so that what is shown is what works.
import { untrack } from 'svelte';

export interface Shortcut {
  /** `j`, `?`, `Enter`, `Shift+j`, `Mod+z`, `Alt+ArrowLeft`. Mod is Ctrl, and ⌘ on a Mac. */
  key: string;
  /** What it does, in a word or two: `move`, `add follow-up`. Neighbours with the same label share one entry. */
  label: string;
  /** The same in words that need no page around them, for the list of all commands: `next row`. */
  name?: string;
  run: (event: KeyboardEvent) => void;
  /** Whether it works at this moment; read again whenever what it reads changes. */
  when?: () => boolean;
  /** Heading in the sheet of all keys. */
  group?: string;
  /** `false` keeps it out of the foot line; it still stands in the sheet. */
  foot?: boolean;
  /** Overrides whether it works while typing in a field: modified keys do, single keys do not. */
  inFields?: boolean;
}

export interface KeyHint {
  keys: string[];
  label: string;
  group: string;
}

interface Scope {
  list: () => readonly Shortcut[];
}

interface Chord {
  mod: boolean;
  alt: boolean;
  shift: boolean;
  key: string;
}

function readChord(key: string): Chord {
  // `Mod++` is Mod and the plus sign.
  const parts = key.endsWith('++')
    ? [...key.slice(0, -2).split('+'), '+']
    : key === '+'
      ? ['+']
      : key.split('+');
  const name = parts.pop() ?? '';
  return {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: name,
  };
}

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/** The Latin letter of a key on any layout: with a Devanagari layout `j` is still where J is printed. */
function latinKey(event: KeyboardEvent): string {
  const { key, code } = event;
  if (key.length === 1 && key.charCodeAt(0) > 0x7f && /^Key[A-Z]$/.test(code))
    return code.slice(3).toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}

function matches(chord: Chord, event: KeyboardEvent): boolean {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  // AltGr writes characters on many layouts and announces itself as Ctrl and Alt.
  const altGr = event.getModifierState?.('AltGraph') ?? false;
  if (other || (!altGr && (mod !== chord.mod || event.altKey !== chord.alt))) return false;
  if (altGr && (chord.mod || chord.alt)) return false;
  const key = latinKey(event);
  const wanted = chord.key.length === 1 ? chord.key.toLowerCase() : chord.key;
  if (key !== wanted) return false;
  // Shift is part of how `?` or `/` is written on some layouts; only for letters and named keys does it mean more.
  const shiftMatters = /^[a-z]$/.test(wanted) || wanted.length > 1;
  return !shiftMatters || event.shiftKey === chord.shift;
}

/** Whether this key was pressed, for the few that are heard where the keymap is not. */
export function isPressed(key: string, event: KeyboardEvent): boolean {
  return matches(readChord(key), event);
}

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"]';
const NOT_TYPING = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'file', 'color'];
const CHOOSING = '[role="menu"], [role="listbox"], [role="radiogroup"], [role="tablist"]';
const ACTIVATED = 'a[href], button, summary, input, [role="button"], [role="menuitem"], [role="option"]';

/** Whether the focus is where letters are written or chosen by letter. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target instanceof HTMLInputElement && NOT_TYPING.includes(target.type)) return false;
  return target.closest(TYPING) !== null || target.closest('[role="menu"], [role="listbox"]') !== null;
}

/** Whether the focused control already has a meaning for this key. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (event.key === 'Enter' || event.key === ' ') return target.closest(ACTIVATED) !== null;
  if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') {
    return target.closest(`${CHOOSING}, [type="radio"], [type="range"]`) !== null;
  }
  return false;
}

const PREFERENCE = 'rapporteur.single-keys';

function readPreference(): boolean {
  try {
    return localStorage.getItem(PREFERENCE) !== 'off';
  } catch {
    return true;
  }
}

export class Keymap {
  // A component that goes away sees the state as it was before the one that takes its place came: what is registered
  // is therefore kept outside of it, and the state only tells readers that it changed.
  #registered: readonly Scope[] = [];
  #scopes = $state.raw<readonly Scope[]>([]);
  /** WCAG 2.1.4: who dictates, or types without meaning to, can switch single keys off. */
  singleKeys = $state(readPreference());

  /** Adds keys until the returned function is called. The newest registration wins where two claim a key. */
  register(list: readonly Shortcut[] | (() => readonly Shortcut[])): () => void {
    const scope: Scope = { list: typeof list === 'function' ? list : () => list };
    this.#registered = [...this.#registered, scope];
    this.#scopes = this.#registered;
    return () => {
      this.#registered = this.#registered.filter((s) => s !== scope);
      this.#scopes = this.#registered;
    };
  }

  /** The same for the life of a component: call it while the component is being set up. */
  use(list: readonly Shortcut[] | (() => readonly Shortcut[])): void {
    $effect.pre(() => untrack(() => this.register(list)));
  }

  setSingleKeys(on: boolean): void {
    this.singleKeys = on;
    try {
      localStorage.setItem(PREFERENCE, on ? 'on' : 'off');
    } catch {
      // Without storage the choice holds for this window only.
    }
  }

  /** What works now, the newest scope first, each key once. */
  get active(): Shortcut[] {
    const possible = this.possible;
    return this.singleKeys ? possible : possible.filter((s) => !isSingle(s.key));
  }

  /** What could be done now, also by who has switched single keys off. */
  get possible(): Shortcut[] {
    const seen = new Set<string>();
    const active: Shortcut[] = [];
    for (const scope of [...this.#scopes].reverse()) {
      for (const shortcut of scope.list()) {
        if (seen.has(shortcut.key) || (shortcut.when && !shortcut.when())) continue;
        seen.add(shortcut.key);
        active.push(shortcut);
      }
    }
    return active;
  }

  /** For the foot line: keys of one label together, in the order of registration. */
  get foot(): KeyHint[] {
    return join(this.active.filter((s) => s.foot !== false));
  }

  /** For the sheet: everything that works now. */
  get all(): KeyHint[] {
    return join(this.active);
  }

  /** Runs the shortcut a key press stands for. True when there was one. */
  handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing || event.key === 'Dead' || event.key === 'Process')
      return false;
    const typing = isTyping(event.target);
    for (const shortcut of this.active) {
      const chord = readChord(shortcut.key);
      if (!matches(chord, event)) continue;
      const inFields = shortcut.inFields ?? (chord.mod || (chord.alt && !isMac));
      if (typing && !inFields) continue;
      if (!chord.mod && !chord.alt && isTaken(event) && shortcut.inFields !== true) continue;
      event.preventDefault();
      shortcut.run(event);
      return true;
    }
    return false;
  }
}

/** Keys made of one printable character and no modifier. */
function isSingle(key: string): boolean {
  return key.length === 1;
}

function join(list: Shortcut[]): KeyHint[] {
  const hints: KeyHint[] = [];
  for (const { key, label, group } of list) {
    const same = hints.find((h) => h.label === label && h.group === (group ?? ''));
    if (same) same.keys.push(key);
    else hints.push({ keys: [key], label, group: group ?? '' });
  }
  return hints;
}

/** How the parts of a chord are printed on keycaps: `Mod+Shift+z` → `Ctrl`, `Shift`, `Z`. */
export function keyParts(key: string): string[] {
  const { mod, alt, shift, key: name } = readChord(key);
  const parts: string[] = [];
  if (mod) parts.push(isMac ? '⌘' : 'Ctrl');
  if (alt) parts.push(isMac ? '⌥' : 'Alt');
  if (shift) parts.push(isMac ? '⇧' : 'Shift');
  parts.push(mod || alt || shift ? (name.length === 1 ? name.toUpperCase() : name) : name);
  return parts;
}

/** The chord as `aria-keyshortcuts` wants it. */
export function ariaKeys(key: string): string {
  const { mod, alt, shift, key: name } = readChord(key);
  return [mod && (isMac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift', name]
    .filter(Boolean)
    .join('+');
}

export const keymap = new Keymap();
