// The acts of the journal that the window has read, newest first, stretch by stretch. One for the window: the page
// lists them, the inspector shows one of them whole.
import { untrack } from 'svelte';
import { type RapporteurError, toError } from '$lib/bridge/call';
import { revision } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import { type ActPage, type Noun, nounWords } from '$lib/bridge/generated/wire';

const NOUNS = Object.keys(nounWords) as Noun[];
const STRETCH = 60;
/** The most that the core gives at once. */
const MOST = 200;

class Acts {
  list = $state.raw<ActPage[]>([]);
  /** Where the next stretch begins; null at the end. */
  next = $state.raw<number | null>(null);
  error = $state.raw<RapporteurError | null>(null);
  /** Whether the first stretch has been read. */
  read = $state(false);
  #noun: Noun | null = null;
  #asked = 0;
  #loading = false;

  /** Keeps the list up to date for the life of a component. `noun` gives the filter. */
  follow(noun: () => Noun | null): void {
    $effect(() => {
      for (const each of NOUNS) revision(each);
      const wanted = noun();
      untrack(() => {
        const same = wanted === this.#noun && this.read;
        this.#noun = wanted;
        // What was scrolled to stays in the list when something changes.
        void this.#reload(same ? this.list.length : STRETCH);
      });
    });
    $effect(() => () => {
      this.#asked += 1;
      this.list = [];
      this.next = null;
      this.read = false;
      this.error = null;
    });
  }

  find(id: string): ActPage | undefined {
    return this.list.find((page) => page.act.id === id);
  }

  /** Reads the next stretch. */
  async more(): Promise<void> {
    if (this.next === null || this.#loading) return;
    const ticket = this.#asked;
    this.#loading = true;
    try {
      const page = await this.#ask(this.next, STRETCH);
      if (ticket !== this.#asked) return;
      this.list = [...this.list, ...page.acts];
      this.next = page.next;
    } catch (thrown) {
      if (ticket === this.#asked) this.error = toError(thrown);
    } finally {
      this.#loading = false;
    }
  }

  async #reload(length: number): Promise<void> {
    const ticket = ++this.#asked;
    try {
      const acts: ActPage[] = [];
      let next: number | null = null;
      do {
        const wanted = Math.min(MOST, Math.max(STRETCH, length) - acts.length);
        const page = await this.#ask(next, wanted);
        if (ticket !== this.#asked) return;
        acts.push(...page.acts);
        next = page.next;
      } while (next !== null && acts.length < length);
      this.list = acts;
      this.next = next;
      this.error = null;
    } catch (thrown) {
      if (ticket !== this.#asked) return;
      this.error = toError(thrown);
    }
    this.read = true;
  }

  #ask(before: number | null, limit: number) {
    return commands.journal({ noun: this.#noun, row: null, before, limit });
  }
}

export const acts = new Acts();
