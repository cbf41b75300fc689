// Printing a long list: everything is read first, the sheet is drawn, then the system's own dialog takes over; the
// sheet goes away afterwards.
import { tick } from 'svelte';
import { toasts } from '$lib/widget/toast.svelte';
import type { Pages } from './pages.svelte';

export class Printing {
  /** Whether the sheet is to stand in the document. */
  ready = $state(false);
  /** Whether rows are still being read for it. */
  gathering = $state(false);
  #pages: () => Pages;

  /** Call while the component is being set up. */
  constructor(pages: () => Pages) {
    this.#pages = pages;
    $effect(() => {
      const after = () => (this.ready = false);
      addEventListener('afterprint', after);
      return () => removeEventListener('afterprint', after);
    });
  }

  async print(): Promise<void> {
    if (this.gathering) return;
    this.gathering = true;
    const whole = await this.#pages().all();
    this.gathering = false;
    if (!whole) {
      toasts.error('Not all rows could be read, so nothing was printed. Try it again.');
      return;
    }
    this.ready = true;
    await tick();
    // What is set for the first time may need a face of a font that no page has shown yet.
    await new Promise(requestAnimationFrame);
    await document.fonts.ready;
    window.print();
  }
}
