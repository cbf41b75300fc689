// What a review counts, and how a press on a count filters the list. Pure: the address in, the question out.
import type { Delivery, ReviewFrame, Tally } from '$lib/bridge/generated/wire';
import { anyCommitment, type ListQuery } from '$lib/commitment/query';
import { isDay } from '$lib/widget/dates';

export type Measure =
  | 'overdue'
  | 'blocked'
  | 'due_before'
  | 'stale'
  | 'cancelled'
  | 'on_course'
  | 'open'
  | 'red'
  | 'amber'
  | 'green'
  | 'grey'
  | 'undecided';

/** The columns of the table, with their words. */
export const MEASURES: readonly { id: Counted; label: string; words: string }[] = [
  { id: 'overdue', label: 'overdue', words: 'overdue' },
  { id: 'blocked', label: 'blocked', words: 'blocked' },
  { id: 'due_before', label: 'due before', words: 'due before then' },
  { id: 'stale', label: 'stale', words: 'stale' },
  { id: 'on_course', label: 'on course', words: 'on course' },
  { id: 'open', label: 'open', words: 'open' },
];

/** Seldom: a column of its own only where there are any. */
export const CANCELLED: (typeof MEASURES)[number] = {
  id: 'cancelled',
  label: 'cancelled',
  words: 'whose meeting was cancelled',
};

export const LAMPS: readonly Delivery[] = ['red', 'amber', 'green', 'grey'];

export const measureWords: Record<Measure, string> = {
  ...(Object.fromEntries([...MEASURES, CANCELLED].map((m) => [m.id, m.words])) as Record<Measure, string>),
  red: 'late, blocked or at risk',
  amber: 'being carried out',
  green: 'carried out',
  grey: 'set aside',
  undecided: 'to decide',
};

/** What a tally counts: how many are undecided it does not say. */
export type Counted = Exclude<Measure, 'undecided'>;

export function countOf(tally: Tally, measure: Counted): number {
  return measure === 'due_before'
    ? tally.dueBefore
    : measure === 'on_course'
      ? tally.onCourse
      : tally[measure];
}

/** What the list is narrowed to: a track, a measure, words. */
export interface Narrowing {
  track: string | null;
  measure: Measure | null;
  words: string;
}

export function readNarrowing(param: (name: string) => string): Narrowing {
  const measure = param('only');
  return {
    track: param('track') || null,
    measure: measure in measureWords && measure !== 'open' ? (measure as Measure) : null,
    words: param('q'),
  };
}

/**
 * A press on the count of a measure in a track (or in all, for null). The same press again takes it back. "Open" is
 * everything the list shows, so that it narrows to the track alone.
 */
export function press(now: Narrowing, track: string | null, measure: Measure): Narrowing {
  const wanted = { track, measure: measure === 'open' ? null : measure };
  const same = now.track === wanted.track && now.measure === wanted.measure;
  return same ? { ...now, track: null, measure: null } : { ...now, ...wanted };
}

export function isPressed(now: Narrowing, track: string | null, measure: Measure): boolean {
  if (now.track === null && now.measure === null) return false;
  return now.track === track && now.measure === (measure === 'open' ? null : measure);
}

export function isNarrowed(now: Narrowing): boolean {
  return now.track !== null || now.measure !== null || now.words.trim() !== '';
}

/** Which open commitments the list shows, for what the review looks ahead to. */
export function reviewQuery(frame: ReviewFrame, now: Narrowing): ListQuery {
  const query: ListQuery = {
    ...anyCommitment,
    frame,
    open: true,
    sort: 'review',
    descending: false,
    group: null,
    words: now.words.trim(),
    tracks: now.track ? [now.track] : [],
  };
  switch (now.measure) {
    case 'overdue':
    case 'blocked':
    case 'due_before':
    case 'stale':
    case 'cancelled':
      return { ...query, exceptions: [now.measure] };
    case 'on_course':
      return { ...query, onCourse: true };
    case 'undecided':
      return { ...query, onCourse: false, decided: false };
    case 'red':
    case 'amber':
    case 'green':
    case 'grey':
      return { ...query, delivery: [now.measure] };
    default:
      return query;
  }
}

/**
 * What a review looks ahead to: what the address says, or else the dossier's next meeting, or else as far as Today
 * looks ahead.
 */
export function frameOf(
  param: (name: string) => string,
  nextMeeting: { id: string } | null,
  inThirtyDays: string,
): ReviewFrame {
  const meeting = param('meeting');
  const on = param('on');
  if (isDay(on)) return { kind: 'day', on };
  if (meeting) return { kind: 'meeting', id: meeting };
  return nextMeeting ? { kind: 'meeting', id: nextMeeting.id } : { kind: 'day', on: inThirtyDays };
}

/** Beside a track's name: `4 exceptions, 4 on course`. */
export function tallyWords(tally: Tally | undefined): string {
  if (!tally) return '';
  const parts: string[] = [];
  if (tally.exceptions > 0)
    parts.push(tally.exceptions === 1 ? '1 exception' : `${tally.exceptions} exceptions`);
  if (tally.onCourse > 0) parts.push(`${tally.onCourse} on course`);
  return parts.join(', ');
}
