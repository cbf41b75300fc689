// How instruments read: their stage as a shape, periods, days that are close. Pure.
import {
  type Concern,
  concernWords,
  type InstrumentRow,
  type InstrumentType,
  type LegalEffect,
  type NoticeWindow,
  type Period,
  type PeriodUnit,
  type Stage,
  stageWords,
} from '$lib/bridge/generated/wire';
import { formatDay } from '$lib/widget/dates';
import { plural } from '$lib/widget/english';

export type Shape = 'done' | 'doing' | 'alert' | 'aside' | 'none';

/** What has effect is a full disc, what is on its way a half one, what has ended a dash, what has hardly begun a ring. */
export const stageShape: Record<Stage, Shape> = {
  proposed: 'none',
  negotiating: 'none',
  ad_referendum: 'doing',
  initialled: 'doing',
  signed: 'doing',
  in_force: 'done',
  operative: 'done',
  suspended: 'aside',
  expired: 'aside',
  terminated: 'aside',
  replaced: 'aside',
};

/** The types as narrow columns show them. */
export const shortType: Record<InstrumentType, string> = {
  treaty: 'Treaty',
  agreement: 'Agreement',
  convention: 'Convention',
  protocol: 'Protocol',
  memorandum_of_understanding: 'MoU',
  memorandum_of_cooperation: 'MoC',
  arrangement: 'Arrangement',
  exchange_of_notes: 'Exchange of notes',
  exchange_of_letters: 'Exchange of letters',
  letter_of_intent: 'Letter of intent',
  charter: 'Charter',
  action_plan: 'Action plan',
  joint_statement: 'Joint statement',
  joint_declaration: 'Joint declaration',
  initiative: 'Initiative',
  roadmap: 'Roadmap',
};

/** What people call it. */
export function nameOf({ title, shortTitle }: Pick<InstrumentRow, 'title' | 'shortTitle'>): string {
  return shortTitle || title;
}

/** `in force since 1 Feb 2012` */
export function stageLine({ stage, stageSince }: Pick<InstrumentRow, 'stage' | 'stageSince'>): string {
  return stageSince ? `${stageWords[stage]} since ${formatDay(stageSince)}` : stageWords[stage];
}

/** `5 years` */
export function periodWords(period: Period | null): string {
  if (!period) return '';
  const unit: Record<PeriodUnit, string> = { days: 'day', months: 'month', years: 'year' };
  return plural(period.length, unit[period.unit]);
}

const UNITS: readonly [PeriodUnit, RegExp, number][] = [
  ['days', /^d(ays?)?$/i, 1],
  ['days', /^w(eeks?)?$/i, 7],
  ['months', /^m(onths?)?$/i, 1],
  ['years', /^y(ears?)?$/i, 1],
];

/** What was typed as a period: `5 years`, `6m`, `90 days`. Null where nothing was typed; undefined where it is none. */
export function parsePeriod(text: string): Period | null | undefined {
  if (text.trim() === '') return null;
  const [, digits = '', word = ''] = /^\s*(\d{1,4})\s*(\p{L}+)\s*$/u.exec(text) ?? [];
  const unit = UNITS.find(([, pattern]) => pattern.test(word));
  const length = Number(digits) * (unit?.[2] ?? 0);
  return unit && length > 0 ? { length, unit: unit[0] } : undefined;
}

/** How far a day for notice is, in a word or two, and whether it asks for a look. */
export function noticeLine(row: Pick<InstrumentRow, 'noticeOn' | 'noticeDays' | 'window'>): {
  day: string;
  note: string;
  tone: '' | 'amber' | 'red';
} {
  const words: Record<NoticeWindow, string> = { none: '', open: '', passed: 'passed', given: 'notice given' };
  if (!row.noticeOn) return { day: '', note: words[row.window], tone: '' };
  const days = row.noticeDays ?? 0;
  if (row.window !== 'open') return { day: formatDay(row.noticeOn), note: words[row.window], tone: '' };
  const tone = days <= 30 ? 'red' : days <= 90 ? 'amber' : '';
  return { day: formatDay(row.noticeOn), note: days === 0 ? 'today' : `in ${plural(days, 'day')}`, tone };
}

/** What holds of an instrument's legal effect, in a word; a difference between its parties comes first. */
export function effectLine({ effect, disputed }: { effect: LegalEffect; disputed: boolean }): string {
  if (disputed) return 'legal effect disputed';
  return { not_stated: 'legal effect not stated', binding: 'binding', not_binding: 'not binding' }[effect];
}

/** The filters that are one press away, in the words of the question they answer. */
export const askedConcerns: readonly { id: Concern; label: string }[] = [
  { id: 'not_in_force', label: 'Signed, not in force' },
  { id: 'notice_due', label: 'Notice within 90 days' },
  { id: 'no_progress', label: 'No progress in a year' },
  { id: 'disputed', label: 'Legal effect disputed' },
];

/** Concerns that a row shows; those that say the same of a worse case are left out. */
export function shownConcerns(concerns: readonly Concern[]): string[] {
  const worse = concerns.includes('long_not_in_force');
  return concerns.filter((c) => !(worse && c === 'not_in_force')).map((c) => concernWords[c]);
}
