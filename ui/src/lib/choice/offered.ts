// What a field offers to choose from, with what is chosen in it always among it. Pure.
import type { Choice, Named } from '$lib/bridge/generated/wire';
import { optionOf } from './choices.svelte';
import type { Option } from '$lib/widget/find';

/** The choices, once they are known; until then what is chosen, so that the field never shows nothing for something. */
export function offered(
  choices: readonly Choice[] | undefined,
  ...chosen: readonly (Named | null)[]
): Option[] {
  const options = (choices ?? []).map(optionOf);
  const known = new Set(options.map((o) => o.id));
  for (const named of chosen)
    if (named && !known.has(named.id)) options.push({ id: named.id, label: named.name });
  return options;
}
