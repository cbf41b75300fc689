// The stretch of time that a time line shows, and how it moves: zoomed about a point, moved along, led to a day. Days
// are counted from 1970, with fractions, so that a stretch can stand between two of them. Pure.
//
// A zoom library (d3-zoom) was looked at: it keeps a second state beside this one, in the element, and has no keys.

/** From one day to another, as numbers of days. */
export interface Stretch {
  from: number;
  to: number;
}

const DAY_MS = 86_400_000;
/** A month. */
export const LEAST = 31;
/** Twenty years. */
export const MOST = 7305;
/** How much one press or one notch of the wheel changes. */
export const STEP = 1.25;

export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayOf(number: number): string {
  return new Date(Math.floor(number) * DAY_MS).toISOString().slice(0, 10);
}

export function dateOf(number: number): Date {
  return new Date(number * DAY_MS);
}

export function lengthOf({ from, to }: Stretch): number {
  return to - from;
}

/** Zooms so that what stands at `at` stays where it is. A factor above 1 shows more. */
export function zoomed(stretch: Stretch, factor: number, at: number): Stretch {
  const before = lengthOf(stretch);
  const length = Math.min(MOST, Math.max(LEAST, before * factor));
  const share = (at - stretch.from) / before;
  const from = at - share * length;
  return { from, to: from + length };
}

/** Moved along by a number of days. */
export function moved({ from, to }: Stretch, by: number): Stretch {
  return { from: from + by, to: to + by };
}

/** The same length, with a day in its midst. */
export function around(stretch: Stretch, day: number): Stretch {
  const half = lengthOf(stretch) / 2;
  return { from: day - half, to: day + half };
}

/** Moved as little as shows a day, with some room beside it. */
export function showing(stretch: Stretch, day: number): Stretch {
  const room = lengthOf(stretch) * 0.05;
  if (day < stretch.from + room) return moved(stretch, day - room - stretch.from);
  if (day > stretch.to - room) return moved(stretch, day + room - stretch.to);
  return stretch;
}

/** All there is, as far as twenty years reach; the newest where that is not all. */
export function whole(first: string | null, last: string | null, today: string): Stretch {
  const days = [first, last, today].filter((day) => day !== null).map(dayNumber);
  const begin = Math.min(...days);
  const end = Math.max(...days);
  const room = Math.max(20, (end - begin) * 0.04);
  const length = Math.min(MOST, Math.max(LEAST, end - begin + 2 * room));
  return { from: end + room - length, to: end + room };
}

/** The days to ask for: what is shown, and as much on either side, in whole months so that small moves ask nothing. */
export function asked(stretch: Stretch): { from: string; to: string } {
  const length = lengthOf(stretch);
  const from = dayOf(stretch.from - length / 2);
  const to = dayOf(stretch.to + length / 2);
  return { from: `${from.slice(0, 7)}-01`, to: `${to.slice(0, 7)}-28` };
}
