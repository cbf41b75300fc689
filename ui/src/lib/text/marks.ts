// What is marked in a block: stretches that were taken, the stretch one has hold of, the verb in it. Cuts the
// block's text into the pieces it is drawn as. Pure.
import type { Range } from './layout';

/** A stretch a commitment was taken from, in UTF-16 units. */
export interface Taken extends Range {
  commitment: string;
  ref: string;
  title: string;
}

export interface Piece extends Range {
  text: string;
  /** The commitments taken from these words. */
  taken: readonly string[];
  cue: boolean;
}

/** Pieces that are drawn together: all of the stretch one has hold of, or none of it. */
export interface Run {
  held: boolean;
  pieces: readonly Piece[];
}

const meets = (a: Range, b: Range) => a.start < b.end && b.start < a.end;

/** The taken stretches that lie on this one, in the order of the text. */
export function takenOn(range: Range, taken: readonly Taken[]): Taken[] {
  return taken.filter((t) => meets(t, range));
}

/** The taken stretches that begin on this one: there their refs stand in the margin. */
export function takenFrom(range: Range, taken: readonly Taken[]): Taken[] {
  return taken.filter((t) => t.start >= range.start && t.start < range.end);
}

/** The body's stretch, in runs and pieces. */
export function runsOf(
  body: string,
  block: Range,
  marks: { taken: readonly Taken[]; held: Range | null; cue: Range | null },
): Run[] {
  const taken = takenOn(block, marks.taken);
  const held = marks.held && meets(marks.held, block) ? marks.held : null;
  const cue = held && marks.cue && meets(marks.cue, block) ? marks.cue : null;
  const cuts = new Set([block.start, block.end]);
  for (const range of [...taken, held, cue]) {
    if (!range) continue;
    for (const at of [range.start, range.end]) if (at > block.start && at < block.end) cuts.add(at);
  }
  const ends = [...cuts].sort((a, b) => a - b);
  const runs: Run[] = [];
  let pieces: Piece[] = [];
  ends.slice(0, -1).forEach((start, i) => {
    const piece = { start, end: ends[i + 1] as number };
    const isHeld = held !== null && meets(held, piece);
    if (runs.at(-1)?.held !== isHeld || runs.length === 0) {
      pieces = [];
      runs.push({ held: isHeld, pieces });
    }
    pieces.push({
      ...piece,
      text: body.slice(piece.start, piece.end),
      taken: taken.filter((t) => meets(t, piece)).map((t) => t.commitment),
      cue: cue !== null && meets(cue, piece),
    });
  });
  return runs;
}
