// What was read of a dialogue, as the draft that saves it again. Pure.
import type { DialogueDraft, DialogueView } from '$lib/bridge/generated/wire';

/** A short name that merely repeats the full one stands for none. */
export function shortNameOf(row: { shortName: string; name: string }): string {
  return row.shortName === row.name ? '' : row.shortName;
}

export function dialogueDraft(view: DialogueView): DialogueDraft {
  const { row } = view;
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    shortName: shortNameOf(row),
    parties: row.parties.map((p) => p.id),
    parent: row.parent?.id ?? null,
    pillar: view.pillar,
    tracks: row.tracks.map((t) => t.id),
    level: row.level,
    cadenceMonths: row.cadenceMonths,
    establishedOn: view.establishedOn,
    coChairs: view.coChairs.map((p) => p.id),
    state: row.state,
    note: view.note,
  };
}

/** What a new dialogue begins with, besides what one types. */
export function newDialogue(name: string, parties: string[]): DialogueDraft {
  return {
    id: null,
    revision: 0,
    name,
    shortName: '',
    parties,
    parent: null,
    pillar: '',
    tracks: [],
    level: 'senior_officials',
    cadenceMonths: null,
    establishedOn: null,
    coChairs: [],
    state: 'active',
    note: '',
  };
}

const NUMBER_OF_MONTHS = /^(\d{1,4})(?: ?(m|mo|months?|y|yr|years?))?$/i;

/**
 * Reads a cadence as typed: `12`, `6 months`, `2 years`; nothing means there is no rule. Undefined when it is not
 * understood.
 */
export function readCadence(typed: string): number | null | undefined {
  const text = typed.trim().replace(/^every /i, '');
  if (text === '') return null;
  if (/^(year|yearly|annual|annually)$/i.test(text)) return 12;
  if (/^(month|monthly)$/i.test(text)) return 1;
  const m = NUMBER_OF_MONTHS.exec(text);
  if (!m) return undefined;
  const months = Number(m[1]) * (m[2]?.toLowerCase().startsWith('y') ? 12 : 1);
  return months >= 1 && months <= 120 ? months : undefined;
}
