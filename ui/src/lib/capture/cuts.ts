// Where a candidate can be split in two: before a word of it, first proposed where a clause begins. Pure.
import type { Stretch } from '$lib/bridge/generated/wire';
import type { Layout, Range } from '$lib/text/layout';
import type { StepsOf } from '$lib/text/sentence';

/** The places within a stretch before which it can be cut: its words, or the beginnings of its clauses. */
export function cutsIn(steps: StepsOf, range: Range, clause: boolean): number[] {
  const cuts: number[] = [];
  const last = steps.layout.blockAt(range.end - 1)?.index ?? -1;
  for (let index = steps.layout.blockAt(range.start)?.index ?? 0; index <= last; index += 1) {
    const block = steps.layout.blocks[index];
    if (!block) continue;
    const { words, starts } = steps.of(block);
    for (const at of clause ? starts : words.map((w) => w.start)) {
      if (at > range.start && at < range.end) cuts.push(at);
    }
  }
  return cuts;
}

/** The clause that begins nearest to the middle; else the word nearest to it; null in a single word. */
export function firstCut(steps: StepsOf, range: Range): number | null {
  const middle = (range.start + range.end) / 2;
  const near = (cuts: readonly number[]) =>
    cuts.reduce<number | null>(
      (best, at) => (best === null || Math.abs(at - middle) < Math.abs(best - middle) ? at : best),
      null,
    );
  return near(cutsIn(steps, range, true)) ?? near(cutsIn(steps, range, false));
}

/** The next cut (1) or the one before (-1); the same where there is no other. */
export function stepCut(cuts: readonly number[], from: number, by: 1 | -1): number {
  const next = by > 0 ? cuts.find((at) => at > from) : cuts.findLast((at) => at < from);
  return next ?? from;
}

/** The two parts, in scalar values, without white space at their ends. */
export function partsAt(layout: Layout, range: Range, cut: number): Stretch[] {
  return [
    { start: range.start, end: cut },
    { start: cut, end: range.end },
  ].flatMap((part) => {
    const trimmed = layout.trim(part);
    return trimmed ? [layout.scalars(trimmed)] : [];
  });
}
