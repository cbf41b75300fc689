// What can leave the register from where one is, and the one dialog that asks in which form. A page says which papers it
// offers; the key, the palette and the dialog follow from that.
import type { PaperKind } from '$lib/bridge/generated/wire';
import { deeds } from '$lib/widget/commands.svelte';
import { keymap } from '$lib/widget/shortcut.svelte';
import type { About } from './request';
import type { BriefPlan, Reader } from '$lib/bridge/generated/wire';

export const EXPORT_KEY = 'Shift+e';

/** A paper that can be had from a page. */
export interface Offer {
  kind: PaperKind;
  /** As people call it there: `These 12 commitments`, `Chaser sheet`. */
  label: string;
  about: About;
  /** The reader and the parts that were chosen already. */
  reader?: Reader;
  plan?: BriefPlan | null;
}

class Exporting {
  /** What the dialog is about; none while it is closed. */
  offers = $state.raw<readonly Offer[]>([]);
  open = $state(false);
  /** Which of them stands chosen when the dialog opens. */
  first = $state(0);

  begin(offers: readonly Offer[], first = 0): void {
    if (offers.length === 0) return;
    this.offers = offers;
    this.first = first;
    this.open = true;
  }
}

export const exporting = new Exporting();

/** Offers papers for the life of a component: call it while the component is being set up. */
export function offerPapers(offers: () => readonly Offer[], group: string): void {
  keymap.use(() => [
    {
      key: EXPORT_KEY,
      label: 'export',
      name: 'export …',
      run: () => exporting.begin(offers()),
      when: () => offers().length > 0,
      group,
    },
  ]);
  // Each by its name too, where there is more than one.
  deeds.use(() => {
    const all = offers();
    return all.length < 2
      ? []
      : all.map(({ label }, at) => ({
          label: `Export: ${label}`,
          group,
          words: 'paper pdf word excel markdown save',
          run: () => exporting.begin(offers(), at),
        }));
  });
}
