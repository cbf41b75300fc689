// Where rows and group heads of a long list stand, by arithmetic alone: rows are of one height, heads of another, and
// which rows begin a group is known. Pure. A browser cannot make an element as high as a million rows, so that what
// the scroll bar moves over (`physical`) may be lower than the list (`height`); `toList` and `toBar` lead from one to
// the other.

/** What a list is built of. Heads stand before the rows of `heads`, which ascend. */
export interface Build {
  rows: number;
  heads: readonly number[];
  rowHeight: number;
  headHeight: number;
}

/** A row, or the head before it. */
export interface Piece {
  index: number;
  isHead: boolean;
  top: number;
  height: number;
}

/**
 * The highest an element of ours gets, in pixels. WebKit cuts off at 33.5 million; far below that, positions held as
 * 32-bit floats begin to lose the parts of a pixel that keep hairlines sharp.
 */
export const HIGHEST = 4_000_000;

/** At both ends of a list that is higher than that, a pixel of the bar is a pixel of the list. */
const TRUE_ENDS = 500_000;

export class Geometry {
  readonly height: number;
  readonly physical: number;
  #build: Build;

  constructor(build: Build) {
    this.#build = build;
    this.height = build.rows * build.rowHeight + build.heads.length * build.headHeight;
    this.physical = Math.min(this.height, HIGHEST);
  }

  /** How many heads stand before the row, its own among them. */
  #headsTo(index: number): number {
    const { heads } = this.#build;
    let low = 0;
    let high = heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((heads[middle] as number) <= index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where a row begins. */
  top(index: number): number {
    const { rowHeight, headHeight } = this.#build;
    return index * rowHeight + this.#headsTo(index) * headHeight;
  }

  /** Where the head above a row begins, or the row itself where it has none. */
  upper(index: number): number {
    const begins = this.#build.heads[this.#headsTo(index) - 1] === index;
    return this.top(index) - (begins ? this.#build.headHeight : 0);
  }

  /** Which head a row stands under, counted from 0; -1 for none. */
  headOf(index: number): number {
    return this.#headsTo(index) - 1;
  }

  /** The row at a height of the list, or the first one below a head there. */
  rowAt(y: number): number {
    const { rows } = this.#build;
    let low = 0;
    let high = rows;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.top(middle) + this.#build.rowHeight <= y) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, Math.max(0, rows - 1));
  }

  /** What stands between two heights, and so many rows more on both sides. */
  between(from: number, to: number, more: number): Piece[] {
    const { rows, rowHeight, headHeight } = this.#build;
    if (rows === 0) return [];
    const first = Math.max(0, this.rowAt(from) - more);
    const last = Math.min(rows - 1, this.rowAt(to) + more);
    const pieces: Piece[] = [];
    for (let index = first; index <= last; index += 1) {
      const top = this.top(index);
      const upper = this.upper(index);
      if (upper < top) pieces.push({ index, isHead: true, top: upper, height: headHeight });
      pieces.push({ index, isHead: false, top, height: rowHeight });
    }
    return pieces;
  }

  /** Where in the list the upper edge of a view stands when the bar is at `bar`. */
  toList(bar: number, view: number): number {
    const [long, short] = this.#ranges(view);
    if (long === short) return clamp(bar, long);
    if (bar <= TRUE_ENDS) return Math.max(0, bar);
    if (bar >= short - TRUE_ENDS) return clamp(long - (short - bar), long);
    return TRUE_ENDS + ((bar - TRUE_ENDS) * (long - 2 * TRUE_ENDS)) / (short - 2 * TRUE_ENDS);
  }

  /** Where the bar stands when the upper edge of a view is at `y` of the list. */
  toBar(y: number, view: number): number {
    const [long, short] = this.#ranges(view);
    if (long === short) return clamp(y, long);
    if (y <= TRUE_ENDS) return Math.max(0, y);
    if (y >= long - TRUE_ENDS) return clamp(short - (long - y), short);
    return TRUE_ENDS + ((y - TRUE_ENDS) * (short - 2 * TRUE_ENDS)) / (long - 2 * TRUE_ENDS);
  }

  /** How far one can scroll, in the list and with the bar. */
  #ranges(view: number): [number, number] {
    return [Math.max(0, this.height - view), Math.max(0, this.physical - view)];
  }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}
