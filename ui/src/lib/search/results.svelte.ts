// What the page of results lists: read page by page from the core, begun anew with other words or kinds. Answers that
// were overtaken are dropped; where nothing is found, names that resemble what was typed.
import { type RapporteurError, toError } from '$lib/bridge/call';
import type { NameHit, Noun, SearchHit, SearchPage, SearchQuery } from '$lib/bridge/generated/wire';
import { Latest } from './latest';

export interface Question {
  words: string;
  nouns: Noun[];
}

interface Answer extends SearchPage {
  names: NameHit[];
}

const PAGE = 60;
/** The most that the core answers at once. */
const MOST = 200;
const NAMES = 8;

export class Results {
  hits = $state.raw<SearchHit[]>([]);
  /** Offered only where nothing was found. */
  names = $state.raw<NameHit[]>([]);
  error = $state.raw<RapporteurError | null>(null);
  /** The words whose answer stands here; null before there is one. */
  answered = $state<string | null>(null);
  /** The first answer to the newest question: the same while that question is only asked again. */
  best = $state.raw<SearchHit | null>(null);
  #next = $state.raw<string | null>(null);
  #question: Question = { words: '', nouns: [] };
  #asked = '';
  #growing: Promise<void> | null = null;
  #search: (query: SearchQuery) => Promise<SearchPage>;
  #latest: Latest<Question, Answer>;

  constructor(
    search: (query: SearchQuery) => Promise<SearchPage>,
    names: (words: string, limit: number) => Promise<NameHit[]>,
  ) {
    this.#search = search;
    this.#latest = new Latest(
      async (question) => {
        // Asked again, since something changed: as much as was read before, as far as one answer goes.
        const again = JSON.stringify(question) === this.#asked;
        const limit = again ? Math.min(MOST, Math.max(PAGE, this.hits.length)) : PAGE;
        const page = await search(this.#query(question, null, limit));
        return { ...page, names: page.hits.length === 0 ? await names(question.words, NAMES) : [] };
      },
      ({ hits, next, names: resembling }, question) => {
        const key = JSON.stringify(question);
        if (key !== this.#asked) this.best = hits[0] ?? null;
        this.#asked = key;
        this.hits = hits;
        this.names = resembling;
        this.#next = next;
        this.error = null;
        this.answered = question.words;
      },
      (thrown, { words }) => {
        this.error = toError(thrown);
        this.answered = words;
      },
    );
  }

  /** Whether all that is found has been read. */
  get complete(): boolean {
    return this.answered !== null && this.#next === null;
  }

  /** Begins anew. */
  ask(question: Question): void {
    this.#question = question;
    this.#growing = null;
    if (question.words.trim() === '') {
      this.#latest.drop();
      this.hits = [];
      this.names = [];
      this.#next = null;
      this.error = null;
      this.answered = null;
      this.best = null;
      this.#asked = '';
    } else this.#latest.ask(question);
  }

  /** Reads the next page, if there is one. */
  more(): Promise<void> {
    this.#growing ??= this.#grow().finally(() => (this.#growing = null));
    return this.#growing;
  }

  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void> {
    return this.#latest.settled();
  }

  async #grow(): Promise<void> {
    const after = this.#next;
    if (after === null || this.#latest.waiting) return;
    const question = this.#question;
    const before = this.hits;
    try {
      const page = await this.#search(this.#query(question, after, PAGE));
      if (before !== this.hits) return;
      // What was entered meanwhile may have pushed a row onto the next page.
      const there = new Set(before.map((h) => `${h.noun} ${h.id}`));
      this.hits = [...before, ...page.hits.filter((h) => !there.has(`${h.noun} ${h.id}`))];
      this.#next = page.next;
    } catch (thrown) {
      if (before === this.hits) this.error = toError(thrown);
    }
  }

  #query({ words, nouns }: Question, after: string | null, limit: number): SearchQuery {
    return { words, typing: true, nouns, after, limit };
  }
}
