// The acts of the journal, newest first, read where they are looked at. One for the window: the page lists them, the
// inspector shows one of them whole.
import { untrack } from 'svelte';
import { revision } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import { type ActPage, type JournalQuery, type Noun, nounWords } from '$lib/bridge/generated/wire';
import { Stretches } from '$lib/bridge/stretches.svelte';

const NOUNS = Object.keys(nounWords) as Noun[];
/** The most that the core gives at once. */
const MOST = 200;

/** Which acts are listed: all, those that changed a noun, or those that changed one row and what hangs on it. */
export type Asked = Pick<JournalQuery, 'noun' | 'row'>;

class Acts {
  rows = $state.raw(new Stretches<ActPage>((page) => page.act.id, MOST));

  /** Keeps the list up to date for the life of a component. Runes read in `asked` count. */
  follow(asked: () => Asked): void {
    $effect(() => {
      for (const each of NOUNS) revision(each);
      const now = asked();
      const whole = { ...now, before: null, limit: 1 };
      untrack(
        () =>
          void this.rows.load({
            words: JSON.stringify(now),
            read: (after, limit) => read(now, after, limit),
            places: () => commands.journalPlaces(whole),
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

async function read(asked: Asked, after: string | null, limit: number) {
  const before = after === null ? null : Number(after);
  const { acts, next } = await commands.journal({ ...asked, before, limit });
  return { rows: acts, next: next === null ? null : String(next) };
}

export const acts = new Acts();
