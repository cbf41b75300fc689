// What was lately gone to and done from the palette, per dossier. Only ids are kept outside the file, never its words:
// a dossier's titles may bear a marking, and the folder of the application does not.
import type { Noun } from '$lib/bridge/generated/wire';

/** A row of the register, or a command by its id. */
export type Lately = { noun: Noun; id: string } | { command: string };

const MOST = 12;

function place(dossier: string): string {
  return `rapporteur.lately ${dossier}`;
}

export function keyOf(lately: Lately): string {
  return 'command' in lately ? `command ${lately.command}` : `${lately.noun} ${lately.id}`;
}

/** The newest first. */
export function lately(dossier: string): Lately[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(dossier)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isLately) : [];
  } catch {
    return [];
  }
}

/** Puts this first. */
export function note(dossier: string, entry: Lately): void {
  const others = lately(dossier).filter((l) => keyOf(l) !== keyOf(entry));
  try {
    localStorage.setItem(place(dossier), JSON.stringify([entry, ...others].slice(0, MOST)));
  } catch {
    // Without storage nothing is remembered, and everything is still found.
  }
}

function isLately(kept: unknown): kept is Lately {
  if (typeof kept !== 'object' || kept === null) return false;
  if ('command' in kept) return typeof kept.command === 'string';
  return 'noun' in kept && 'id' in kept && typeof kept.noun === 'string' && typeof kept.id === 'string';
}
