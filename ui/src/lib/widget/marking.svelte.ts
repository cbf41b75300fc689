// Which rows of a list are marked: some, which are held with what they are, or all of them but some. All means also
// those that nobody has read yet.

export class Marking<T> {
  /** Whether all are marked but those of `rows`. */
  all = $state(false);
  /** The marked ones by their keys; where all are marked, those taken out again. */
  rows = $state.raw<ReadonlyMap<string, T>>(new Map());

  has(key: string): boolean {
    return this.rows.has(key) !== this.all;
  }

  get any(): boolean {
    return this.all || this.rows.size > 0;
  }

  /** How many of a list of so many rows are marked. */
  count(total: number): number {
    return this.all ? Math.max(0, total - this.rows.size) : this.rows.size;
  }

  toggle(key: string, row: T): void {
    const next = new Map(this.rows);
    if (!next.delete(key)) next.set(key, row);
    this.rows = next;
  }

  /** Marks all of these. */
  add(rows: Iterable<readonly [string, T]>): void {
    const next = new Map(this.rows);
    for (const [key, row] of rows) {
      if (this.all) next.delete(key);
      else next.set(key, row);
    }
    this.rows = next;
  }

  everything(): void {
    this.all = true;
    this.rows = new Map();
  }

  clear(): void {
    this.all = false;
    this.rows = new Map();
  }
}
