// A text cut into the blocks it is drawn as: a paragraph each, and very long paragraphs in several. Knows where
// every block stands in UTF-16 units (what a string counts) and in Unicode scalar values (what the register
// counts). Sentences and words are sentence.ts's business.

/** A stretch of the body in UTF-16 units: the first one, and one past the last. */
export interface Range {
  start: number;
  end: number;
}

export interface Block extends Range {
  /** Its place among the blocks, from 0. */
  index: number;
  /** Scalar offset of `start`. */
  scalar: number;
  /** Number of the paragraph, from 1; blank lines are not counted. */
  paragraph: number;
  /** Whether the paragraph began in an earlier block. */
  continues: boolean;
}

// A paragraph longer than this is drawn in several blocks: laying out one line of a million characters would
// stop the window for seconds.
const LONGEST = 4_000;
const SURROGATE = /[\ud800-\udfff]/;

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** How many scalar values lie in the stretch. */
function scalarsBetween(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += isPair(text, at) ? 2 : 1) count += 1;
  return count;
}

/** Where a piece of at most LONGEST units may end: after a sentence, else after a word, else anywhere. */
function pieceEnd(body: string, start: number, end: number): number {
  if (end - start <= LONGEST) return end;
  const limit = start + LONGEST;
  for (const pattern of ['. ', '\u0964 ', '; ', ', ', ' ']) {
    const at = body.lastIndexOf(pattern, limit - pattern.length);
    if (at > start + LONGEST / 2) return at + pattern.length;
  }
  return isPair(body, limit - 1) ? limit - 1 : limit;
}

export class Layout {
  readonly body: string;
  readonly blocks: readonly Block[];
  readonly paragraphs: number;
  /** Without surrogates both ways of counting agree, and nothing has to be counted. */
  readonly #plain: boolean;

  constructor(body: string) {
    this.body = body;
    this.#plain = !SURROGATE.test(body);
    const blocks: Block[] = [];
    let scalar = 0;
    let counted = 0;
    let paragraph = 0;
    for (let from = 0; from < body.length;) {
      const newline = body.indexOf('\n', from);
      const to = newline < 0 ? body.length : newline;
      if (body.slice(from, Math.min(to, from + 400)).trim() !== '' || body.slice(from, to).trim() !== '') {
        paragraph += 1;
        for (let start = from; start < to;) {
          const end = pieceEnd(body, start, to);
          scalar += this.#plain ? start - counted : scalarsBetween(body, counted, start);
          counted = start;
          blocks.push({ index: blocks.length, start, end, scalar, paragraph, continues: start > from });
          start = end;
        }
      }
      from = to + 1;
    }
    this.blocks = blocks;
    this.paragraphs = paragraph;
  }

  /** The block that holds the offset, or the last one before it; undefined only in an empty text. */
  blockAt(offset: number): Block | undefined {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.blocks[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.blocks[low];
  }

  toScalar(utf16: number): number {
    if (this.#plain) return utf16;
    const block = this.blockAt(utf16);
    if (!block || block.start > utf16) return scalarsBetween(this.body, 0, utf16);
    return block.scalar + scalarsBetween(this.body, block.start, utf16);
  }

  toUtf16(scalar: number): number {
    if (this.#plain) return Math.min(scalar, this.body.length);
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.blocks[middle]?.scalar ?? 0) <= scalar) low = middle;
      else high = middle - 1;
    }
    const block = this.blocks[low];
    const begins = block !== undefined && block.scalar <= scalar;
    let at = begins ? block.start : 0;
    let left = begins ? scalar - block.scalar : scalar;
    for (; left > 0 && at < this.body.length; left -= 1) at += isPair(this.body, at) ? 2 : 1;
    return at;
  }

  /** From a stretch as the register counts it. */
  range(scalars: Range): Range {
    return { start: this.toUtf16(scalars.start), end: this.toUtf16(scalars.end) };
  }

  /** To a stretch as the register counts it. */
  scalars(range: Range): Range {
    return { start: this.toScalar(range.start), end: this.toScalar(range.end) };
  }

  quote(range: Range): string {
    return this.body.slice(range.start, range.end);
  }

  /** The same stretch without white space at its ends; null where nothing else is in it. */
  trim(range: Range): Range | null {
    const words = this.quote(range);
    const start = range.start + (words.length - words.trimStart().length);
    const end = range.end - (words.length - words.trimEnd().length);
    return start < end ? { start, end } : null;
  }
}
