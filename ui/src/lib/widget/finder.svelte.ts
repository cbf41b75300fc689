// The state behind a find-as-you-type field: what is typed, what was found, which row is under the keys. Shared
// by Combobox (one) and MultiPick (several); draws nothing.
import { findOptions, isKnown, type Option } from './find';

export type FinderRow = { kind: 'option'; option: Option } | { kind: 'create'; text: string };

export interface FinderSource {
  options: () => readonly Option[];
  /** Ids that are chosen already and not offered again. */
  without?: () => readonly string[];
  canCreate: () => boolean;
  choose: (option: Option) => void;
  create: (text: string) => void;
}

export class Finder {
  text = $state('');
  open = $state(false);
  active = $state(-1);
  /** False until something is typed: opening a field that has a value shows everything, not only that value. */
  filtering = $state(false);
  #source: FinderSource;

  readonly rows: FinderRow[] = $derived.by(() => {
    if (!this.open) return [];
    const without = this.#source.without?.() ?? [];
    const offered = this.#source.options().filter((o) => !without.includes(o.id));
    const typed = this.filtering ? this.text : '';
    const rows: FinderRow[] = findOptions(offered, typed).map((option) => ({ kind: 'option', option }));
    const text = typed.trim();
    if (text !== '' && this.#source.canCreate() && !isKnown(this.#source.options(), text)) {
      rows.push({ kind: 'create', text });
    }
    return rows;
  });

  /** Call while the component is being set up. */
  constructor(source: FinderSource) {
    this.#source = source;
    // Options that come from a search arrive after the typing: then, too, the best match is one Enter away.
    $effect(() => {
      const count = this.rows.length;
      if (!this.open || !this.filtering || this.text.trim() === '') return;
      if (this.active >= count) this.active = count - 1;
      else if (this.active < 0 && count > 0) this.active = 0;
    });
  }

  show(): void {
    if (this.open) return;
    this.open = true;
    this.active = -1;
  }

  hide(): void {
    this.open = false;
    this.active = -1;
    this.filtering = false;
  }

  type(text: string): void {
    this.text = text;
    this.filtering = true;
    this.open = true;
    // The best match is one Enter away; nothing is under the keys while nothing is typed.
    this.active = text.trim() === '' || this.rows.length === 0 ? -1 : 0;
  }

  move(by: number): void {
    if (!this.open) {
      this.show();
      this.active = by > 0 ? 0 : this.rows.length - 1;
      return;
    }
    const count = this.rows.length;
    if (count === 0) return;
    // Past the ends lies the field itself, as in the pattern of the ARIA guide.
    const next = this.active + by;
    this.active = next < 0 ? (this.active <= 0 ? count - 1 : 0) : next >= count ? 0 : next;
  }

  /** Takes the row at `index`; false when there is none. */
  take(index = this.active): boolean {
    const row = this.rows[index];
    if (!row) return false;
    if (row.kind === 'option') this.#source.choose(row.option);
    else this.#source.create(row.text);
    return true;
  }
}
