// Saving while someone types: the last value after a pause, never two saves at once, nothing lost when the
// field is left or the window closes. Knows nothing of what is saved.

/** Every field of the window that saves as one types. */
const fields = new Set<{ flush: () => Promise<void> }>();

/** Saves what waits anywhere in the window, as before another file is opened. Resolves when all is saved. */
export async function flushAll(): Promise<void> {
  await Promise.all([...fields].map((field) => field.flush()));
}

export class Autosave<T> {
  #save: (value: T) => unknown;
  #delay: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: { value: T } | null = null;
  #running: Promise<void> | null = null;
  #leave = () => void this.flush();

  constructor(save: (value: T) => unknown, delay = 600) {
    this.#save = save;
    this.#delay = delay;
    fields.add(this);
    globalThis.addEventListener?.('pagehide', this.#leave);
    globalThis.addEventListener?.('beforeunload', this.#leave);
  }

  /** Whether something typed is not yet known to be saved. */
  get pending(): boolean {
    return this.#waiting !== null || this.#running !== null;
  }

  /** Takes the newest value; it is saved when nothing newer comes for a while. */
  push(value: T): void {
    this.#waiting = { value };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#delay);
  }

  /** Saves now what waits, after the save under way if there is one. Resolves when all is saved. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    // With nothing to do the drain would be over before it is noted as running, and then be noted for ever.
    if (this.#waiting === null && this.#running === null) return Promise.resolve();
    this.#running ??= this.#drain();
    return this.#running;
  }

  /** Forgets what waits, as when the user pressed Escape. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#waiting = null;
  }

  /** Saves what waits and stops listening; for when the field goes away. */
  dispose(): Promise<void> {
    fields.delete(this);
    globalThis.removeEventListener?.('pagehide', this.#leave);
    globalThis.removeEventListener?.('beforeunload', this.#leave);
    return this.flush();
  }

  async #drain(): Promise<void> {
    try {
      while (this.#waiting) {
        const { value } = this.#waiting;
        this.#waiting = null;
        await (async () => this.#save(value))();
      }
    } catch (error) {
      // Whoever saves reports to the user; here it must only not stop the next save.
      console.error('Saving failed.', error);
    } finally {
      this.#running = null;
    }
    // What was typed in the instant the last save failed still waits: it gets its own attempt.
    if (this.#waiting) this.push((this.#waiting as { value: T }).value);
  }
}
