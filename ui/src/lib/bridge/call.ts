// The one place where the window calls the shell. Every refusal becomes a RapporteurError, whose message is a
// sentence for a person; which commands there are stands in commands.ts.
import { Channel, invoke } from '@tauri-apps/api/core';
import { askedAhead } from './ahead';
import type { Progress } from './generated/wire';

export class RapporteurError extends Error {
  override name = 'RapporteurError';
  /** A word to branch on; most errors need none and carry `other`. */
  readonly code: string;
  /** The technical words behind the sentence, shown on demand. */
  readonly detail: string | null;
  /** What was asked for; see `taskOf`. */
  task = '';

  constructor(code: string, message: string, detail: string | null = null) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

/** Makes of anything thrown an error that can be shown. */
export function toError(thrown: unknown): RapporteurError {
  if (thrown instanceof RapporteurError) return thrown;
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    const { code, message, detail } = thrown as { code?: unknown; message: unknown; detail?: unknown };
    if (typeof code === 'string' && typeof message === 'string') {
      return new RapporteurError(code, message, typeof detail === 'string' ? detail : null);
    }
  }
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return new RapporteurError(
    'unexpected',
    'Something unexpected happened. Nothing was changed by this step; try it again.',
    words,
  );
}

// What each answer answers, for as long as somebody holds it.
const answered = new WeakMap<object, string>();

/** What an answer or a refusal is about: the command and the row it was given. The same task tried again bears the same words. */
export function taskOf(answer: object): string {
  return answer instanceof RapporteurError ? answer.task : (answered.get(answer) ?? '');
}

/** Calls a command of the shell. Rejects with a RapporteurError only. */
export async function call<T>(command: string, parameters: Record<string, unknown>): Promise<T> {
  const task = `${command} ${rowOf(parameters)}`;
  try {
    const ask = () => invoke<T>(command, parameters);
    // Where what was asked ahead was refused, each asks by itself and tells its own reason.
    const answer = await (askedAhead<T>(command)?.catch(ask) ?? ask());
    if (typeof answer === 'object' && answer !== null) answered.set(answer, task);
    return answer;
  } catch (thrown) {
    const error = toError(thrown);
    error.task = task;
    throw error;
  }
}

/** What whoever waits for something long gives along: ears for how far it is, and a way to give it up. */
export interface Watch {
  told?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/**
 * Calls a command that takes long. Given up by the signal of its watch, it is refused with the code `cancelled`, and
 * nothing of it is left.
 */
export async function callWatched<T>(
  command: string,
  parameters: Record<string, unknown>,
  { told, signal }: Watch,
): Promise<T> {
  const progress = new Channel<Progress>(told);
  const giveUp = () => void call<null>('give_up', { channel: progress.id }).catch(() => undefined);
  signal?.addEventListener('abort', giveUp, { once: true });
  if (signal?.aborted) giveUp();
  try {
    return await call<T>(command, { ...parameters, progress });
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

/** The row a command is about: that of its draft, the one it names, or the first word it is given. */
function rowOf(parameters: Record<string, unknown>): string {
  const draft = parameters.draft as { id?: unknown } | undefined;
  const row = draft?.id ?? parameters.id ?? Object.values(parameters).find((p) => typeof p === 'string');
  return typeof row === 'string' ? row : '';
}
