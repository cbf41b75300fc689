// Which of the names at hand fit what is typed, and which letters of them are meant: without regard to case or accents,
// by the beginnings of words. What is in the register is found by the core. Pure.
import type { SearchPart } from '$lib/bridge/generated/wire';
import { fold } from '$lib/widget/find';

const APART = /[^\p{L}\p{N}\p{M}]+/u;

/** The words of a text as they are compared. */
export function wordsOf(text: string): string[] {
  return fold(text).split(APART).filter(Boolean);
}

/** Something that can be looked for by its name. */
export interface Namable {
  label: string;
  /** Other words that lead to it. */
  also: string;
}

export interface Prepared<T> {
  item: T;
  name: string;
  label: string[];
  also: string[];
}

/** Folds names once, so that nothing of it is left to do while one types. */
export function prepare<T extends Namable>(items: readonly T[]): Prepared<T>[] {
  return items.map((item) => {
    const label = wordsOf(item.label);
    return { item, name: label.join(' '), label, also: wordsOf(item.also) };
  });
}

/** What has every word typed: names that begin so first, then names, then what is known by other words too. */
export function matching<T>(all: readonly Prepared<T>[], words: readonly string[], most = Infinity): T[] {
  if (words.length === 0) return all.slice(0, most).map((p) => p.item);
  const typed = words.join(' ');
  const ranked: { item: T; rank: number }[] = [];
  for (const { item, name, label, also } of all) {
    const begins = (word: string) => (w: string) => w.startsWith(word);
    if (!words.every((word) => label.some(begins(word)) || also.some(begins(word)))) continue;
    const inName = words.every((word) => label.some(begins(word)));
    ranked.push({ item, rank: name.startsWith(typed) ? 0 : inName ? 1 : 2 });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((r) => r.item);
}

/** The text in pieces, those marked with which one of the words begins a word of it. */
export function mark(text: string, words: readonly string[]): SearchPart[] {
  // Folding may lengthen and shorten: for each folded letter, where the letter it comes from begins and ends.
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = fold(letter);
    for (let i = 0; i < plain.length; i += 1) {
      from.push(at);
      to.push(at + letter.length);
    }
    // A mark that vanishes belongs to the letter before it.
    if (plain === '' && to.length > 0) to[to.length - 1] = at + letter.length;
    folded += plain;
    at += letter.length;
  }
  const parts: SearchPart[] = [];
  let done = 0;
  for (let place = 0; place < folded.length; place += 1) {
    if (place > 0 && !APART.test(folded.charAt(place - 1))) continue;
    const word = words.filter((w) => folded.startsWith(w, place)).sort((a, b) => b.length - a.length)[0];
    if (!word) continue;
    const start = from[place] ?? 0;
    const end = to[place + word.length - 1] ?? text.length;
    if (start < done) continue;
    if (start > done) parts.push({ text: text.slice(done, start), found: false });
    parts.push({ text: text.slice(start, end), found: true });
    done = end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), found: false });
  return parts;
}
