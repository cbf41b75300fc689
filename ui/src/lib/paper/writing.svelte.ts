// A paper that is being written: how far it is, and how it is given up. One at a time in the window.
import { toError, type Watch } from '$lib/bridge/call';
import { Work } from '$lib/bridge/work.svelte';
import { toasts } from '$lib/widget/toast.svelte';

/** Before this nobody needs to be told that something is under way. */
const PATIENCE_MS = 100;

export class Writing extends Work {
  constructor() {
    super(PATIENCE_MS);
  }

  override get doing(): string {
    return super.doing || 'Writing the paper';
  }

  /** What was answered; undefined when it was refused, which was then said, or given up. */
  async run<T>(write: (watch: Watch) => Promise<T>): Promise<T | undefined> {
    if (this.running) return undefined;
    try {
      return await this.wait(write);
    } catch (thrown) {
      const error = toError(thrown);
      // Who gave it up knows.
      if (error.code !== 'cancelled') toasts.error(error.message, error.detail);
      return undefined;
    }
  }
}

export const writing = new Writing();
