// A change of very many commitments under way: how far it is, and how it is broken off. One at a time in the window.
import * as commands from '$lib/bridge/commands';
import type {
  BulkChange,
  BulkDraft,
  BulkProgress,
  Changed,
  CommitmentQuery,
} from '$lib/bridge/generated/wire';
import type { ListQuery } from './query';

/** Many commitments that are changed together, of which nobody holds the rows. */
export interface Bulk {
  count: number;
  run: (change: BulkChange) => Promise<Changed<number>>;
}

type Ask = (draft: BulkDraft, told: (progress: BulkProgress) => void) => Promise<Changed<number>>;

/** Which ones: all of a list but some, or just some. */
export type Chosen =
  { query: ListQuery; except: readonly string[] } | { query: ListQuery; ids: readonly string[] };

/** Before this nobody needs to be told that something is under way. */
const PATIENCE_MS = 250;

const TOO_LATE = 'It was too late to cancel: the change was entered. Undo takes it back.';

export class BulkRun {
  /** Whether it takes long enough to be shown. */
  shown = $state(false);
  done = $state(0);
  total = $state(0);
  cancelling = $state(false);
  #running = $state(false);
  #ask: Ask;
  #cancel: () => Promise<unknown>;

  constructor(ask: Ask = commands.bulk, cancel: () => Promise<unknown> = commands.cancelBulk) {
    this.#ask = ask;
    this.#cancel = cancel;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Whether all are gone through, and what was changed is being entered: there is no breaking off any more. */
  get entering(): boolean {
    return this.#running && this.total > 0 && this.done >= this.total;
  }

  /** From 0 to 1. */
  get share(): number {
    return this.total === 0 ? 0 : this.done / this.total;
  }

  async run(chosen: Chosen, count: number, change: BulkChange): Promise<Changed<number>> {
    this.done = 0;
    this.total = count;
    this.cancelling = false;
    this.#running = true;
    const timer = setTimeout(() => (this.shown = true), PATIENCE_MS);
    try {
      const answer = await this.#ask(bulkDraft(chosen, change), ({ done, total }) => {
        this.done = done;
        this.total = total;
      });
      // The wish may come when the last one has just been gone through.
      return this.cancelling ? { ...answer, warnings: [...answer.warnings, TOO_LATE] } : answer;
    } finally {
      clearTimeout(timer);
      this.#running = false;
      this.shown = false;
    }
  }

  cancel(): void {
    if (!this.#running || this.cancelling || this.entering) return;
    this.cancelling = true;
    void this.#cancel().catch(() => (this.cancelling = false));
  }
}

export function bulkDraft(chosen: Chosen, change: BulkChange): BulkDraft {
  const query: CommitmentQuery = { ...chosen.query, after: null, limit: 1 };
  return 'ids' in chosen
    ? { query, except: [], ids: [...chosen.ids], change }
    : { query, except: [...chosen.except], ids: null, change };
}

export const bulkRun = new BulkRun();
