// A list of commitments read page by page: the first page as soon as it is there, more when the end comes near,
// and, when the register changes, as much again as was read before. Answers that were overtaken are dropped.
import { untrack } from 'svelte';
import { type RapporteurError, toError } from '$lib/bridge/call';
import { revision } from '$lib/bridge/changes.svelte';
import type { CommitmentPage, CommitmentQuery, CommitmentRow, Noun } from '$lib/bridge/generated/wire';

/** What to read; the pages add where to begin and how much. */
export type ListQuery = Omit<CommitmentQuery, 'after' | 'limit'>;
export type Read = (query: CommitmentQuery) => Promise<CommitmentPage>;

const PAGE = 100;
const LARGEST = 500;

export class Pages {
  rows = $state.raw<CommitmentRow[]>([]);
  error = $state.raw<RapporteurError | null>(null);
  /** Whether anything has been answered yet. */
  answered = $state(false);
  #next: string | null = null;
  #ticket = 0;
  #growing: Promise<void> | null = null;
  #query: ListQuery | null = null;
  #key = '';
  #read: Read;

  constructor(read: Read) {
    this.#read = read;
  }

  get complete(): boolean {
    return this.answered && this.#next === null;
  }

  /** Reads from the beginning: a page for another question, all that was there for the same one. */
  async load(query: ListQuery, read: Read = this.#read): Promise<void> {
    const key = JSON.stringify(query);
    const wanted = key === this.#key && read === this.#read ? Math.max(PAGE, this.rows.length) : PAGE;
    const ticket = ++this.#ticket;
    this.#key = key;
    this.#query = query;
    this.#read = read;
    this.#growing = null;
    try {
      const { rows, next } = await this.#stretch(null, wanted, () => ticket === this.#ticket);
      if (ticket !== this.#ticket) return;
      this.rows = rows;
      this.#next = next;
      this.error = null;
      this.answered = true;
    } catch (thrown) {
      if (ticket !== this.#ticket) return;
      this.error = toError(thrown);
      this.answered = true;
    }
  }

  /** Reads the next page, if there is one. */
  more(): Promise<void> {
    this.#growing ??= this.#grow(PAGE).finally(() => (this.#growing = null));
    return this.#growing;
  }

  /** Reads to the end, for paper and for marking all. False when it was overtaken or failed. */
  async all(): Promise<boolean> {
    const ticket = this.#ticket;
    await this.#growing;
    while (this.#next !== null && ticket === this.#ticket && this.error === null) {
      await this.#grow(LARGEST);
    }
    return ticket === this.#ticket && this.error === null;
  }

  async #grow(limit: number): Promise<void> {
    const ticket = this.#ticket;
    if (this.#next === null) return;
    try {
      const { rows, next } = await this.#stretch(this.#next, limit, () => ticket === this.#ticket);
      if (ticket !== this.#ticket) return;
      this.rows = [...this.rows, ...rows];
      this.#next = next;
    } catch (thrown) {
      if (ticket === this.#ticket) this.error = toError(thrown);
    }
  }

  async #stretch(
    from: string | null,
    wanted: number,
    current: () => boolean,
  ): Promise<{ rows: CommitmentRow[]; next: string | null }> {
    const query = this.#query as ListQuery;
    const rows: CommitmentRow[] = [];
    let after = from;
    do {
      const limit = Math.min(LARGEST, wanted - rows.length);
      const page = await this.#read({ ...query, after, limit });
      rows.push(...page.rows);
      after = page.next;
    } while (after !== null && rows.length < wanted && current());
    return { rows, next: after };
  }
}

// What a row of the list shows: when one of these changes, it is read anew.
const NOUNS: readonly Noun[] = [
  'commitment',
  'owner',
  'due_change',
  'follow_up',
  'raising',
  'link',
  'meeting',
  'track',
  'body',
  'person',
  'party',
  'dossier',
];

/** Pages for the life of a component: call it while the component is being set up. Runes read in `query` count. */
export function livePages(query: () => ListQuery | null, read: () => Read): Pages {
  const pages = new Pages(untrack(read));
  $effect(() => {
    for (const noun of NOUNS) revision(noun);
    const asked = query();
    const reader = read();
    if (asked) untrack(() => void pages.load(asked, reader));
  });
  return pages;
}
