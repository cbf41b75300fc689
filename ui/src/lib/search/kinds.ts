// The kinds by which results can be narrowed, as one speaks of them. Pure.
import type { Noun } from '$lib/bridge/generated/wire';

export interface Kind {
  id: string;
  label: string;
  nouns: Noun[];
}

export const KINDS: readonly Kind[] = [
  { id: 'all', label: 'Everything', nouns: [] },
  { id: 'commitments', label: 'Commitments', nouns: ['commitment'] },
  { id: 'meetings', label: 'Meetings', nouns: ['meeting'] },
  { id: 'texts', label: 'Texts', nouns: ['text'] },
  { id: 'instruments', label: 'Instruments', nouns: ['instrument'] },
  { id: 'dialogues', label: 'Dialogues', nouns: ['dialogue'] },
  { id: 'people', label: 'People & bodies', nouns: ['person', 'body', 'party'] },
];

/** The kind that an address names; everything where it names none. */
export function kindOf(id: string): Kind {
  return KINDS.find((kind) => kind.id === id) ?? (KINDS[0] as Kind);
}
