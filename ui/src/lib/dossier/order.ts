// Moving a row up or down among others that bear a rank: which ranks must change. Pure.

interface Ranked {
  id: string;
  rank: number;
}

/** The new ranks after a move by so many places; only of those that change. Ranks stay 1 or more and differ. */
export function moved<T extends Ranked>(
  rows: readonly T[],
  id: string,
  by: number,
): { row: T; rank: number }[] {
  const before = [...rows].sort((a, b) => a.rank - b.rank);
  const from = before.findIndex((r) => r.id === id);
  const to = from + by;
  const row = before[from];
  if (!row || to < 0 || to >= before.length) return [];
  const after = before.filter((r) => r.id !== id);
  after.splice(to, 0, row);
  let last = 0;
  return after
    .map((each, at) => {
      last = Math.max(last + 1, before[at]?.rank ?? 0);
      return { row: each, rank: last };
    })
    .filter((change) => change.rank !== change.row.rank);
}
