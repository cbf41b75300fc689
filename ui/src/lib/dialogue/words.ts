// How a dialogue's rhythm reads: its cadence, when it meets next, how late it is. Pure.
import type { DialogueRow, DialogueState } from '$lib/bridge/generated/wire';
import { daysBetween, formatDay } from '$lib/widget/dates';

/** `every year`, `every 6 months`, `every 2 years`; empty where there is no rule. */
export function cadenceWords(months: number | null): string {
  if (months === null) return '';
  if (months === 1) return 'every month';
  if (months === 12) return 'every year';
  return months % 12 === 0 ? `every ${months / 12} years` : `every ${months} months`;
}

/** A stretch of days in the unit in which one speaks of it. */
export function spanWords(days: number): string {
  const n = Math.abs(days);
  if (n === 1) return '1 day';
  if (n < 60) return `${n} days`;
  if (n < 730) return `${Math.round(n / 30.44)} months`;
  const years = Math.floor(n / 365.25);
  return years === 1 ? '1 year' : `${years} years`;
}

export interface NextWords {
  /** What stands in the column: a day, or why there is none. */
  label: string;
  /** The smaller line beneath. */
  note: string;
  late: boolean;
}

const RESTING: Record<Exclude<DialogueState, 'active'>, string> = {
  dormant: 'dormant',
  concluded: 'concluded',
};

type Rhythm = Pick<DialogueRow, 'state' | 'nextOn' | 'expectedOn' | 'cadenceMonths'>;

/** When a dialogue meets next: as planned, or as its cadence lets one expect. */
export function nextWords(row: Rhythm, today: string): NextWords {
  if (row.nextOn) {
    const days = daysBetween(today, row.nextOn);
    const note = days === 0 ? 'today' : days < 0 ? `${spanWords(days)} ago` : `in ${spanWords(days)}`;
    return { label: formatDay(row.nextOn), note, late: false };
  }
  if (row.state !== 'active') return { label: RESTING[row.state], note: '', late: false };
  if (row.expectedOn) {
    const days = daysBetween(today, row.expectedOn);
    return days < 0
      ? { label: formatDay(row.expectedOn), note: `overdue by ${spanWords(days)}`, late: true }
      : {
          label: formatDay(row.expectedOn),
          note: days === 0 ? 'expected today' : `expected, in ${spanWords(days)}`,
          late: false,
        };
  }
  return { label: '', note: row.cadenceMonths === null ? 'no cadence' : 'not yet met', late: false };
}
