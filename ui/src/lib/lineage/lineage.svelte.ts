// What a lineage is read from, and whether pictures of it stand open: the user's choice, kept on this machine.
import type { Noun } from '$lib/bridge/generated/wire';

/** When one of these changes, it is read anew. */
export const LINEAGE_NOUNS: readonly Noun[] = [
  'commitment',
  'instrument',
  'instrument_act',
  'instrument_link',
  'link',
  'delivered_by',
  'mention',
  'raising',
  'passage',
  'text',
  'meeting',
  'follow_up',
  'dossier',
];

const KEPT = 'rapporteur.lineage';

class Unfolded {
  #open = $state(localStorage.getItem(KEPT) !== 'folded');

  get open(): boolean {
    return this.#open;
  }

  set open(open: boolean) {
    this.#open = open;
    localStorage.setItem(KEPT, open ? 'open' : 'folded');
  }
}

export const unfolded = new Unfolded();
