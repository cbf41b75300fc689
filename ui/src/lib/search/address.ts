// Where what is found is shown. Pure.
import type { Noun } from '$lib/bridge/generated/wire';
import type { Route } from '$lib/frame/route.svelte';
import { pageOf } from '$lib/journal/words';

/** The page of a row; for what has none of its own, the journal of its kind. */
export function addressOf(noun: Noun, id: string): Route {
  if (noun === 'track') return { page: 'commitments', params: { track: id } };
  return pageOf({ noun, id, removed: false }) ?? { page: 'journal', params: { noun } };
}
