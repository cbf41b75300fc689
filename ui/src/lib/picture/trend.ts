// Where the lines of the trend run, and what is written beside them. Pure; d3-scale divides the height, d3-shape draws.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { TrendMonth } from '$lib/bridge/generated/wire';
import { dayNumber } from './stretch';

export const MEASURES = ['open', 'overdue', 'stale'] as const;
export type Measure = (typeof MEASURES)[number];

export const measureWords: Record<Measure, string> = {
  open: 'open',
  overdue: 'overdue',
  stale: 'not heard of for 90 days',
};

export interface Curve {
  measure: Measure;
  path: string;
  /** Where each month stands. */
  points: { x: number; y: number }[];
  /** Where its name is written. */
  labelY: number;
}

export interface TrendLines {
  curves: Curve[];
  /** Heights at which a number is written. */
  marks: { y: number; words: string }[];
  bottom: number;
}

const LABEL = 15;

/** Moves words apart that would lie on one another, each as little as it must. */
export function apart(wanted: readonly number[], least: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  let last = top - least;
  for (const place of order) {
    place.y = Math.max(place.y, last + least);
    last = place.y;
  }
  let next = bottom + least;
  for (const place of [...order].reverse()) {
    place.y = Math.min(place.y, next - least);
    next = place.y;
  }
  const placed = [...wanted];
  for (const { y, i } of order) placed[i] = y;
  return placed;
}

export function trendLines(
  months: readonly TrendMonth[],
  at: (day: number) => number,
  top: number,
  bottom: number,
): TrendLines {
  const most = Math.max(1, ...months.flatMap((m) => MEASURES.map((measure) => m[measure])));
  const scale = scaleLinear().domain([0, most]).nice(4).range([bottom, top]);
  const whole = scale.ticks(4).filter((n) => Number.isInteger(n));
  const draw = line<{ x: number; y: number }>(
    (p) => p.x,
    (p) => p.y,
  );
  const curves = MEASURES.map((measure) => {
    const points = months.map((m) => ({ x: at(dayNumber(m.on)), y: scale(m[measure]) }));
    return { measure, points, path: draw(points) ?? '', labelY: 0 };
  });
  const ends = curves.map(({ points }) => points.at(-1)?.y ?? bottom);
  apart(ends, LABEL, top, bottom).forEach((y, i) => {
    const curve = curves[i];
    if (curve) curve.labelY = y;
  });
  return { curves, marks: whole.map((n) => ({ y: scale(n), words: n.toLocaleString('en-GB') })), bottom };
}
