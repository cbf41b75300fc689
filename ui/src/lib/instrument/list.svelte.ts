// A list of instruments that keeps itself up to date, for the life of a component.
import { untrack } from 'svelte';
import { revision } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import type { ConcernCount, InstrumentRow, Noun } from '$lib/bridge/generated/wire';
import { Stretches } from '$lib/bridge/stretches.svelte';
import type { ListQuery } from './query';

// What a row shows: when one of these changes, it is read anew.
export const INSTRUMENT_NOUNS: readonly Noun[] = [
  'instrument',
  'instrument_party',
  'instrument_act',
  'instrument_link',
  'delivered_by',
  'commitment',
  'follow_up',
  'meeting',
  'party',
  'track',
  'dossier',
];

export class Instruments extends Stretches<InstrumentRow> {
  /** How many of those that the other filters leave have each concern. */
  concerns = $state.raw<readonly ConcernCount[]>([]);

  constructor() {
    super((row) => row.id);
  }

  /** Reads what a query asks for. */
  ask(query: ListQuery): void {
    // Every page says how long the list is.
    let total = 0;
    void this.load({
      words: JSON.stringify(query),
      read: async (after, limit) => {
        const page = await commands.instruments({ ...query, after, limit });
        total = page.total;
        this.concerns = page.concerns;
        return page;
      },
      places: async () => {
        if (total === 0) total = (await commands.instruments({ ...query, after: null, limit: 1 })).total;
        return { total, groups: [], marks: [] };
      },
    });
  }
}

/** Call it while the component is being set up. Runes read in `query` count. */
export function liveInstruments(query: () => ListQuery): Instruments {
  const list = new Instruments();
  $effect(() => {
    for (const noun of INSTRUMENT_NOUNS) revision(noun);
    const now = query();
    untrack(() => list.ask(now));
  });
  $effect(() => () => list.stop());
  return list;
}
