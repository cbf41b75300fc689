// Where one is in a text: always a stretch of it, by default one sentence. Keys move it by sentence and
// paragraph, extend it, and set its ends by word or clause; the pointer sets it freely. Draws nothing.
import type { Block, Layout, Range } from './layout';
import { StepsOf } from './sentence';

/** A sentence: the n-th of a block. */
interface Place {
  block: number;
  sentence: number;
}

const before = (a: Place, b: Place) => a.block < b.block || (a.block === b.block && a.sentence < b.sentence);

export type Step = 'word' | 'clause';

export class Cursor {
  readonly layout: Layout;
  readonly #steps: StepsOf;
  /** The stretch taken hold of; null only before the first move and in an empty text. */
  range = $state.raw<Range | null>(null);
  // The sentence at which extending began, and the one it has reached.
  #anchor: Place | null = null;
  #focus: Place | null = null;

  constructor(layout: Layout) {
    this.layout = layout;
    this.#steps = new StepsOf(layout);
  }

  /** The next sentence (1) or the one before (-1); the first press takes the first sentence. */
  move(by: 1 | -1): void {
    if (!this.#focus) return this.#rest(this.#first());
    const anchor = this.#anchor ?? this.#focus;
    const [first, last] = before(anchor, this.#focus) ? [anchor, this.#focus] : [this.#focus, anchor];
    const edge = by < 0 ? first : last;
    this.#rest(this.#beside(edge, by) ?? edge);
  }

  /** The first sentence of the next paragraph, or of this one and then the one before. */
  moveParagraph(by: 1 | -1): void {
    if (!this.#focus) return this.#rest(this.#first());
    const paragraph = this.layout.blocks[this.#focus.block]?.paragraph ?? 0;
    const opening = this.#opening(paragraph);
    if (by < 0 && opening && before(opening, this.#focus)) return this.#rest(opening);
    this.#rest(this.#opening(paragraph + by) ?? this.#focus);
  }

  /** To the first sentence (-1) or the last one (1). */
  moveToEnd(by: 1 | -1): void {
    this.#rest(by < 0 ? this.#first() : this.#last());
  }

  /** One more sentence at the moving end, or one less. */
  extend(by: 1 | -1): void {
    if (!this.#focus || !this.#anchor || !this.range) return this.move(by);
    const next = this.#beside(this.#focus, by);
    const to = next && this.#sentence(next);
    const anchor = this.#sentence(this.#anchor);
    if (!next || !to || !anchor) return;
    const was = this.#focus;
    this.#focus = next;
    // An end that was set by hand stays as long as extending does not pass it.
    if (before(next, this.#anchor)) {
      this.range = { start: to.start, end: before(this.#anchor, was) ? anchor.end : this.range.end };
    } else {
      this.range = { start: before(was, this.#anchor) ? anchor.start : this.range.start, end: to.end };
    }
  }

  /** Sets the beginning a word or clause later (1) or earlier (-1). */
  moveStart(by: 1 | -1, step: Step = 'word'): void {
    if (!this.range) return this.move(1);
    const { start, end } = this.range;
    const at = this.#seek(start, by, step, 'start');
    if (at !== null && at < end) this.#hold({ start: at, end });
  }

  /** Sets the end a word or clause later (1) or earlier (-1). */
  moveEnd(by: 1 | -1, step: Step = 'word'): void {
    if (!this.range) return this.move(1);
    const { start, end } = this.range;
    const at = this.#seek(end, by, step, 'end');
    if (at !== null && at > start) this.#hold({ start, end: at });
  }

  /** The sentence that stands at an offset, as when one presses there. */
  rest(offset: number): void {
    const place = this.#placeOf(offset);
    if (place) this.#rest(place);
  }

  /** Any stretch, as selected with the pointer; ends that cut a word in two take the whole word. */
  select(range: Range): void {
    const trimmed = this.layout.trim(range);
    if (trimmed)
      this.#hold({
        start: this.#wholeWord(trimmed.start, 'start'),
        end: this.#wholeWord(trimmed.end, 'end'),
      });
  }

  /** A stretch exactly as given, as a passage of the register. */
  show(range: Range): void {
    this.#hold(range);
  }

  /** The sentences that the stretch touches, from the beginning of the first one to the end of the last one. */
  get sentence(): Range | null {
    if (!this.range) return null;
    const first = this.#placeOf(this.range.start);
    const last = this.#placeOf(this.range.end - 1);
    const from = first && this.#sentence(first);
    const to = last && this.#sentence(last);
    return from && to
      ? { start: Math.min(from.start, this.range.start), end: Math.max(to.end, this.range.end) }
      : this.range;
  }

  #rest(place: Place | null | undefined): void {
    const sentence = place && this.#sentence(place);
    if (!place || !sentence) return;
    this.#anchor = place;
    this.#focus = place;
    this.range = sentence;
  }

  #hold(range: Range): void {
    this.range = range;
    this.#anchor = this.#placeOf(range.start);
    this.#focus = this.#placeOf(range.end - 1);
  }

  #sentences(block: number): readonly Range[] {
    const found = this.layout.blocks[block];
    return found ? this.#steps.of(found).sentences : [];
  }

  #sentence(place: Place): Range | null {
    return this.#sentences(place.block)[place.sentence] ?? null;
  }

  #first(): Place | null {
    return this.#beside({ block: 0, sentence: -1 }, 1);
  }

  #last(): Place | null {
    return this.#beside({ block: this.layout.blocks.length, sentence: 0 }, -1);
  }

  #opening(paragraph: number): Place | null {
    const block = this.layout.blocks.find((b) => b.paragraph === paragraph);
    return block ? { block: block.index, sentence: 0 } : null;
  }

  #beside({ block, sentence }: Place, by: 1 | -1): Place | null {
    const within = { block, sentence: sentence + by };
    if (this.#sentence(within)) return within;
    for (let next = block + by; next >= 0 && next < this.layout.blocks.length; next += by) {
      const count = this.#sentences(next).length;
      if (count > 0) return { block: next, sentence: by > 0 ? 0 : count - 1 };
    }
    return null;
  }

  #placeOf(offset: number): Place | null {
    const block = this.layout.blockAt(offset);
    if (!block) return null;
    const sentences = this.#sentences(block.index);
    const within = sentences.findIndex((s) => offset < s.end);
    if (sentences.length === 0) return null;
    return { block: block.index, sentence: within < 0 ? sentences.length - 1 : within };
  }

  /** The next place where a stretch may begin or end. */
  #seek(from: number, by: 1 | -1, step: Step, side: 'start' | 'end'): number | null {
    const block = this.layout.blockAt(side === 'end' ? from - 1 : from);
    if (!block) return null;
    for (let at = block.index; at >= 0 && at < this.layout.blocks.length; at += by) {
      const steps = this.#steps.of(this.layout.blocks[at] as Block);
      // A sentence's own ends are stops too: the quotation mark before its first word, the stop after its last.
      const own =
        step === 'word' ? steps.words.map((w) => w[side]) : steps[side === 'start' ? 'starts' : 'ends'];
      const stops = [...own, ...steps.sentences.map((s) => s[side])].sort((a, b) => a - b);
      const found = by > 0 ? stops.find((s) => s > from) : stops.findLast((s) => s < from);
      if (found !== undefined) return found;
    }
    return null;
  }

  #wholeWord(offset: number, side: 'start' | 'end'): number {
    const block = this.layout.blockAt(side === 'end' ? offset - 1 : offset);
    if (!block) return offset;
    const word = this.#steps.of(block).words.find((w) => w.start < offset && offset < w.end);
    return word ? word[side] : offset;
  }
}
