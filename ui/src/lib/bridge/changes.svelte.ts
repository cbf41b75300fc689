// What changed since the window opened: one counter per noun. Whoever shows rows of a noun reads its counter and
// asks again when it moves; nothing else tells the window to refresh.
import { SvelteMap } from 'svelte/reactivity';
import { type Change, type Noun, nounWords } from './generated/wire';

// Every noun has its counter from the start: reading an absent key would depend on all of them.
const revisions = new SvelteMap<Noun, number>((Object.keys(nounWords) as Noun[]).map((noun) => [noun, 0]));
// The revision each row was left with by this window's own acts, which may be newer than what a page has read.
const left = new Map<string, number>();
let epoch = $state(0);

/** Takes note of what an act changed: rows one by one, and nouns of which there were too many for that. */
export function changed(changes: readonly Change[], many: readonly Noun[] = []): void {
  for (const { id, revision } of changes) left.set(id, revision);
  for (const noun of new Set([...changes.map((c) => c.noun), ...many])) {
    revisions.set(noun, (revisions.get(noun) ?? 0) + 1);
  }
}

/** Everything may have changed: another dossier was opened, or another window wrote to this one. */
export function changedAll(): void {
  left.clear();
  epoch += 1;
}

/** The newest revision of a row this window knows of: saves that follow each other quickly must not look stale. */
export function newest(id: string, read: number): number {
  return Math.max(read, left.get(id) ?? 0);
}

/** Reading this makes an effect or a derived value depend on the noun. */
export function revision(noun: Noun): number {
  return epoch + (revisions.get(noun) ?? 0);
}
