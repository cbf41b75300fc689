// What the first page asks, asked before anything of it is set up: the shell answers while the engine still reads the
// rest of the script. An answer serves once, and only while nothing else was asked; whoever asks later asks anew.
import { invoke } from '@tauri-apps/api/core';

const answers = new Map<string, Promise<unknown>>();

/**
 * Asks commands that take nothing, one after the other: the shell answers them on one connection, which has read ahead
 * what they need.
 */
export function askAhead(commands: readonly string[]): void {
  let before: Promise<unknown> = Promise.resolve();
  for (const command of commands) {
    const answer = before.then(() => invoke(command, {}));
    // A refusal is for whoever takes the answer.
    before = answer.catch(() => undefined);
    answers.set(command, answer);
  }
}

/** The answer that is on its way to a command; none where it was not asked ahead. */
export function askedAhead<T>(command: string): Promise<T> | undefined {
  const answer = answers.get(command) as Promise<T> | undefined;
  if (answer) answers.delete(command);
  else answers.clear();
  return answer;
}
