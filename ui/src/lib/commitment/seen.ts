// Which rows an act is about, with the newest revision this window knows of, so that acts that follow each other
// faster than the list is read again are not refused as stale.
import { newest } from '$lib/bridge/changes.svelte';
import type { Seen } from '$lib/bridge/generated/wire';

export function seen(rows: readonly Seen[]): Seen[] {
  return rows.map(({ id, revision }) => ({ id, revision: newest(id, revision) }));
}
