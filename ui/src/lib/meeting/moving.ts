// What follows for the commitments that are due by a meeting when it is given another day or state. Pure.
import type { MeetingState } from '$lib/bridge/generated/wire';
import { formatDay } from '$lib/widget/dates';
import { plural } from '$lib/widget/english';

export interface Moved {
  beginsOn: string | null;
  endsOn: string | null;
  state: MeetingState;
}

const expected = (state: MeetingState) => (state === 'held' ? 'planned' : state);

/** Whether something due by the meeting could tell the difference, as the core sees it. */
export function isMove(from: Pick<Moved, 'beginsOn' | 'state'>, to: Partial<Moved>): boolean {
  const { beginsOn, state } = { ...from, ...to };
  return beginsOn !== from.beginsOn || expected(state) !== expected(from.state);
}

/** The sentence under the form, before anything is saved. */
export function movedWords(from: Moved, to: Moved, open: number, overdue: number): string {
  if (open === 0) return 'No open commitment is due by it.';
  const what = plural(open, 'open commitment');
  const one = open === 1;
  if (!isMove(from, to)) return `${what} ${one ? 'is' : 'are'} due by it.`;
  const late = overdue > 0 ? ` That ${overdue} of them ${overdue === 1 ? 'is' : 'are'} overdue is kept.` : '';
  if (to.state === 'cancelled') {
    return `${what} ${one ? 'was' : 'were'} due by it and ${one ? 'comes' : 'come'} up in Today and Review until given another date.${late}`;
  }
  if (to.beginsOn === null) return `${what} will have no date until it has one again.${late}`;
  return `${what} will move with it, to ${formatDay(to.beginsOn)}.${late}`;
}
