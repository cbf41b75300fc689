// What the first page asks, asked in one before anything of it is set up: the shell answers while the engine still reads
// the rest of the script, and all of the page can be drawn at once. An answer serves once, and only while nothing else was
// asked; whoever asks later asks anew.

const answers = new Map<string, Promise<unknown>>();

/** Gives commands that take nothing their answers out of a whole that is on its way. */
export function askAhead<T>(whole: Promise<T>, parts: Record<string, (whole: T) => unknown>): void {
  for (const [command, part] of Object.entries(parts)) {
    const answer = whole.then(part);
    // A refusal is for whoever takes the answer.
    answer.catch(() => undefined);
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
