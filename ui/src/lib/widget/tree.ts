// Rows that stand under one another, in the order in which they are read: each parent, then what stands beneath
// it. Knows nothing of what the rows are.

export interface Branch<T> {
  row: T;
  /** How many rows stand above it. */
  depth: number;
}

interface Node {
  id: string;
  parent: { id: string } | null;
}

/**
 * Parents before children, siblings in the order given. A row whose parent is not among them stands at the top, and
 * so does one of a circle, so that nothing is hidden by a fault.
 */
export function branches<T extends Node>(rows: readonly T[]): Branch<T>[] {
  const known = new Set(rows.map((r) => r.id));
  const beneath = new Map<string | null, T[]>();
  for (const row of rows) {
    const parent = row.parent && known.has(row.parent.id) ? row.parent.id : null;
    const siblings = beneath.get(parent);
    if (siblings) siblings.push(row);
    else beneath.set(parent, [row]);
  }

  const list: Branch<T>[] = [];
  const placed = new Set<string>();
  const place = (row: T, depth: number): void => {
    if (placed.has(row.id)) return;
    placed.add(row.id);
    list.push({ row, depth });
    for (const child of beneath.get(row.id) ?? []) place(child, depth + 1);
  };
  for (const row of beneath.get(null) ?? []) place(row, 0);
  for (const row of rows) place(row, 0);
  return list;
}

/** The row itself and all that stands beneath it: what it cannot be put under. */
export function withBeneath(rows: readonly Node[], id: string): Set<string> {
  const found = new Set([id]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const row of rows) if (row.parent && found.has(row.parent.id)) found.add(row.id);
  }
  return found;
}
