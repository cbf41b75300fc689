// The list of meetings: what is filtered out, in which order the rest stands, and under which head. Pure.
import type { MeetingRow, MeetingState } from '$lib/bridge/generated/wire';
import { fold } from '$lib/widget/find';

export interface Filters {
  words: string;
  dialogue: string | null;
  state: MeetingState | null;
  /** Only those held of which the record is still a draft. */
  draft: boolean;
}

/** Whether it is still to come: planned or postponed, whatever its day. */
export function isComing(row: MeetingRow): boolean {
  return row.state === 'planned' || row.state === 'postponed';
}

/** Those that are to come first, the soonest on top and those without a day last; then the past, newest first. */
export function inOrder(rows: readonly MeetingRow[]): MeetingRow[] {
  const far = '9999-12-31';
  const coming = rows
    .filter(isComing)
    .sort((a, b) => (a.beginsOn ?? far).localeCompare(b.beginsOn ?? far) || a.title.localeCompare(b.title));
  const past = rows
    .filter((r) => !isComing(r))
    .sort((a, b) => (b.beginsOn ?? far).localeCompare(a.beginsOn ?? far) || a.title.localeCompare(b.title));
  return [...coming, ...past];
}

export function filtered(
  rows: readonly MeetingRow[],
  { words, dialogue, state, draft }: Filters,
): MeetingRow[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (state && row.state !== state) return false;
    if (draft && (row.state !== 'held' || row.recordState !== 'draft')) return false;
    if (dialogue && row.dialogue?.id !== dialogue) return false;
    if (wanted.length === 0) return true;
    const text = fold(`${row.title} ${row.dialogue?.name ?? ''} ${row.place} ${row.when}`);
    return wanted.every((word) => text.includes(word));
  });
}

/** The head a meeting stands under: what is to come, otherwise the year. */
export function headOf(row: MeetingRow): string {
  if (isComing(row)) return 'Coming';
  return row.beginsOn?.slice(0, 4) ?? 'Without a day';
}
