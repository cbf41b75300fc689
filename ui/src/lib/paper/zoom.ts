// How large the pages of a paper are shown, and which of them is being read. Pure.

export interface Size {
  /** In points: 72 to an inch. */
  width: number;
  height: number;
}

/** Pixels to a point at 100 %, as on paper. */
export const PIXELS = 96 / 72;
/** Between two pages, and above the first, in pixels. */
export const GAP = 14;

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** The next larger or smaller size. */
export function zoomed(now: number, by: 1 | -1): number {
  // What fits the width lies between two steps.
  const near = 0.01;
  const next = by > 0 ? STEPS.find((step) => step > now + near) : STEPS.findLast((step) => step < now - near);
  return next ?? (by > 0 ? STEPS[STEPS.length - 1]! : STEPS[0]);
}

/** Larger than this nobody needs a page that is only to fill the width. */
const LARGEST_FIT = 1.4;

/** The size at which the widest page fills the width, or nearly so where the width is great. */
export function fitting(sizes: readonly Size[], width: number): number {
  const widest = Math.max(...sizes.map((size) => size.width), 1);
  return Math.min(Math.max((width - 2 * GAP) / (widest * PIXELS), STEPS[0]), LARGEST_FIT);
}

/** Where each page begins, in pixels from the top of the first gap. */
export function tops(sizes: readonly Size[], zoom: number): number[] {
  let at = GAP;
  return sizes.map((size) => {
    const top = at;
    at += Math.round(size.height * PIXELS * zoom) + GAP;
    return top;
  });
}

/** The page, from 0, that holds the line a third down the part that is seen. */
export function pageAt(begins: readonly number[], scroll: number, height: number): number {
  const line = scroll + height / 3;
  const after = begins.findIndex((top) => top > line);
  return Math.max(0, (after < 0 ? begins.length : after) - 1);
}
