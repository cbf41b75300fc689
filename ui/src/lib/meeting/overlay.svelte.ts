// What is being changed of a row and what is known of it, laid over each other: fields saved one after the other
// keep each other's values, saves wait for one another, and what was refused stays as it was typed.
import { newest } from '$lib/bridge/changes.svelte';

export interface OverlaySource<D extends object> {
  id: () => string;
  /** The row as it was last read. */
  stored: () => { revision: number; values: D };
  /** Saves all values; true when it was done. Whoever saves reports to the user. */
  save: (values: D, revision: number, changed: readonly (keyof D)[]) => Promise<boolean>;
}

/** One thing after the other: the next save knows the revision the last one left. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

export class Overlay<D extends object> {
  #source: OverlaySource<D>;
  #queue: Queue;
  #typed = $state.raw<Partial<D>>({});
  #waiting = $state(0);
  /** The revision from which on what was typed is part of what is read. */
  #settled = $state(0);

  constructor(source: OverlaySource<D>, queue = new Queue()) {
    this.#source = source;
    this.#queue = queue;
  }

  /** What is known, with what was typed since over it. */
  get values(): D {
    const { revision, values } = this.#source.stored();
    if (this.#waiting === 0 && revision >= this.#settled) return values;
    return { ...values, ...this.#typed };
  }

  /** Takes over some values and saves the row. Resolves to whether it was saved. */
  change(part: Partial<D>): Promise<boolean> {
    const fresh = this.#waiting === 0 && this.#source.stored().revision >= this.#settled;
    this.#typed = fresh ? part : { ...this.#typed, ...part };
    this.#waiting += 1;
    return this.#queue.run(async () => {
      try {
        const { revision, values } = this.#source.stored();
        const id = this.#source.id();
        const done = await this.#source.save(
          { ...values, ...this.#typed },
          newest(id, revision),
          Object.keys(part) as (keyof D)[],
        );
        // A refused change stays typed until something newer is read or it is saved with the next one.
        this.#settled = done ? newest(id, revision) : Math.max(this.#settled, newest(id, revision) + 1);
        return done;
      } finally {
        this.#waiting -= 1;
      }
    });
  }
}
