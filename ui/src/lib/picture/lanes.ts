// Where everything stands on the time line: lanes of their heights, marks that lie on one another counted together,
// spans packed into rows. Pure figures in pixels; TimeLinePicture.svelte draws them.
import { meetingStateWords, stageWords, statusWords } from '$lib/bridge/generated/wire';
import type {
  MeetingState,
  TimeDue,
  TimeLane,
  TimeLineView,
  TimeRound,
  TimeTerm,
} from '$lib/bridge/generated/wire';
import { formatDay, formatDays, formatMonth } from '$lib/widget/dates';
import { plural } from '$lib/widget/english';
import type { TimeAxis } from './axis';
import { dayNumber } from './stretch';
import { fit, widthOf } from './words';

export type MarkKind = 'round' | 'rounds' | 'due' | 'dues' | 'term';
export type DueState = 'open' | 'overdue' | 'closed';

/** Something that can be pointed at, gone to and opened. */
export interface Mark {
  /** The same from draw to draw. */
  key: string;
  kind: MarkKind;
  lane: number;
  /** The day to lead to when it is gone to by key. */
  day: number;
  x: number;
  /** Where it ends, for what is a span or a column. */
  to: number;
  y: number;
  height: number;
  /** What the pointer and the ear are told. */
  name: string;
  /** Where it leads. */
  target: Target;
  /** How a round stands; how a commitment stands. */
  state?: MeetingState;
  due?: DueState;
  /** Written on or beside it. */
  label?: string;
  /** Of a column: the share of its height that is open. */
  open?: number;
  /** Of a span: whether it begins, or ends, within what is shown. */
  begins?: boolean;
  ends?: boolean;
  ended?: boolean;
}

export type Target =
  | { page: 'meeting' | 'commitment' | 'instrument'; id: string }
  | { page: 'commitments'; params: Record<string, string> }
  /** Nothing of its own: it is looked at more closely. */
  | { page: 'closer'; from: number; to: number };

export interface Lane {
  dialogue: string | null;
  name: string;
  label: string;
  y: number;
  height: number;
}

export interface Lines {
  lanes: Lane[];
  marks: Mark[];
  height: number;
}

const ROUND = 24;
const DUE = 9;
const DUE_ROWS = 7;
const COLUMN = 24;
const TERM = 17;
const TERM_ROWS = 5;
const PAD = 5;
/** Marks nearer than this are counted together. */
const NEAR = 15;
/** The narrowest column that one can see and point at. */
const NARROWEST = 9;

const dueState = (due: TimeDue): DueState =>
  due.overdue
    ? 'overdue'
    : due.status === 'not_started' ||
        due.status === 'in_progress' ||
        due.status === 'delivered' ||
        due.status === 'suspended'
      ? 'open'
      : 'closed';

/** Every how many months columns are drawn. */
function monthsTogether(axis: TimeAxis): number {
  const month = axis.at(30.44) - axis.at(0);
  return [1, 3, 6, 12, 24].find((n) => month * n >= NARROWEST) ?? 60;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthDay(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** `Jan 2015`, `Jan to Mar 2015`, `2015`. */
function spanWords(from: number, months: number): string {
  const first = monthDay(from).slice(0, 7);
  if (months === 1) return formatMonth(first);
  if (months === 12) return first.slice(0, 4);
  const last = monthDay(from + months - 1).slice(0, 7);
  return `${formatMonth(first)} to ${formatMonth(last)}`;
}

function sums<T>(
  all: readonly T[],
  monthOf: (of: T) => number,
  months: number,
  add: (sum: [number, number], of: T) => void,
) {
  const found = new Map<number, [number, number]>();
  for (const of of all) {
    const month = monthOf(of);
    const begin = month - (((month % months) + months) % months);
    const sum = found.get(begin) ?? [0, 0];
    add(sum, of);
    found.set(begin, sum);
  }
  return [...found].sort(([a], [b]) => a - b);
}

function roundMarks(
  rounds: readonly TimeRound[],
  lane: TimeLane,
  at: number,
  y: number,
  axis: TimeAxis,
): Mark[] {
  const groups: TimeRound[][] = [];
  let last = -Infinity;
  for (const round of rounds) {
    const x = axis.at(dayNumber(round.beginsOn));
    if (x - last < NEAR && groups.length > 0) groups.at(-1)?.push(round);
    else {
      groups.push([round]);
      last = x;
    }
  }
  return groups.map((group): Mark => {
    const [round] = group as [TimeRound];
    const day = dayNumber(round.beginsOn);
    const end = dayNumber(group.at(-1)?.beginsOn ?? round.beginsOn);
    const base = { lane: at, day, y, height: ROUND, x: axis.at(day), to: axis.at(day) };
    if (group.length === 1) {
      const when = formatDays(round.beginsOn, round.endsOn ?? round.beginsOn);
      const name = `${round.title}, ${meetingStateWords[round.state]}, ${when}`;
      return {
        ...base,
        key: round.id,
        kind: 'round',
        state: round.state,
        name,
        target: { page: 'meeting', id: round.id },
      };
    }
    const names = group.map((r) => `${r.title}, ${formatDay(r.beginsOn)}`);
    const more = names.length > 4 ? [`and ${names.length - 4} more`] : [];
    return {
      ...base,
      x: (axis.at(day) + axis.at(end)) / 2,
      to: (axis.at(day) + axis.at(end)) / 2,
      key: `rounds-${round.id}`,
      kind: 'rounds',
      label: String(group.length),
      name: `${plural(group.length, 'round')} of ${lane.shortName}: ${[...names.slice(0, 4), ...more].join('; ')}`,
      target: { page: 'closer', from: day, to: end },
    };
  });
}

/** Where rounds are counted by month: a number for each few months that have room for one. */
function countedRounds(lane: TimeLane, at: number, y: number, axis: TimeAxis): Mark[] {
  const month = axis.at(30.44) - axis.at(0);
  const months = [1, 3, 6, 12, 24].find((n) => month * n >= 30) ?? 60;
  const all = sums(
    lane.monthRounds,
    (of) => monthNumber(of.month),
    months,
    (sum, of) => {
      sum[0] += of.held;
      sum[1] += of.others;
    },
  );
  return all.map(([begin, [held, others]]): Mark => {
    const from = dayNumber(monthDay(begin));
    const to = dayNumber(monthDay(begin + months));
    const x = axis.at((from + to) / 2);
    const words = [
      held > 0 ? `${held} held` : '',
      others > 0 ? `${others} planned, postponed or cancelled` : '',
    ];
    return {
      key: `rounds-${lane.dialogue}-${begin}`,
      kind: 'rounds',
      lane: at,
      day: (from + to) / 2,
      x,
      to: x,
      y,
      height: ROUND,
      label: (held + others).toLocaleString('en-GB'),
      name: `${plural(held + others, 'round')} of ${lane.shortName}, ${spanWords(begin, months)}: ${words.filter(Boolean).join(', ')}`,
      target: { page: 'closer', from, to },
    };
  });
}

/** Gives each span the first row in which it has room; null where there are not enough rows. */
function pack(
  spans: readonly { x: number; to: number }[],
  most: number,
  gap: number,
): { rows: number[]; count: number } | null {
  const ends: number[] = [];
  const rows: number[] = [];
  for (const { x, to } of spans) {
    let row = ends.findIndex((end) => end + gap <= x);
    if (row < 0) {
      if (ends.length === most) return null;
      row = ends.length;
    }
    ends[row] = to;
    rows.push(row);
  }
  return { rows, count: ends.length };
}

function dueMarks(
  dues: readonly TimeDue[],
  at: number,
  y: number,
  axis: TimeAxis,
  left: number,
): { marks: Mark[]; height: number } | null {
  const spans = dues.map((due) => {
    const to = axis.at(dayNumber(due.dueOn));
    const made = due.madeOn ? axis.at(dayNumber(due.madeOn)) : to;
    return {
      due,
      x: Math.max(left, Math.min(made, to)),
      to,
      begins: due.madeOn !== null && made >= left && made <= to,
    };
  });
  spans.sort((a, b) => a.x - b.x || a.to - b.to);
  const packed = pack(
    spans.map(({ x, to }) => ({ x: x - 5, to: to + 5 })),
    DUE_ROWS,
    3,
  );
  if (!packed) return null;
  const marks = spans.map(({ due, x, to, begins }, i): Mark => {
    const state = dueState(due);
    const words =
      state === 'overdue' ? `overdue since ${formatDay(due.dueOn)}` : `due ${formatDay(due.dueOn)}`;
    return {
      key: due.id,
      kind: 'due',
      lane: at,
      day: dayNumber(due.dueOn),
      x,
      to,
      y: y + (packed.rows[i] ?? 0) * DUE,
      height: DUE,
      due: state,
      begins,
      name: `${due.ref} ${due.title}, ${statusWords[due.status]}, ${words}`,
      target: { page: 'commitment', id: due.id },
    };
  });
  return { marks, height: packed.count * DUE };
}

interface Counted {
  month: string;
  open: number;
  closed: number;
}

function byMonth(dues: readonly TimeDue[]): Counted[] {
  const found = new Map<string, Counted>();
  for (const due of dues) {
    const month = due.dueOn.slice(0, 7);
    const count = found.get(month) ?? { month, open: 0, closed: 0 };
    if (dueState(due) === 'closed') count.closed += 1;
    else count.open += 1;
    found.set(month, count);
  }
  return [...found.values()];
}

function columnMarks(
  counts: readonly Counted[],
  lane: TimeLane,
  at: number,
  y: number,
  axis: TimeAxis,
  most: number,
  months: number,
  track: string | null,
): Mark[] {
  const all = sums(
    counts,
    (of) => monthNumber(of.month),
    months,
    (sum, of) => {
      sum[0] += of.open;
      sum[1] += of.closed;
    },
  );
  return all.map(([begin, [open, closed]]): Mark => {
    const first = monthDay(begin);
    const next = monthDay(begin + months);
    const count = open + closed;
    const words = spanWords(begin, months);
    // The list has no condition for "outside the dialogues"; there one looks closer instead.
    const made = `dialogue:"${lane.name.replaceAll('"', ' ')}"`;
    const found = { show: 'all', q: `${made} due>=${first} due<${next}`, ...(track ? { track } : {}) };
    return {
      key: `dues-${lane.dialogue}-${begin}`,
      kind: 'dues',
      lane: at,
      day: (dayNumber(first) + dayNumber(next)) / 2,
      x: axis.at(dayNumber(first)) + 0.5,
      to: axis.at(dayNumber(next)) - 0.5,
      y,
      height: Math.max(2, (count / most) * COLUMN),
      open: open / count,
      name: `${plural(count, 'commitment')} of ${lane.shortName} due ${months === 1 ? 'in' : ''} ${words}: ${open} open, ${closed} closed`.replace(
        '  ',
        ' ',
      ),
      target: lane.dialogue
        ? { page: 'commitments', params: found }
        : { page: 'closer', from: dayNumber(first), to: dayNumber(next) },
    };
  });
}

function termMarks(
  terms: readonly TimeTerm[],
  at: number,
  y: number,
  axis: TimeAxis,
  left: number,
  right: number,
): { marks: Mark[]; height: number; hidden: number } {
  const spans = terms
    .map((term) => {
      const from = term.from ? axis.at(dayNumber(term.from)) : left;
      const to = term.to ? axis.at(dayNumber(term.to) + 1) : right;
      return { term, from, end: to, x: Math.max(left, from), to: Math.min(right, Math.max(to, from + 4)) };
    })
    .filter(({ x, to }) => x < right && to > left);
  const ends: number[] = [];
  const marks: Mark[] = [];
  let hidden = 0;
  for (const { term, from, end, x, to } of spans) {
    let row = ends.findIndex((other) => other + 4 <= x);
    if (row < 0) row = ends.length;
    if (row >= TERM_ROWS) {
      hidden += 1;
      continue;
    }
    ends[row] = to;
    const until = term.to ? `to ${formatDay(term.to)}` : 'without an end';
    const since = term.from ? `from ${formatDay(term.from)}` : 'from a day that is not known';
    marks.push({
      key: term.id,
      kind: 'term',
      lane: at,
      day: Math.max(axis.dayAt(left), term.from ? dayNumber(term.from) : axis.dayAt(left)),
      x,
      to,
      y: y + row * TERM,
      height: TERM,
      begins: term.from !== null && from >= left,
      ends: term.to !== null && end <= right,
      ended: ['expired', 'terminated', 'replaced'].includes(term.stage),
      label: fit(term.title, to - x - 10, 11),
      name: `${term.ref} ${term.title}, ${stageWords[term.stage]}, ${since} ${until}`,
      target: { page: 'instrument', id: term.id },
    });
  }
  return { marks, height: ends.length * TERM, hidden };
}

export interface LinesOptions {
  view: TimeLineView;
  axis: TimeAxis;
  /** Room for the names, and where the picture ends. */
  left: number;
  right: number;
  top: number;
  track: string | null;
}

/** Whether anything of it is shown between the edges, with room for half a mark. */
function inSight({ x, to }: Mark, left: number, right: number): boolean {
  return to > left - 1 && x < right + 1;
}

export function layLines({ view, axis, left, right, top, track }: LinesOptions): Lines {
  const months = monthsTogether(axis);
  // All lanes are measured by the highest column, so that they can be compared.
  const highest = Math.max(
    1,
    ...view.lanes.flatMap((lane) => {
      const counts = lane.monthDues.length > 0 ? lane.monthDues : byMonth(lane.dues);
      return sums(
        counts,
        (of) => monthNumber(of.month),
        months,
        (sum, of) => {
          sum[0] += of.open + of.closed;
        },
      ).map(([, [n]]) => n);
    }),
  );
  let y = top;
  const lanes: Lane[] = [];
  const marks: Mark[] = [];
  view.lanes.forEach((lane, at) => {
    const begin = y;
    y += PAD;
    const within: Mark[] = [];
    const rounds =
      lane.monthRounds.length > 0
        ? countedRounds(lane, at, y, axis)
        : roundMarks(lane.rounds, lane, at, y, axis);
    within.push(...rounds.filter(({ x }) => x >= left + 2 && x <= right - 2));
    y += ROUND;
    const near = lane.dues.filter(
      (due) => axis.at(dayNumber(due.dueOn)) >= left && axis.at(dayNumber(due.dueOn)) <= right,
    );
    const spans = lane.monthDues.length > 0 ? null : dueMarks(near, at, y + 2, axis, left);
    if (spans) {
      within.push(...spans.marks);
      y += spans.marks.length > 0 ? spans.height + 4 : 0;
    } else {
      const counts = lane.monthDues.length > 0 ? lane.monthDues : byMonth(near);
      const columns = columnMarks(counts, lane, at, y, axis, highest, months, track)
        .filter((mark) => inSight(mark, left, right))
        .map((mark) => ({ ...mark, x: Math.max(left, mark.x), to: Math.min(right, mark.to) }));
      for (const column of columns) within.push({ ...column, y: y + COLUMN - column.height });
      y += columns.length > 0 ? COLUMN + 3 : 0;
    }
    const terms = termMarks(lane.terms, at, y, axis, left, right);
    within.push(...terms.marks);
    y += terms.height;
    y += PAD;
    lanes.push({
      dialogue: lane.dialogue,
      name: lane.name,
      label: fit(lane.shortName, left - 18, 12),
      y: begin,
      height: y - begin,
    });
    within.sort((a, b) => a.day - b.day || a.y - b.y);
    marks.push(...within);
  });
  return { lanes, marks, height: y };
}

/** The mark that an arrow key leads to: along its lane, or to the nearest one of the lanes above or below. */
export function neighbour(
  marks: readonly Mark[],
  key: string | null,
  to: 'left' | 'right' | 'up' | 'down',
): Mark | null {
  const from = marks.find((mark) => mark.key === key);
  if (!from) return marks[0] ?? null;
  if (to === 'left' || to === 'right') {
    const lane = marks.filter((mark) => mark.lane === from.lane);
    return lane[lane.indexOf(from) + (to === 'right' ? 1 : -1)] ?? null;
  }
  const lanes = [...new Set(marks.map((mark) => mark.lane))].sort((a, b) => a - b);
  const lane = lanes[lanes.indexOf(from.lane) + (to === 'down' ? 1 : -1)];
  if (lane === undefined) return null;
  const there = marks.filter((mark) => mark.lane === lane);
  return there.reduce<Mark | null>(
    (best, mark) =>
      best === null || Math.abs(mark.day - from.day) < Math.abs(best.day - from.day) ? mark : best,
    null,
  );
}

/** What is in sight, as rows of a table, in the order of days. */
export function rowsOf(lines: Lines): { mark: Mark; lane: Lane }[] {
  return lines.marks
    .map((mark) => ({ mark, lane: lines.lanes[mark.lane] as Lane }))
    .sort((a, b) => a.mark.day - b.mark.day || a.mark.lane - b.mark.lane);
}

export const pillWidth = (label: string): number => Math.max(16, widthOf(label, 11, 500) + 9);
