// The file a text was read from, or a scan of its signed page: keeping it with the text, and writing it out again.
import { act } from '$lib/bridge/act.svelte';
import { toError } from '$lib/bridge/call';
import { newest } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import { askForFile, askWhere } from '$lib/bridge/file.svelte';
import type { TextRow } from '$lib/bridge/generated/wire';
import type { MenuItem } from '$lib/widget/Menu.svelte';
import { toasts } from '$lib/widget/toast.svelte';

/** As much of a fingerprint as one compares by eye. */
export function shortFingerprint(sha256: string): string {
  return sha256.slice(0, 12);
}

/** What one can do with the original of a text, for its menu. */
export function originalActs(text: TextRow, readOnly: boolean): MenuItem[] {
  const keep = {
    label: text.fileName ? 'Keep another original file …' : 'Keep an original file …',
    run: () => void keepOriginal(text),
  };
  const open = { label: 'Open original', run: () => void openOriginal(text) };
  const give = { label: 'Export original …', run: () => void exportOriginal(text) };
  return [...(readOnly ? [] : [keep]), ...(text.fileName ? [open, give] : [])];
}

/** Asks for a file of any kind and keeps it; one that was kept before gives way to it. */
export async function keepOriginal(text: TextRow): Promise<void> {
  const path = await asked(() => askForFile('Keep an original file', []));
  if (path) await act(() => commands.keepOriginal(text.id, newest(text.id, text.revision), path));
}

/** Opens the file that is kept with the system's program for its kind. */
export async function openOriginal(text: TextRow): Promise<void> {
  await asked(() => commands.openOriginal(text.id));
}

/** Asks where to, and writes the file that is kept. */
export async function exportOriginal(text: TextRow): Promise<void> {
  const path = await asked(() => askWhere('Export the original file', text.fileName ?? '', []));
  if (path && (await asked(() => commands.exportOriginal(text.id, path))) !== undefined)
    toasts.show(`The original was written to ${path}.`);
}

/** What was answered; undefined when it was refused, and then it was said why. */
async function asked<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (thrown) {
    const error = toError(thrown);
    toasts.error(error.message, error.detail);
    return undefined;
  }
}
