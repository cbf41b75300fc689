// Calendar days as people write and read them. A day is `YYYY-MM-DD`, without hour or zone; nothing here asks
// the machine what day it is: "today" belongs to the dossier and is handed in.

const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const LONG = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const DAY_MS = 86_400_000;

export type ParsedDay = { ok: true; day: string } | { ok: false; message: string };

function pad(n: number, width = 2): string {
  return String(n).padStart(width, '0');
}

function toUtc(day: string): number {
  const [y, m, d] = day.split('-').map(Number);
  return Date.UTC(y ?? 0, (m ?? 1) - 1, d ?? 1);
}

function fromUtc(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function isDay(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return m !== null && checked(Number(m[1]), Number(m[2]), Number(m[3])).ok;
}

/** `2011-07-19` → `19 Jul 2011`. What is no day is returned as it came, so that nothing is hidden. */
export function formatDay(day: string | null | undefined): string {
  if (!day) return '';
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = m ? SHORT[Number(m[2]) - 1] : undefined;
  return m && month ? `${Number(m[3])} ${month} ${m[1]}` : day;
}

/** `2026-03` → `March 2026`. */
export function formatMonth(month: string): string {
  const m = /^(\d{4})-(\d{2})$/.exec(month);
  const name = m ? LONG[Number(m[2]) - 1] : undefined;
  return m && name ? `${name} ${m[1]}` : month;
}

/** `18–19 Jul 2011`, `30 Jul – 2 Aug 2011`, `30 Dec 2011 – 2 Jan 2012`, or one day. */
export function formatDays(from: string | null | undefined, to: string | null | undefined): string {
  if (!from || !to || from === to) return formatDay(from ?? to);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${formatDay(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${formatDay(from).slice(0, -5)} – ${formatDay(to)}`;
  return `${formatDay(from)} – ${formatDay(to)}`;
}

/** An instant (RFC 3339) with its hour and the zone that hour is meant in: `19 Jul 2011, 14:05 UTC`. */
export function formatInstant(instant: string, timeZone = 'UTC'): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(at);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  const day = formatDay(`${part('year')}-${part('month')}-${part('day')}`);
  return `${day}, ${part('hour')}:${part('minute')} ${part('timeZoneName')}`;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

export function addDays(day: string, n: number): string {
  return fromUtc(toUtc(day) + n * DAY_MS);
}

function checked(year: number, month: number, day: number): ParsedDay {
  if (month < 1 || month > 12) {
    const swapped = day >= 1 && day <= 12 && month <= 31;
    return {
      ok: false,
      message: swapped
        ? `There is no month ${month}. Write the day first: ${month} ${SHORT[day - 1]} ${year}.`
        : `There is no month ${month}.`,
    };
  }
  if (year < 1000) return { ok: false, message: 'Write the year with four figures, as in 2011.' };
  const last = daysInMonth(year, month);
  if (day < 1 || day > last) {
    return { ok: false, message: `${LONG[month - 1]} ${year} has ${last} days.` };
  }
  return { ok: true, day: `${pad(year, 4)}-${pad(month)}-${pad(day)}` };
}

function monthNumber(word: string): number | null {
  const lower = word.toLowerCase().replace(/\.$/, '');
  if (lower.length < 3) return null;
  if (lower === 'sept') return 9;
  const at = LONG.findIndex((m) => m.toLowerCase().startsWith(lower));
  return at < 0 ? null : at + 1;
}

/** Figures of other scripts (Devanagari, full-width) are figures too. */
function westernFigures(text: string): string {
  return text.replace(/[\u0966-\u096f\uff10-\uff19]/g, (c) => {
    const code = c.charCodeAt(0);
    return String(code >= 0xff10 ? code - 0xff10 : code - 0x0966);
  });
}

const NOT_UNDERSTOOD = 'Not understood as a day. Write it as 19 Jul 2011, 19/7/2011 or 2011-07-19.';

/**
 * Reads a day as typed: `19 Jul 2011`, `July 19, 2011`, `19/7/2011` (the day first), `2011-07-19`, `20110719`;
 * `today`, `tomorrow`, `yesterday` and `+30` (days) count from `today`. A day without a year takes today's year.
 */
export function parseDay(typed: string, today?: string | null): ParsedDay {
  const text = westernFigures(typed)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)[a-z]*[,.]? (?=\d|[a-z])/i, '');
  if (text === '') return { ok: false, message: 'No day was given.' };

  if (today) {
    const offset = { today: 0, tomorrow: 1, yesterday: -1 }[text.toLowerCase()];
    if (offset !== undefined) return { ok: true, day: addDays(today, offset) };
    const relative = /^([+-]) ?(\d{1,5})( ?d(ays?)?)?$/i.exec(text);
    if (relative) return { ok: true, day: addDays(today, Number(`${relative[1]}${relative[2]}`)) };
  }

  let m = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (m) return checked(Number(m[1]), Number(m[2]), Number(m[3]));

  m = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2,4})$/.exec(text);
  if (m) {
    if (m[3]?.length !== 4) return { ok: false, message: 'Write the year with four figures, as in 2011.' };
    return checked(Number(m[3]), Number(m[2]), Number(m[1]));
  }

  const worded =
    /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]? ?(?:of )?(\p{L}+\.?)(?:[-/., ]*(\d{2,4}))?$/iu.exec(text) ??
    swap(/^(\p{L}+\.?)[-/. ]? ?(\d{1,2})(?:st|nd|rd|th)?(?:[-/., ]+(\d{2,4}))?$/iu.exec(text));
  if (!worded) return { ok: false, message: NOT_UNDERSTOOD };
  const month = monthNumber(worded[2] ?? '');
  if (month === null) return { ok: false, message: NOT_UNDERSTOOD };
  const year = worded[3];
  if (year === undefined) {
    if (!today) return { ok: false, message: 'Add the year, as in 19 Jul 2011.' };
    return checked(Number(today.slice(0, 4)), month, Number(worded[1]));
  }
  if (year.length !== 4) return { ok: false, message: 'Write the year with four figures, as in 2011.' };
  return checked(Number(year), month, Number(worded[1]));
}

function swap(m: RegExpExecArray | null): (string | undefined)[] | null {
  return m && [m[0], m[2], m[1], m[3]];
}
