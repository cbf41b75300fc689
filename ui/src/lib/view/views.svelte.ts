// The saved views as the window knows them, kept up to date for as long as a component shows them.
import * as commands from '$lib/bridge/commands';
import type { Noun } from '$lib/bridge/generated/wire';
import { live } from '$lib/bridge/live.svelte';

// A view's filters bear the ids of what its words name, so a name that changes changes the view.
const NAMED: readonly Noun[] = ['saved_view', 'track', 'body', 'person', 'party', 'dossier'];

/** What can change how many commitments a view has. */
export const COUNTED: readonly Noun[] = [
  ...NAMED,
  'commitment',
  'follow_up',
  'owner',
  'meeting',
  'dialogue',
  'link',
  'mention',
  'marking',
];

/** Call while the component is being set up. */
export function liveViews() {
  return live(() => commands.savedViews(), NAMED);
}
