// What the finders of a form offer, kept up to date: a body added in one field can be chosen in the next.
import * as commands from '$lib/bridge/commands';
import type { Choice } from '$lib/bridge/generated/wire';
import { live } from '$lib/bridge/live.svelte';
import type { Option } from '$lib/widget/find';

/** Call while the component is being set up. */
export function liveChoices() {
  return live(
    () => commands.choices(),
    ['party', 'body', 'person', 'track', 'dialogue', 'meeting', 'text', 'instrument'],
  );
}

export function optionOf(choice: Choice): Option {
  return { id: choice.id, label: choice.label, hint: choice.hint || undefined };
}
