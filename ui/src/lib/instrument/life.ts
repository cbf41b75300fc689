// Where the entries of an instrument's life stand when they are drawn: a lane for what all did together and one for each
// party, time from left to right, and at the right end what is missing and has no day. Pure.
import type { LifeEntry, Named } from '$lib/bridge/generated/wire';

export interface Given {
  entries: readonly LifeEntry[];
  /** In the order of their lanes. */
  parties: readonly Named[];
  today: string;
  /** Since when it has effect, and until when as things stand. */
  from: string | null;
  until: string | null;
  width: number;
}

export interface Mark {
  /** The place of the entry, from 0. */
  at: number;
  x: number;
  y: number;
  /** Its words beside it, where there is room. */
  label: string;
}

export interface Lane {
  label: string;
  y: number;
  height: number;
}

export interface Life {
  lanes: Lane[];
  marks: Mark[];
  ticks: { x: number; label: string }[];
  today: number;
  /** The stretch in which it has effect. */
  effect: { from: number; to: number; open: boolean } | null;
  /** Where what is missing stands; none where nothing is. */
  missing: number | null;
  height: number;
}

/** Room for the names of the lanes. */
export const NAMES = 104;
const RIGHT = 14;
const ROW = 24;
const GAP = 6;
/** Two marks nearer than this do not stand in one row. */
const APART = 17;
/** What a letter of a label takes, about. */
const LETTER = 6.3;
const MISSING = 132;

const DAY = 86_400_000;

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

export function layout({ entries, parties, today, from, until, width }: Given): Life {
  const dated = entries.filter((e) => e.on !== null).map((e) => dayOf(e.on as string));
  const days = [...dated, dayOf(today), ...[from, until].filter((d) => d !== null).map(dayOf)];
  // Less than a year says nothing about time.
  const first = Math.min(...days);
  const last = Math.max(...days, first + 365);
  const margin = (last - first) * 0.03;
  const undated = entries.some((e) => e.on === null);
  const left = NAMES + 10;
  const right = Math.max(left + 60, width - RIGHT - (undated ? MISSING : 0));
  const x = (day: number) => left + ((day - first + margin) * (right - left)) / (last - first + 2 * margin);

  const keys = [null, ...parties.map((p) => p.id)];
  const rows = keys.map((): number[] => []);
  const placed: { at: number; x: number; lane: number; row: number; label: string }[] = [];
  const missingX = right + 18;
  entries.forEach((entry, at) => {
    const lane = Math.max(0, keys.indexOf(entry.party?.id ?? null));
    const taken = rows[lane] as number[];
    const place = entry.on === null ? missingX : x(dayOf(entry.on));
    let row = taken.findIndex((end) => end + APART <= place);
    if (row < 0) row = taken.length;
    taken[row] = place;
    placed.push({ at, x: place, lane, row, label: entry.label });
  });

  const lanes: Lane[] = [];
  let y = 0;
  const shown = keys
    .map((key, i) => ({ key, i }))
    .filter(({ key, i }) => key !== null || (rows[i] as number[]).length > 0);
  const top = new Map<number, number>();
  for (const { key, i } of shown) {
    const height = Math.max(1, (rows[i] as number[]).length) * ROW;
    top.set(i, y);
    lanes.push({
      label: key === null ? 'Together' : (parties.find((p) => p.id === key)?.name ?? ''),
      y,
      height,
    });
    y += height + GAP;
  }

  const marks = placed.map((mark) => {
    const next = Math.min(
      ...placed
        .filter((o) => o !== mark && o.lane === mark.lane && o.row === mark.row && o.x > mark.x)
        .map((o) => o.x - 10),
      width - 2,
    );
    const room = next - mark.x - 12;
    return {
      at: mark.at,
      x: mark.x,
      y: (top.get(mark.lane) ?? 0) + mark.row * ROW + ROW / 2,
      label: room >= mark.label.length * LETTER ? mark.label : '',
    };
  });

  return {
    lanes,
    marks,
    ticks: ticksOf(first - margin, last + margin, x),
    today: x(dayOf(today)),
    effect: from ? { from: x(dayOf(from)), to: until ? x(dayOf(until)) : right, open: until === null } : null,
    missing: undated ? right + 6 : null,
    height: Math.max(y - GAP, ROW),
  };
}

/** The beginnings of years, as many as have room. */
function ticksOf(from: number, to: number, x: (day: number) => number): { x: number; label: string }[] {
  const yearOf = (day: number) => new Date(day * DAY).getUTCFullYear();
  const [first, last] = [yearOf(from) + 1, yearOf(to)];
  const perYear =
    last > first ? (x(dayOf(`${last}-01-01`)) - x(dayOf(`${first}-01-01`))) / (last - first) : 100;
  const step = [1, 2, 5, 10, 20, 50].find((s) => s * perYear >= 38) ?? 100;
  const ticks = [];
  for (let year = first; year <= last; year += 1) {
    if (year % step === 0) ticks.push({ x: x(dayOf(`${year}-01-01`)), label: String(year) });
  }
  return ticks;
}
