// Doing something to the register: run the command, note what changed, say what was done with a way back, or say
// why it was not done. Reading is live.svelte.ts's business.
import { flushAll } from '$lib/widget/debounce';
import { toasts } from '$lib/widget/toast.svelte';
import { taskOf, toError } from './call';
import { changed } from './changes.svelte';
import * as commands from './commands';
import type { Changed } from './generated/wire';

export interface ActOptions {
  /** No toast on success, as for words saved while they are typed. Errors are always shown. */
  quiet?: boolean;
}

/** Runs a command that changes the register. Returns all it answered, or null when it was refused. */
export async function perform<T>(
  run: () => Promise<Changed<T>>,
  options: ActOptions = {},
): Promise<Changed<T> | null> {
  try {
    const answer = await run();
    changed(answer.changes, answer.many);
    const { act } = answer;
    const about = act ? [act.id] : [];
    const task = taskOf(answer);
    if (task) toasts.withdraw(task);
    for (const warning of answer.warnings) toasts.show(warning, { stays: true, about });
    if (act && !options.quiet) {
      const undoable = act.undoable && act.kind === 'done';
      toasts.show(act.title, {
        action: undoable ? { label: 'Undo', run: () => void takeBack(act.id) } : null,
        about,
      });
    }
    return answer;
  } catch (thrown) {
    const error = toError(thrown);
    const task = taskOf(error);
    toasts.error(error.message, error.detail, task ? [task] : []);
    return null;
  }
}

/** The same, returning only what the act yields: an id, a number of rows. Null when it was refused. */
export async function act<T>(run: () => Promise<Changed<T>>, options: ActOptions = {}): Promise<T | null> {
  const answer = await perform(run, options);
  return answer ? answer.output : null;
}

/** Takes back this very act, whatever has been done since; refused with a sentence when that cannot be. */
export async function takeBack(id: string): Promise<boolean> {
  if ((await perform(() => commands.revert(id))) === null) return false;
  toasts.withdraw(id);
  return true;
}

let sent: Promise<unknown> = Promise.resolve();

/** Acts that are on their way one after the other. Undo waits for them, or it would take back an older one. */
export function onTheWay(acts: Promise<unknown>): void {
  sent = acts;
}

/** What was typed and what was sent is in the register then: the newest act is what the person did last. */
async function arrived(): Promise<void> {
  await flushAll();
  await sent;
}

/** Takes back the newest act; `newest` tells which that is, where it is known, once nothing is on its way. */
export async function undo(newest: () => string | undefined): Promise<void> {
  await arrived();
  const id = newest();
  if ((await perform(() => commands.undo())) !== null && id) toasts.withdraw(id);
}

/** Does again what was taken back last. */
export async function redo(): Promise<void> {
  await arrived();
  await perform(() => commands.redo());
}
