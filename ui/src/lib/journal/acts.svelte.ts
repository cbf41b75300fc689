// The acts of the journal, newest first, read where they are looked at. One for the window: the page lists them, the
// inspector shows one of them whole.
import { untrack } from 'svelte';
import { revision } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import { type ActPage, type Noun, nounWords } from '$lib/bridge/generated/wire';
import { Stretches } from '$lib/bridge/stretches.svelte';
import { formatDay } from '$lib/widget/dates';
import { dayOf } from './words';

const NOUNS = Object.keys(nounWords) as Noun[];
/** The most that the core gives at once. */
const MOST = 200;

class Acts {
  rows = $state.raw(new Stretches<ActPage>((page) => page.act.id, MOST));

  /** Keeps the list up to date for the life of a component. `noun` gives the filter, `zone` that of the days. */
  follow(noun: () => Noun | null, zone: () => string): void {
    $effect(() => {
      for (const each of NOUNS) revision(each);
      const wanted = noun();
      const where = zone();
      untrack(
        () =>
          void this.rows.load({
            words: `${wanted ?? ''} ${where}`,
            read: (after, limit) => read(wanted, after, limit),
            group: ({ act }) => {
              const key = dayOf(act.at, where);
              return { key, label: formatDay(key) };
            },
          }),
      );
    });
    $effect(() => () => {
      this.rows.stop();
      this.rows = new Stretches<ActPage>((page) => page.act.id, MOST);
    });
  }

  find(id: string): ActPage | undefined {
    return this.rows.find(id);
  }
}

async function read(noun: Noun | null, after: string | null, limit: number) {
  const before = after === null ? null : Number(after);
  const { acts, next } = await commands.journal({ noun, row: null, before, limit });
  return { rows: acts, next: next === null ? null : String(next) };
}

export const acts = new Acts();
