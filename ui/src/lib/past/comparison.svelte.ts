// Two days compared, for the life of a component: the first rows of every section, and more of one when asked for.
import { untrack } from 'svelte';
import { type RapporteurError, toError } from '$lib/bridge/call';
import * as commands from '$lib/bridge/commands';
import { type ComparedAs, type Comparison, type Noun, nounWords } from '$lib/bridge/generated/wire';
import { live } from '$lib/bridge/live.svelte';

/** How many rows of a section are told at once. */
export const TOLD = 100;

export interface Days {
  from: string;
  /** Null for the dossier as it stands. */
  to: string | null;
}

const query = (days: Days, section: ComparedAs | null, skip: number, limit: number) => ({
  ...days,
  section,
  skip,
  limit,
});

/** The next rows of one section, put behind those that are told already. */
export function joined(found: Comparison, more: Comparison): Comparison {
  const sections = found.sections.map((section) => {
    const next = more.sections.find((s) => s.kind === section.kind);
    return next ? { ...section, total: next.total, rows: [...section.rows, ...next.rows] } : section;
  });
  return { ...found, sections };
}

export class Compared {
  /** Undefined until it is known, and while there is nothing to compare. */
  value = $state.raw<Comparison | undefined>(undefined);
  error = $state.raw<RapporteurError | null>(null);
  /** The section of which more is being read. */
  reading = $state<ComparedAs | null>(null);
  #days: () => Days | null;

  constructor(days: () => Days | null) {
    this.#days = days;
    // Whatever is entered may differ from the day before.
    const first = live(
      () => {
        const now = days();
        return now ? commands.compare(query(now, null, 0, TOLD)) : null;
      },
      Object.keys(nounWords) as Noun[],
    );
    $effect(() => {
      const { value, error } = first;
      untrack(() => {
        [this.value, this.error] = [error ? undefined : value, error];
      });
    });
  }

  /** Reads the next rows of a section. */
  async more(kind: ComparedAs): Promise<void> {
    const [found, days] = [this.value, this.#days()];
    const section = found?.sections.find((s) => s.kind === kind);
    if (!found || !days || !section || this.reading) return;
    this.reading = kind;
    try {
      const more = await commands.compare(query(days, kind, section.rows.length, TOLD));
      if (this.value === found) this.value = joined(found, more);
    } catch (thrown) {
      this.error = toError(thrown);
    }
    this.reading = null;
  }

  /** All of it, for paper; null where it cannot be read or is more than `most` rows. */
  async everything(most: number): Promise<Comparison | null> {
    const days = this.#days();
    const total = (this.value?.sections ?? []).reduce((n, s) => n + s.total, 0);
    if (!days || total > most) return null;
    return commands.compare(query(days, null, 0, most));
  }
}
