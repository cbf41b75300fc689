// Pieces of the window that are loaded from the application when they are first shown, and kept from then on: what the
// first page does without costs the start neither time nor memory.
import { SvelteMap } from 'svelte/reactivity';

export class Pieces<C> {
  #files: Record<string, () => Promise<C>>;
  #there: SvelteMap<string, C>;
  #asked = new Set<string>();

  /** `files` loads each piece by its name; those `there` need no loading. */
  constructor(files: Record<string, () => Promise<C>>, there: Record<string, C> = {}) {
    this.#files = files;
    this.#there = new SvelteMap(Object.entries(there));
  }

  /** A piece; undefined while it is on its way, or where there is none of that name. */
  of(name: string): C | undefined {
    const piece = this.#there.get(name);
    const load = this.#files[name];
    if (piece === undefined && load && !this.#asked.has(name)) {
      this.#asked.add(name);
      void load().then(
        (loaded) => this.#there.set(name, loaded),
        // It lies in the application itself, so that this is a passing fault: the next time it is asked for again.
        () => this.#asked.delete(name),
      );
    }
    return piece;
  }
}
