// The papers that a list of commitments offers: all that it lists, and what is marked of it.
import type { CommitmentQuery } from '$lib/bridge/generated/wire';
import { plural } from '$lib/widget/english';
import type { Offer } from './exporting.svelte';

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
  // All of the list but some cannot be asked for yet; what was taken out is few, and the list can be filtered instead.
  if (!marked || !('ids' in marked) || marked.ids.length === 0) return [list];
  const only = [...marked.ids];
  return [
    {
      kind: 'matrix',
      label: `Commitments matrix: the ${plural(only.length, 'commitment')} marked`,
      about: { query: whole, only },
    },
    list,
  ];
}
