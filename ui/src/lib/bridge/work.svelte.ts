// Something that takes long, while it is under way: how far it is, and how it is given up. One at a time.
import type { Watch } from './call';
import type { Progress } from './generated/wire';

/** How much is done, from 0 to 1; none where it is not known. */
export function shareOf(told: Progress | null): number | null {
  return told && told.total > 0 ? Math.min(1, told.done / told.total) : null;
}

export class Work {
  running = $state(false);
  /** Whether it takes long enough to be shown. */
  shown = $state(false);
  cancelling = $state(false);
  protected progress = $state.raw<Progress | null>(null);
  #patience: number;
  #given = new AbortController();

  /** `patience`: before so many milliseconds nobody needs to be told that something is under way. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** What is being done just now; empty while that is not known. */
  get doing(): string {
    return this.progress?.doing ?? '';
  }

  /** From 0 to 1; none where it is not known. */
  get share(): number | null {
    return shareOf(this.progress);
  }

  /** Waits for it; a refusal is thrown on. */
  protected async wait<T>(ask: (watch: Watch) => Promise<T>): Promise<T> {
    const given = (this.#given = new AbortController());
    this.running = true;
    this.cancelling = false;
    this.progress = null;
    const timer = setTimeout(() => (this.shown = true), this.#patience);
    try {
      return await ask({ told: (progress) => (this.progress = progress), signal: given.signal });
    } finally {
      clearTimeout(timer);
      this.running = false;
      this.shown = false;
    }
  }

  cancel(): void {
    if (!this.running || this.cancelling) return;
    this.cancelling = true;
    this.#given.abort();
  }
}
