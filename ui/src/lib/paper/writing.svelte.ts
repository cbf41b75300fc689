// A paper that is being written: how far it is, and how it is given up. One at a time in the window.
import { toError } from '$lib/bridge/call';
import * as commands from '$lib/bridge/commands';
import type { PaperProgress } from '$lib/bridge/generated/wire';
import { toasts } from '$lib/widget/toast.svelte';

/** Before this nobody needs to be told that something is under way. */
const PATIENCE_MS = 100;

export class Writing {
  running = $state(false);
  /** Whether it takes long enough to be shown. */
  shown = $state(false);
  cancelling = $state(false);
  #progress = $state.raw<PaperProgress | null>(null);
  #cancel: () => Promise<unknown>;

  constructor(cancel: () => Promise<unknown> = commands.cancelPaper) {
    this.#cancel = cancel;
  }

  /** What is being done just now. */
  get doing(): string {
    return this.#progress?.doing ?? 'Writing the paper';
  }

  /** From 0 to 1; none where it is not known. */
  get share(): number | null {
    const told = this.#progress;
    return told && told.total > 0 ? Math.min(1, told.done / told.total) : null;
  }

  /** What was answered; undefined when it was refused, which was then said, or given up. */
  async run<T>(write: (told: (progress: PaperProgress) => void) => Promise<T>): Promise<T | undefined> {
    if (this.running) return undefined;
    this.running = true;
    this.cancelling = false;
    this.#progress = null;
    const timer = setTimeout(() => (this.shown = true), PATIENCE_MS);
    try {
      return await write((progress) => (this.#progress = progress));
    } catch (thrown) {
      const error = toError(thrown);
      // Who gave it up knows.
      if (error.code !== 'cancelled') toasts.error(error.message, error.detail);
      return undefined;
    } finally {
      clearTimeout(timer);
      this.running = false;
      this.shown = false;
    }
  }

  cancel(): void {
    if (!this.running || this.cancelling) return;
    this.cancelling = true;
    void this.#cancel().catch(() => (this.cancelling = false));
  }
}

export const writing = new Writing();
