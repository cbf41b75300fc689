// Leaving the open dossier for another one, or for none. What goes wrong is said, and then nothing has changed.
import { toError } from '$lib/bridge/call';
import { askForFile, DOSSIER } from '$lib/bridge/file.svelte';
import { toasts } from '$lib/widget/toast.svelte';
import { openDossier } from './open.svelte';

/** Asks which, and opens it. */
export function openAnother(): Promise<void> {
  return attempt(async () => {
    const path = await askForFile('Open another dossier', [DOSSIER]);
    if (path !== null) await openDossier.open(path);
  });
}

export function openPath(path: string): Promise<void> {
  return attempt(() => openDossier.open(path));
}

export function openSample(): Promise<void> {
  return attempt(() => openDossier.openSample());
}

export function closeDossier(): Promise<void> {
  return attempt(() => openDossier.close());
}

async function attempt(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (thrown) {
    const error = toError(thrown);
    toasts.error(error.message, error.detail);
  }
}
