// The reading of a text that keeps itself up to date: asked again when something changed that it depends on, at once
// for an ordinary text, after a pause for one of hundreds of candidates, so that deciding is never slowed by it.
import { untrack } from 'svelte';
import { revision } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import type { CaptureView, Noun } from '$lib/bridge/generated/wire';
import { Live } from '$lib/bridge/live.svelte';

const NOUNS: readonly Noun[] = [
  'dossier',
  'party',
  'body',
  'track',
  'dialogue',
  'meeting',
  'text',
  'passage',
  'commitment',
  'mention',
  'verdict',
];
const MANY = 300;
const PAUSE_MS = 500;

/** Call while the component is being set up. */
export function liveReading(text: string): Live<CaptureView> {
  const resource = new Live(() => commands.capture(text));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  $effect(() => {
    for (const noun of NOUNS) revision(noun);
    clearTimeout(timer);
    const many = untrack(() => (resource.value?.candidates.length ?? 0) > MANY);
    if (asked && many) {
      // What is under way was asked before the change, and would bring back what was decided since.
      untrack(() => resource.stop());
      timer = setTimeout(() => void resource.reload(), PAUSE_MS);
    } else void resource.reload();
    asked = true;
  });
  $effect(() => () => {
    clearTimeout(timer);
    resource.stop();
  });
  return resource;
}
