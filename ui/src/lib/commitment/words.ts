// How commitments read on the screen: short words for narrow places, and the lamp's shape for a state. The full
// words of the vocabularies come generated from the core.
import {
  type Bound,
  type CommitmentRow,
  type Delivery,
  type DueView,
  type Freshness,
  type HeardView,
  type Status,
  statusWords,
} from '$lib/bridge/generated/wire';
import { formatDay } from '$lib/widget/dates';
import { capital, plural } from '$lib/widget/english';

export type LampShape = 'done' | 'doing' | 'alert' | 'aside' | 'none';
export type Tone = 'red' | 'amber' | 'green' | '';

/** The state in one or two words, for a column. */
export const shortStatus: Record<Status, string> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  delivered: 'Delivered',
  fulfilled: 'Fulfilled',
  not_fulfilled: 'Not fulfilled',
  dropped: 'Dropped',
  superseded: 'Superseded',
  suspended: 'Suspended',
};

export const shortBound: Record<Bound, string> = {
  both: 'Both',
  home: 'Us',
  partner: 'Them',
  named: 'Named',
};

export const deliveryShape: Record<Delivery, LampShape> = {
  red: 'alert',
  amber: 'doing',
  green: 'done',
  grey: 'aside',
};

export const freshnessTone: Record<Freshness, Tone> = { fresh: 'green', ageing: 'amber', stale: 'red' };

/** A state by itself has a shape too; whether it is late is the delivery lamp's business. */
export const statusShape: Record<Status, LampShape> = {
  not_started: 'none',
  in_progress: 'doing',
  delivered: 'done',
  fulfilled: 'done',
  not_fulfilled: 'alert',
  dropped: 'aside',
  superseded: 'aside',
  suspended: 'aside',
};

/** Days ahead within which a date is counted down. */
const SOON = 30;

/** What was put off more often than this says so wherever it is listed. */
const MANY_SLIPS = 2;

const OPEN: readonly Status[] = ['not_started', 'in_progress', 'delivered', 'suspended'];

/** What a review goes through: neither closed, nor dropped, nor superseded. */
export function isOpen(status: Status): boolean {
  return OPEN.includes(status);
}

export const openStatuses = OPEN;
export const statuses = Object.keys(statusWords) as Status[];

/** The first line of a due date: its day, or what it follows where no day is known. */
export function dueLine(due: DueView): string {
  if (due.kind === 'ongoing' || due.kind === 'none') return due.label;
  if (due.on) return formatDay(due.on);
  return due.waits ? capital(due.waits) : due.label;
}

/** Of a commitment, what the notes beside its due date depend on. */
export type Dated = Pick<CommitmentRow, 'due' | 'blocked' | 'status'>;

/**
 * The second line: how late, what blocks it, how soon, what it follows, how often it was put off. `ahead` is the
 * meeting a review looks ahead to, which needs no name there.
 */
export function dueNotes({ due, blocked, status }: Dated, ahead?: string): { words: string; tone: Tone } {
  const notes: string[] = [];
  const days = due.on === null ? null : due.daysLeft;
  if (due.overdue && days !== null) {
    notes.push(`${-days} d late`);
    if (blocked !== null) notes.push('blocked');
  } else if (blocked !== null) notes.push(blocked ? `blocked: ${blocked}` : 'blocked');
  else if (due.meeting && due.meeting.id === ahead) notes.push('this meeting');
  else if (days !== null && days >= 0 && days <= SOON && isOpen(status)) {
    notes.push(days === 0 ? 'today' : status === 'not_started' ? `${days} d, not begun` : `in ${days} d`);
  } else if (due.on && due.meeting) notes.push(`by ${due.meeting.name}`);
  else if (due.on && due.event) notes.push(`by ${due.event}`);
  else if (due.waits && due.meeting) notes.push(`by ${due.meeting.name}`);
  else if (due.kind === 'recurring') notes.push(due.label);
  if (due.slips > 0 && due.slips <= MANY_SLIPS) notes.push(plural(due.slips, 'slip'));
  return { words: notes.join(' · '), tone: due.overdue ? 'red' : '' };
}

/**
 * What stands beside a commitment wherever it is listed: put off more than twice, put off while it was overdue.
 */
export function dueMarks(due: DueView): { words: string; title: string }[] {
  const marks: { words: string; title: string }[] = [];
  if (due.slips > MANY_SLIPS) {
    const first = due.firstOn ? `; first due ${formatDay(due.firstOn)}` : '';
    marks.push({ words: `put off ${due.slips}×`, title: `Put off ${due.slips} times${first}` });
  }
  if (due.wasOverdue && !due.overdue) {
    marks.push({ words: 'was overdue', title: 'Its date was changed while it was overdue' });
  }
  return marks;
}

/** `64 d`, or `never`. */
export function heardLine(heard: HeardView): string {
  return heard.days === null ? 'never' : `${heard.days} d`;
}
