// A list of commitments that keeps itself up to date, for the life of a component.
import { untrack } from 'svelte';
import { revision } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import type { CommitmentQuery, CommitmentRow, Noun } from '$lib/bridge/generated/wire';
import { Stretches } from '$lib/bridge/stretches.svelte';
import { groupOf } from './group';
import type { ListQuery } from './query';

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

/** Call it while the component is being set up. Runes read in `query` count. */
export function liveList(query: () => ListQuery | null): CommitmentStretches {
  const list = new Stretches<CommitmentRow>((row) => row.id);
  $effect(() => {
    for (const noun of NOUNS) revision(noun);
    const now = query();
    if (now === null) return;
    const whole: CommitmentQuery = { ...now, after: null, limit: 1 };
    untrack(
      () =>
        void list.load({
          words: JSON.stringify(now),
          read: (after, limit) => commands.commitments({ ...now, after, limit }),
          places: () => commands.listPlaces(whole),
          group: groupOf(now),
        }),
    );
  });
  $effect(() => () => list.stop());
  return list;
}
