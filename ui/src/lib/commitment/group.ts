// Lists that are ordered by track, taken apart into one group for each.
import type { CommitmentRow } from '$lib/bridge/generated/wire';

/** Neighbours of one track together, in the order of the list. */
export function byTrack(rows: readonly CommitmentRow[]): { track: string; rows: CommitmentRow[] }[] {
  const groups: { track: string; rows: CommitmentRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.track === row.track) last.rows.push(row);
    else groups.push({ track: row.track, rows: [row] });
  }
  return groups;
}
