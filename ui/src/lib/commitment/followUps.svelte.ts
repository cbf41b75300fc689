// The follow-ups on one commitment, newest first, read where they are looked at. One list for the window: the page
// lists them, the inspector shows one of them whole.
import { untrack } from 'svelte';
import { revision } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import type { FollowUpView } from '$lib/bridge/generated/wire';
import { Stretches } from '$lib/bridge/stretches.svelte';

/** The most that the core gives at once. */
const MOST = 200;

class FollowUpList {
  rows = $state.raw(new Stretches<FollowUpView>((row) => row.id, MOST));
  /** The one whose form stands in the inspector. */
  editing = $state<string | null>(null);

  /** Keeps the list up to date for the life of a component. */
  follow(commitment: string): void {
    $effect(() => {
      for (const noun of ['follow_up', 'commitment', 'meeting', 'dossier'] as const) revision(noun);
      untrack(
        () =>
          void this.rows.load({
            words: commitment,
            read: (after, limit) => commands.followUps({ commitment, after, limit }),
            places: () => commands.followUpPlaces(commitment),
          }),
      );
    });
    $effect(() => () => {
      this.rows.stop();
      this.rows = new Stretches<FollowUpView>((row) => row.id, MOST);
      this.editing = null;
    });
  }

  find(id: string): FollowUpView | undefined {
    return this.rows.find(id);
  }
}

export const followUpList = new FollowUpList();
