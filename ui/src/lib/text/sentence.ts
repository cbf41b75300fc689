// Sentences, words and clauses of one block: the steps in which the keys move through a text. Pure; a block's
// answers are kept, because the same block is asked again with every key.
import { findCues } from '$lib/commitment/cue';
import type { Block, Layout, Range } from './layout';

// After these a full stop ends no sentence. Lower case, without the stop.
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof hon rev gen col lt maj capt sen rep gov pres amb shri smt jr sr st no nos art arts sec para ' +
    'paras vol ed eds cf e.g i.e etc viz vs approx inc ltd co corp dept est fig u.s u.k u.n u.s.a e.u d.c p.m ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);
// A number, a letter or a bullet that stands before an item says nothing by itself.
const LABEL = /^[([]?(\d{1,3}(\.\d{1,3})*|[a-z]|[ivxlc]{1,5}|[-–—•*·])[.)\]]?$/i;

const segmenters = new Map<string, Intl.Segmenter | null>();

function segmenter(granularity: 'sentence' | 'word'): Intl.Segmenter | null {
  const kept = segmenters.get(granularity);
  if (kept !== undefined) return kept;
  const made = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en', { granularity }) : null;
  segmenters.set(granularity, made);
  return made;
}

/** Pieces that may be sentences, by the rules of Unicode, or by full stops where the engine knows none. */
function pieces(text: string): Range[] {
  const by = segmenter('sentence');
  if (by) {
    return [...by.segment(text)].map(({ index, segment }) => ({
      start: index,
      end: index + segment.length,
    }));
  }
  return [...text.matchAll(/[^.!?\u0964]+(?:[.!?\u0964]+["”’)\]]*\s*|$)/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
}

/** Whether the words so far cannot be a whole sentence, so that the next piece still belongs to it. */
function goesOn(words: string, next: string): boolean {
  const text = words.trim();
  if (LABEL.test(text)) return true;
  if (/^[\p{Ll},;:)\]]/u.test(next.trimStart())) return true;
  const last = /(\S+?)\.$/u.exec(text)?.[1]?.replace(/^[("“‘[]+/u, '');
  if (last === undefined) return false;
  // An initial: the R. of Joseph R. Biden.
  return /^\p{Lu}$/u.test(last) || ABBREVIATIONS.has(last.toLowerCase());
}

/** The sentences of a piece of text, without white space at their ends. */
export function sentencesOf(text: string): Range[] {
  const joined: Range[] = [];
  for (const piece of pieces(text)) {
    const last = joined.at(-1);
    if (last && goesOn(text.slice(last.start, last.end), text.slice(piece.start, piece.end)))
      last.end = piece.end;
    else joined.push(piece);
  }
  return joined.flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    const from = start + (words.length - words.trimStart().length);
    const to = end - (words.length - words.trimEnd().length);
    return from < to ? [{ start: from, end: to }] : [];
  });
}

/** The words of a piece of text. What a hyphen, a stop or an apostrophe joins without a space is one word. */
export function wordsOf(text: string): Range[] {
  const by = segmenter('word');
  const found: Range[] = by
    ? [...by.segment(text)]
        // Engines differ on whether a figure is like a word.
        .filter((s) => s.isWordLike === true || /\p{N}/u.test(s.segment))
        .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
    : [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((m) => ({
        start: m.index,
        end: m.index + m[0].length,
      }));
  const words: Range[] = [];
  for (const word of found) {
    const last = words.at(-1);
    if (last && /^[-‐‑’'.&/]$/u.test(text.slice(last.end, word.start))) last.end = word.end;
    else words.push({ ...word });
  }
  return words;
}

/** Where a clause may begin and where one may end: beside commas and brackets, and before a binding verb. */
export function clausesOf(text: string, words: readonly Range[]): { starts: number[]; ends: number[] } {
  const cues = new Set(findCues(text).map((c) => c.start));
  const starts: number[] = [];
  const ends: number[] = [];
  words.forEach((word, i) => {
    const before = text.slice(words[i - 1]?.end ?? 0, word.start);
    const after = text.slice(word.end, words[i + 1]?.start ?? text.length);
    if (i === 0 || cues.has(word.start) || /[,;:()"“”–—]/u.test(before)) starts.push(word.start);
    if (i === words.length - 1 || /[,;:()"“”–—.!?\u0964]/u.test(after)) ends.push(word.end);
  });
  return { starts, ends };
}

export interface Steps {
  sentences: readonly Range[];
  words: readonly Range[];
  starts: readonly number[];
  ends: readonly number[];
}

/** The steps of a layout's blocks, in UTF-16 units of the whole body. */
export class StepsOf {
  readonly layout: Layout;
  #kept = new Map<number, Steps>();

  constructor(layout: Layout) {
    this.layout = layout;
  }

  of(block: Block): Steps {
    const kept = this.#kept.get(block.index);
    if (kept) return kept;
    const text = this.layout.body.slice(block.start, block.end);
    const words = wordsOf(text);
    const { starts, ends } = clausesOf(text, words);
    const shift = (r: Range) => ({ start: r.start + block.start, end: r.end + block.start });
    const steps: Steps = {
      sentences: sentencesOf(text).map(shift),
      words: words.map(shift),
      starts: starts.map((at) => at + block.start),
      ends: ends.map((at) => at + block.start),
    };
    this.#kept.set(block.index, steps);
    return steps;
  }
}
