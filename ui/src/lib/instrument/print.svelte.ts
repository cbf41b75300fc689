// The list and status of instruments on paper: all rows are read, the sheet is drawn, then the system's own dialog takes
// over; the sheet goes away afterwards.
import { tick } from 'svelte';
import * as commands from '$lib/bridge/commands';
import { toError } from '$lib/bridge/call';
import type { InstrumentRow } from '$lib/bridge/generated/wire';
import { toasts } from '$lib/widget/toast.svelte';
import type { ListQuery } from './query';

const PAGE = 500;

export class Printing {
  /** Whether the sheet is to stand in the document. */
  ready = $state(false);
  /** Whether rows are still being read for it. */
  gathering = $state(false);
  title = $state('');
  /** What stands on it. */
  rows = $state.raw<readonly InstrumentRow[]>([]);

  /** Call while the component is being set up. */
  constructor() {
    $effect(() => {
      const after = () => {
        this.ready = false;
        this.rows = [];
      };
      addEventListener('afterprint', after);
      return () => removeEventListener('afterprint', after);
    });
  }

  async print(title: string, query: ListQuery): Promise<void> {
    if (this.gathering) return;
    this.gathering = true;
    try {
      const rows: InstrumentRow[] = [];
      let after: string | null = null;
      do {
        const page = await commands.instruments({ ...query, after, limit: PAGE });
        rows.push(...page.rows);
        after = page.next;
      } while (after !== null);
      this.title = title;
      this.rows = rows;
    } catch (thrown) {
      const error = toError(thrown);
      toasts.error(error.message, error.detail);
      return;
    } finally {
      this.gathering = false;
    }
    this.ready = true;
    await tick();
    // What is set for the first time may need a face of a font that no page has shown yet.
    await new Promise(requestAnimationFrame);
    await document.fonts.ready;
    window.print();
  }
}
