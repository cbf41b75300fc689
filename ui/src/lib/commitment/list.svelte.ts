// A list of commitments that keeps itself up to date, for the life of a component.
import { untrack } from 'svelte';
import { revision } from '$lib/bridge/changes.svelte';
import type {
  CommitmentPage,
  CommitmentQuery,
  CommitmentRow,
  ListPlaces,
  Noun,
} from '$lib/bridge/generated/wire';
import { Stretches } from '$lib/bridge/stretches.svelte';
import { groupOf } from './group';
import type { ListQuery } from './query';

/** Who is asked: the register as it stands, or as it stood. */
export interface Asked {
  /** Tells one from another. */
  name: string;
  rows: (query: CommitmentQuery) => Promise<CommitmentPage>;
  /** Where the past tells no places, its list grows at its end. */
  places?: (query: CommitmentQuery) => Promise<ListPlaces>;
}

export type CommitmentStretches = Stretches<CommitmentRow>;

// What a row of the list shows: when one of these changes, it is read anew.
const NOUNS: readonly Noun[] = [
  'commitment',
  'owner',
  'due_change',
  'follow_up',
  'decision',
  'raising',
  'link',
  'meeting',
  'track',
  'body',
  'person',
  'party',
  'dossier',
];

/** Call it while the component is being set up. Runes read in `query` and `asked` count. */
export function liveList(query: () => ListQuery | null, asked: () => Asked): CommitmentStretches {
  const list = new Stretches<CommitmentRow>((row) => row.id);
  $effect(() => {
    for (const noun of NOUNS) revision(noun);
    const now = query();
    const { name, rows, places } = asked();
    if (now === null) return;
    const whole: CommitmentQuery = { ...now, after: null, limit: 1 };
    untrack(
      () =>
        void list.load({
          words: `${name} ${JSON.stringify(now)}`,
          read: (after, limit) => rows({ ...now, after, limit }),
          places: places ? () => places(whole) : undefined,
          group: groupOf(now),
        }),
    );
  });
  $effect(() => () => list.stop());
  return list;
}
