// Printing a long list: everything is read first, the sheet is drawn, then the system's own dialog takes over; the
// sheet goes away afterwards.
import type { CommitmentRow } from '$lib/bridge/generated/wire';
import { tick } from 'svelte';
import { toasts } from '$lib/widget/toast.svelte';
import type { CommitmentStretches } from './list.svelte';

/** A thousand sheets of paper; nobody prints more. */
const MOST = 10_000;

export class Printing {
  /** Whether the sheet is to stand in the document. */
  ready = $state(false);
  /** Whether rows are still being read for it. */
  gathering = $state(false);
  /** What stands on it. */
  rows = $state.raw<readonly CommitmentRow[]>([]);
  #list: () => CommitmentStretches;

  /** Call while the component is being set up. */
  constructor(list: () => CommitmentStretches) {
    this.#list = list;
    $effect(() => {
      const after = () => {
        this.ready = false;
        this.rows = [];
      };
      addEventListener('afterprint', after);
      return () => removeEventListener('afterprint', after);
    });
  }

  async print(): Promise<void> {
    if (this.gathering) return;
    const list = this.#list();
    if (list.length > MOST) {
      toasts.error(
        `More than ${MOST.toLocaleString('en-GB')} commitments are too many for paper. Filter the list first.`,
      );
      return;
    }
    this.gathering = true;
    const rows = await list.everything(MOST);
    this.gathering = false;
    if (!rows) {
      toasts.error('Not all rows could be read, so nothing was printed. Try it again.');
      return;
    }
    this.rows = rows;
    this.ready = true;
    await tick();
    // What is set for the first time may need a face of a font that no page has shown yet.
    await new Promise(requestAnimationFrame);
    await document.fonts.ready;
    window.print();
  }
}
