// Rows and answers for the tests of the search.
import type { NameHit, SearchHit } from '$lib/bridge/generated/wire';
import type { Command } from '$lib/widget/commands.svelte';

export function hit(given: Partial<SearchHit> & { id: string }): SearchHit {
  return {
    noun: 'commitment',
    reference: '',
    title: [{ text: given.id, found: false }],
    context: [],
    place: '',
    source: '',
    ...given,
  };
}

export function name(given: Partial<NameHit> & { id: string }): NameHit {
  return { noun: 'body', name: given.id, hint: '', ...given };
}

export function command(label: string, given: Partial<Command> = {}): Command {
  return {
    id: `/${label}`,
    label,
    group: '',
    words: '',
    keys: [],
    place: false,
    colour: null,
    run: () => {},
    ...given,
  };
}
