// The scale of time of every picture, and what is written along it. Pure; d3-scale and d3-time know calendars, d3-shape
// draws lines. These single modules (ISC) take 45 KB, read with the first picture. Observable Plot brings all of D3 and
// draws what it likes, not marks that one goes along by key; LayerChart brings Tailwind and a state of its own.
import { scaleUtc } from 'd3-scale';
import { utcMonth, utcYear, type TimeInterval } from 'd3-time';
import { dateOf, type Stretch } from './stretch';

export interface Tick {
  x: number;
  /** Empty between two that are written. */
  label: string;
  /** Begins a year. */
  year: boolean;
}

export interface TimeAxis {
  /** Where a day (a number of days) stands. */
  at: (day: number) => number;
  /** The day at a place. */
  dayAt: (x: number) => number;
  ticks: Tick[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Room that a word along the axis needs. */
const LABEL = 46;

function labelOf(date: Date, inMonths: boolean, first: boolean): string {
  const month = date.getUTCMonth();
  if (!inMonths) return String(date.getUTCFullYear());
  if (month === 0 || first)
    return month === 0 ? String(date.getUTCFullYear()) : `${MONTHS[month]} ${date.getUTCFullYear()}`;
  return MONTHS[month] ?? '';
}

/** Every how many months, or years, something is written so that the words do not touch. */
function stepOf(pixelsPerMonth: number): { every: TimeInterval; inMonths: boolean } {
  for (const months of [1, 3, 6]) {
    if (pixelsPerMonth * months >= LABEL)
      return { every: utcMonth.every(months) ?? utcMonth, inMonths: true };
  }
  const years = [1, 2, 5, 10].find((n) => pixelsPerMonth * 12 * n >= LABEL) ?? 20;
  return { every: utcYear.every(years) ?? utcYear, inMonths: false };
}

export function timeAxis(stretch: Stretch, left: number, right: number): TimeAxis {
  const scale = scaleUtc()
    .domain([dateOf(stretch.from), dateOf(stretch.to)])
    .range([left, right]);
  const perDay = (right - left) / (stretch.to - stretch.from);
  const { every, inMonths } = stepOf(perDay * 30.44);
  const dates = every.range(dateOf(stretch.from), dateOf(stretch.to + 1));
  const ticks = dates.map((date): Tick => {
    const x = scale(date);
    // A word needs room before the picture ends.
    const label = right - x < 24 ? '' : labelOf(date, inMonths, false);
    return { x, label, year: date.getUTCMonth() === 0 };
  });
  // The first month says its year, and the one after it makes room for that; a year that follows says it as well.
  const [first, second] = ticks;
  if (inMonths && first?.label && !first.year && !second?.year) {
    first.label = labelOf(dates[0] as Date, true, true);
    if (second && second.x - first.x < LABEL + 22) second.label = '';
  }
  return {
    at: (day) => left + (day - stretch.from) * perDay,
    dayAt: (x) => stretch.from + (x - left) / perDay,
    ticks,
  };
}
