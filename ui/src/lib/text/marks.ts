// What is marked in a block: stretches that were taken, stretches that are proposed, the stretch one has hold of, the
// verbs in them. Cuts the block's text into the pieces it is drawn as. Pure.
import type { Layout, Range } from './layout';

/** A stretch a commitment was taken from, in UTF-16 units. */
export interface Taken extends Range {
  commitment: string;
  ref: string;
  title: string;
}

/** How a proposed stretch is drawn: as strongly as its verb binds, or quietly where nothing is proposed of it. */
export type Look = 'firm' | 'intent' | 'soft' | 'quiet';

/** A stretch that may become a commitment, in UTF-16 units. */
export interface Spot extends Range {
  key: string;
  look: Look;
  /** The words that made it one. */
  cue: Range | null;
}

export interface Piece extends Range {
  text: string;
  /** The commitments taken from these words. */
  taken: readonly string[];
  /** The proposed stretch they stand in; of several the one that begins last. */
  spot: Spot | null;
  cue: boolean;
}

/** Pieces that are drawn together: all of the stretch one has hold of, or none of it. */
export interface Run {
  held: boolean;
  pieces: readonly Piece[];
}

export interface Marks {
  taken: readonly Taken[];
  spots?: readonly Spot[];
  held: Range | null;
  cue: Range | null;
  /** Where what one has hold of would be cut in two. */
  cut?: number | null;
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

function alike<T extends Range>(a: T, b: T): boolean {
  if (a === b) return true;
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/**
 * Stretches by the blocks they lie on, so that drawing a block looks at its own only. Where those of a block are what
 * they were `before`, they are the very same list: what is drawn of it stays.
 */
export function byBlock<T extends Range>(
  layout: Layout,
  ranges: readonly T[],
  before?: ReadonlyMap<number, readonly T[]>,
): Map<number, readonly T[]> {
  const found = new Map<number, T[]>();
  for (const range of ranges) {
    const last = layout.blockAt(Math.max(range.start, range.end - 1))?.index ?? -1;
    for (let index = layout.blockAt(range.start)?.index ?? 0; index <= last; index += 1) {
      const list = found.get(index);
      if (list) list.push(range);
      else found.set(index, [range]);
    }
  }
  if (!before) return found;
  const kept = new Map<number, readonly T[]>(found);
  for (const [index, list] of found) {
    const own = before.get(index);
    if (own?.length === list.length && own.every((range, i) => alike(range, list[i] as T)))
      kept.set(index, own);
  }
  return kept;
}

/** The body's stretch, in runs and pieces. */
export function runsOf(body: string, block: Range, marks: Marks): Run[] {
  const taken = takenOn(block, marks.taken);
  const spots = (marks.spots ?? []).filter((s) => meets(s, block));
  const held = marks.held && meets(marks.held, block) ? marks.held : null;
  const cues = [
    ...(held && marks.cue && meets(marks.cue, block) ? [marks.cue] : []),
    ...spots.flatMap((s) => (s.cue && s.look !== 'quiet' && meets(s.cue, block) ? [s.cue] : [])),
  ];
  const cut = held ? (marks.cut ?? null) : null;
  const cuts = new Set([block.start, block.end]);
  if (cut !== null && cut > block.start && cut < block.end) cuts.add(cut);
  for (const range of [...taken, ...spots, ...cues, held]) {
    if (!range) continue;
    for (const at of [range.start, range.end]) if (at > block.start && at < block.end) cuts.add(at);
  }
  const ends = [...cuts].sort((a, b) => a - b);
  const runs: Run[] = [];
  let pieces: Piece[] = [];
  ends.slice(0, -1).forEach((start, i) => {
    const piece = { start, end: ends[i + 1] as number };
    const isHeld = held !== null && meets(held, piece);
    if (runs.at(-1)?.held !== isHeld || runs.length === 0 || start === cut) {
      pieces = [];
      runs.push({ held: isHeld, pieces });
    }
    pieces.push({
      ...piece,
      text: body.slice(piece.start, piece.end),
      taken: taken.filter((t) => meets(t, piece)).map((t) => t.commitment),
      spot: spots.findLast((s) => meets(s, piece)) ?? null,
      cue: cues.some((c) => meets(c, piece)),
    });
  });
  return runs;
}
