// Where the rounds of a dialogue stand on its time line: which years are written, where each mark goes, which
// marks must make room for one another. Pure figures in pixels; TimeLine.svelte draws them.
import type { MeetingState } from '$lib/bridge/generated/wire';
import { daysBetween, formatDay } from '$lib/widget/dates';

/** What the layout needs to know of a round. */
export interface Round {
  id: string;
  title: string;
  ordinal: number | null;
  state: MeetingState;
  beginsOn: string | null;
  /** The days as people read them. */
  when: string;
}

export interface Mark {
  /** None for the expected round, which is not in the register yet. */
  id: string | null;
  shape: MeetingState | 'expected';
  day: string;
  x: number;
  /** 0 stands on the axis, higher ones above it. */
  lane: number;
  /** What it is, for whoever hovers or listens. */
  name: string;
  /** Written beside the mark where there is room: `2nd`. */
  label: string;
}

export interface Tick {
  x: number;
  /** The year; empty for a tick between. */
  label: string;
}

export interface TimeLineLayout {
  marks: Mark[];
  ticks: Tick[];
  lanes: number;
  today: number;
  established: number | null;
  /** Rounds that bear no day and so stand nowhere on the line. */
  undated: Round[];
}

export interface TimeLineOptions {
  rounds: readonly Round[];
  expectedOn: string | null;
  establishedOn: string | null;
  today: string;
  width: number;
}

/** Room for half a mark at either end. */
const EDGE = 14;
/** A mark with its distance to the next: a target of 24 px, WCAG 2.5.8. */
const MARK = 26;
const LABEL = 30;
const YEAR_LABEL = 46;
const MOST_LANES = 4;

export function ordinalWord(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** How many years apart labels stand so that they do not touch. */
export function yearStep(years: number, width: number): number {
  const steps = [1, 2, 5, 10, 20, 50, 100];
  return steps.find((step) => (width / years) * step >= YEAR_LABEL) ?? 100;
}

/** Whole years around the days, and where a day stands among them. */
function axisOf(days: readonly string[], width: number) {
  const sorted = [...days].sort();
  const first = Number(sorted[0]?.slice(0, 4));
  const last = Number(sorted.at(-1)?.slice(0, 4));
  const from = `${first}-01-01`;
  const to = `${last + 1}-01-01`;
  const span = daysBetween(from, to);
  const inner = Math.max(0, width - 2 * EDGE);
  const at = (day: string) => EDGE + (daysBetween(from, day) / span) * inner;
  return { first, last, inner, at };
}

function ticksOf({ first, last, inner, at }: ReturnType<typeof axisOf>): Tick[] {
  const years = last - first + 1;
  const step = yearStep(years, inner);
  const ticks: Tick[] = [];
  for (let year = first; year <= last + 1; year++) {
    const labelled = year <= last && (year - first) % step === 0;
    if (labelled || step === 1) ticks.push({ x: at(`${year}-01-01`), label: labelled ? String(year) : '' });
    // A few years have room for their quarters.
    if (year <= last && inner / years >= 160)
      for (const month of ['04', '07', '10']) ticks.push({ x: at(`${year}-${month}-01`), label: '' });
  }
  return ticks;
}

/** Gives each mark the lowest lane with room; when all are full, the one whose last mark is farthest away. */
function intoLanes(marks: Mark[]): number {
  const ends: number[] = [];
  for (const mark of marks) {
    let lane = ends.findIndex((end) => end + MARK <= mark.x);
    if (lane < 0) {
      lane = ends.length < MOST_LANES ? ends.length : ends.indexOf(Math.min(...ends));
    }
    ends[lane] = mark.x;
    mark.lane = lane;
  }
  return Math.max(1, ends.length);
}

function withRoomForLabels(marks: readonly Mark[], width: number): void {
  for (const mark of marks) {
    const next = marks.find((m) => m.lane === mark.lane && m.x > mark.x);
    if ((next?.x ?? width) - mark.x < MARK + LABEL) mark.label = '';
  }
}

const STATE_WORDS: Record<MeetingState, string> = {
  held: 'held',
  planned: 'planned',
  postponed: 'postponed',
  cancelled: 'cancelled',
};

export function layout({ rounds, expectedOn, establishedOn, today, width }: TimeLineOptions): TimeLineLayout {
  const dated = rounds.filter((r) => r.beginsOn !== null);
  const days = [...dated.map((r) => r.beginsOn as string), today];
  if (expectedOn) days.push(expectedOn);
  if (establishedOn) days.push(establishedOn);
  const axis = axisOf(days, width);

  const marks: Mark[] = dated.map((round) => ({
    id: round.id,
    shape: round.state,
    day: round.beginsOn as string,
    x: axis.at(round.beginsOn as string),
    lane: 0,
    name: `${round.title}, ${STATE_WORDS[round.state]}, ${round.when || formatDay(round.beginsOn)}`,
    label: round.ordinal === null ? '' : ordinalWord(round.ordinal),
  }));
  if (expectedOn) {
    const late = daysBetween(expectedOn, today);
    marks.push({
      id: null,
      shape: 'expected',
      day: expectedOn,
      x: axis.at(expectedOn),
      lane: 0,
      name:
        late > 0
          ? `Next round was expected by ${formatDay(expectedOn)}`
          : `Next round expected by ${formatDay(expectedOn)}`,
      label: '',
    });
  }
  marks.sort((a, b) => a.day.localeCompare(b.day));
  const lanes = intoLanes(marks);
  withRoomForLabels(marks, width);

  return {
    marks,
    ticks: ticksOf(axis),
    lanes,
    today: axis.at(today),
    established: establishedOn ? axis.at(establishedOn) : null,
    undated: rounds.filter((r) => r.beginsOn === null),
  };
}
