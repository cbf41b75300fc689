// The papers that a list of commitments offers: all that it lists, and what is marked of it.
import type { CommitmentQuery } from '$lib/bridge/generated/wire';
import { plural } from '$lib/widget/english';
import type { Offer } from './exporting.svelte';
import type { About } from './request';

/** More than any list holds. */
const ALL = 1_000_000;

/** What is marked in a list: all but some, or some. */
export type Marked = { except: readonly string[] } | { ids: readonly string[] };

type Asked = Omit<CommitmentQuery, 'after' | 'limit'>;

export function listOffers(query: Asked, marked: Marked | null): Offer[] {
  const whole: CommitmentQuery = { ...query, after: null, limit: ALL };
  const list: Offer = {
    kind: 'matrix',
    label: 'Commitments matrix: all that is listed',
    about: { query: whole },
  };
  const days: Offer = {
    kind: 'calendar',
    label: 'Calendar file: meetings, and days by which what is listed is due',
    about: { query: whole },
  };
  const chosen = marked && selection(marked);
  if (!chosen) return [list, days];
  return [
    {
      kind: 'matrix',
      label: `Commitments matrix: ${chosen.label}`,
      about: { query: whole, ...chosen.about },
    },
    list,
    days,
  ];
}

/** What is marked, in words and as it is asked for; null where that is nothing, or all of the list. */
function selection(marked: Marked): { label: string; about: About } | null {
  if ('ids' in marked) {
    const only = [...marked.ids];
    return only.length === 0
      ? null
      : { label: `the ${plural(only.length, 'commitment')} marked`, about: { only } };
  }
  const except = [...marked.except];
  return except.length === 0
    ? null
    : { label: `all but the ${plural(except.length, 'commitment')} not marked`, about: { except } };
}
