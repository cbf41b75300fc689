// A change of very many commitments under way: how far it is, and how it is broken off. One at a time in the window.
import type { Watch } from '$lib/bridge/call';
import * as commands from '$lib/bridge/commands';
import type { BulkChange, BulkDraft, Changed, CommitmentQuery } from '$lib/bridge/generated/wire';
import { Work } from '$lib/bridge/work.svelte';
import type { ListQuery } from './query';

/** Many commitments that are changed together, of which nobody holds the rows. */
export interface Bulk {
  count: number;
  run: (change: BulkChange) => Promise<Changed<number>>;
}

type Ask = (draft: BulkDraft, watch: Watch) => Promise<Changed<number>>;

/** Which ones: all of a list but some, or just some. */
export type Chosen =
  { query: ListQuery; except: readonly string[] } | { query: ListQuery; ids: readonly string[] };

/** Before this nobody needs to be told that something is under way. */
const PATIENCE_MS = 250;

const TOO_LATE = 'It was too late to cancel: the change was entered. Undo takes it back.';

export class BulkRun extends Work {
  /** How many there are. */
  total = $state(0);
  #ask: Ask;

  constructor(ask: Ask = commands.bulk) {
    super(PATIENCE_MS);
    this.#ask = ask;
  }

  get done(): number {
    return this.progress?.done ?? 0;
  }

  /** Whether all are gone through, and what was changed is being entered: there is no breaking off any more. */
  get entering(): boolean {
    return this.running && this.total > 0 && this.done >= this.total;
  }

  async run(chosen: Chosen, count: number, change: BulkChange): Promise<Changed<number>> {
    this.total = count;
    const answer = await this.wait((watch) => this.#ask(bulkDraft(chosen, change), watch));
    // The wish may come when the last one has just been gone through.
    return this.cancelling ? { ...answer, warnings: [...answer.warnings, TOO_LATE] } : answer;
  }

  override cancel(): void {
    if (!this.entering) super.cancel();
  }
}

export function bulkDraft(chosen: Chosen, change: BulkChange): BulkDraft {
  const query: CommitmentQuery = { ...chosen.query, after: null, limit: 1 };
  return 'ids' in chosen
    ? { query, except: [], ids: [...chosen.ids], change }
    : { query, except: [...chosen.except], ids: null, change };
}

export const bulkRun = new BulkRun();
