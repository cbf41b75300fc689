// What was typed into a form that was left without saving, for when it is opened again: leaving loses nothing.
// Held for this window only; what is saved lives in the register.

const forms = new Map<string, unknown>();

/** A form's place: the kind of form and what it is about. */
export function place(kind: string, ids: readonly string[]): string {
  return `${kind} ${[...ids].sort().join(' ')}`;
}

export function keep<T>(at: string, typed: T): void {
  forms.set(at, structuredClone(typed));
}

/** What was typed there, which is handed out once; undefined when nothing was. */
export function takeUp<T>(at: string): T | undefined {
  const typed = forms.get(at) as T | undefined;
  forms.delete(at);
  return typed;
}

export function forget(at: string): void {
  forms.delete(at);
}
