// Which change to which commitments is being entered in the inspector. One at a time; a page begins it by key, the
// inspector shows its form, and when it ends the focus goes back to where it came from.
import type { CommitmentRow } from '$lib/bridge/generated/wire';
import { inspector } from '$lib/frame/inspector.svelte';
import type { Bulk } from './bulk.svelte';
import { route } from '$lib/frame/route.svelte';

/** `track` and `marking` are changed of many at once; of one, in its form. A `decision` is taken before a meeting. */
export type Change = 'followUp' | 'status' | 'due' | 'owners' | 'track' | 'marking' | 'decision' | 'period';

export interface Edit {
  change: Change;
  ids: readonly string[];
  /** Many that are changed together, of which there are no rows. */
  bulk: Bulk | undefined;
  /** The commitments as they stand now: a list that is read anew hands out newer revisions. */
  rows: () => readonly CommitmentRow[];
  /** The commitment whose details stand in the inspector meanwhile. */
  at: string;
  /** The meeting that is decided for. */
  meeting: string | undefined;
  /** The report of a period that is corrected; otherwise the oldest unreported period is reported. */
  period: string | undefined;
  /** Whether the page shows the commitment already, so that the inspector need not. */
  alone: boolean;
  /** Whether the inspector lay over a narrow window only for this. */
  laidOver: boolean;
  /** Gives the focus back. */
  end: () => void;
}

export interface EditOptions {
  at?: string | undefined;
  bulk?: Bulk | undefined;
  meeting?: string | undefined;
  period?: string | undefined;
  alone?: boolean;
  end?: () => void;
}

class Editing {
  current = $state.raw<Edit | null>(null);
  /** Whether the one that has just ended was saved. */
  saved = false;

  constructor() {
    route.onleave(() => this.drop());
  }

  begin(change: Change, rows: () => readonly CommitmentRow[], options: EditOptions = {}): void {
    const chosen = rows();
    const ids = chosen.map((r) => r.id);
    const at = options.at ?? ids[0];
    if (at === undefined || (ids.length === 0 && !options.bulk)) return;
    const among = new Set(ids);
    const laidOver = this.current?.laidOver ?? !inspector.revealed;
    this.current = {
      change,
      ids,
      bulk: options.bulk,
      rows: () => rows().filter((r) => among.has(r.id)),
      at,
      meeting: options.meeting,
      period: options.period,
      alone: options.alone ?? false,
      laidOver,
      end: options.end ?? (() => {}),
    };
    inspector.select({ kind: 'commitment', id: at });
  }

  end(saved = false): void {
    const edit = this.current;
    this.saved = saved;
    this.current = null;
    if (!edit) return;
    if (edit.alone) inspector.close();
    else if (edit.laidOver) inspector.cover();
    edit.end();
  }

  /** Forgets it without moving the focus, as when another commitment was selected. */
  drop(): void {
    this.current = null;
  }
}

export const editing = new Editing();
