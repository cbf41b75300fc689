// A query that keeps itself up to date: it asks again when one of its nouns changes or what it reads changes,
// shows the old answer until the new one is there, and gives up questions that were overtaken.
import { untrack } from 'svelte';
import type { Noun } from './generated/wire';
import { type RapporteurError, toError } from './call';
import { revision } from './changes.svelte';

// Under this nobody should see that anything was loading at all.
const PATIENCE_MS = 120;

export class Live<T> {
  /** The newest answer; undefined until the first one, or while the query has nothing to ask. */
  value = $state.raw<T | undefined>(undefined);
  /** Why the newest question was not answered; the last good answer stays in `value`. */
  error = $state.raw<RapporteurError | null>(null);
  loading = $state(false);
  /** True only when loading takes long enough to be worth showing. */
  slow = $state(false);

  #query: (signal: AbortSignal) => Promise<T> | null;
  #asked = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(query: (signal: AbortSignal) => Promise<T> | null) {
    this.#query = query;
  }

  /** Asks again. Resolves when this question is answered or overtaken. */
  async reload(): Promise<void> {
    const { signal } = this.#next();
    let asking: Promise<T> | null;
    try {
      asking = this.#query(signal);
    } catch (thrown) {
      asking = Promise.reject(toError(thrown));
    }
    if (asking === null) {
      this.#settle();
      this.value = undefined;
      this.error = null;
      return;
    }
    // What is written here must not make the surrounding effect depend on it.
    untrack(() => {
      this.loading = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.slow = this.loading), PATIENCE_MS);
    });
    try {
      const value = await asking;
      if (signal.aborted) return;
      this.value = value;
      this.error = null;
    } catch (thrown) {
      if (signal.aborted) return;
      this.error = toError(thrown);
    }
    this.#settle();
  }

  /** Drops what is under way; nothing arrives any more. */
  stop(): void {
    this.#next();
    this.#settle();
  }

  /** What was asked before is overtaken, and given up where it can be. */
  #next(): AbortController {
    this.#asked.abort();
    return (this.#asked = new AbortController());
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.loading = false;
    this.slow = false;
  }
}

/**
 * A live query for the life of a component: call it while the component is being set up. Runes read inside
 * `query` before its first await are its arguments; its signal says when nobody waits for the answer any more. A query
 * that returns null has nothing to ask just now.
 */
export function live<T>(query: (signal: AbortSignal) => Promise<T> | null, nouns: readonly Noun[]): Live<T> {
  const resource = new Live<T>(query);
  $effect(() => {
    for (const noun of nouns) revision(noun);
    void resource.reload();
  });
  $effect(() => () => resource.stop());
  return resource;
}
