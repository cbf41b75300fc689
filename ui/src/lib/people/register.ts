// The people of the dossier as one list: each party, the persons directly under it, its bodies as a tree with
// their persons. Pure; finding keeps what stands above a hit, so that one sees where it belongs.
import type { BodyRow, PartyView, PersonRow } from '$lib/bridge/generated/wire';
import { fold } from '$lib/widget/find';
import { branches } from '$lib/widget/tree';

export type Entry = { depth: number; hit: boolean } & (
  | { kind: 'party'; party: PartyView }
  | { kind: 'body'; body: BodyRow }
  | { kind: 'person'; person: PersonRow }
);

export type EntryKind = Entry['kind'];

export function entryId(entry: Entry): string {
  return entry.kind === 'party' ? entry.party.id : entry.kind === 'body' ? entry.body.id : entry.person.id;
}

/** Whether someone still holds the post on this day. */
export function inPost(person: Pick<PersonRow, 'activeTo'>, today: string): boolean {
  return person.activeTo === null || person.activeTo >= today;
}

/** Whether a party or body is still offered on this day. */
export function current(row: { retiredOn: string | null }, today: string): boolean {
  return row.retiredOn === null || row.retiredOn > today;
}

export interface Finding {
  /** What was typed. */
  words: string;
  /** Leaves out who has left and what is retired. */
  onlyCurrent: boolean;
  today: string;
}

function wordsOf(entry: Entry): string {
  switch (entry.kind) {
    case 'party':
      return `${entry.party.name} ${entry.party.code}`;
    case 'body':
      return `${entry.body.shortName} ${entry.body.name}`;
    case 'person':
      return `${entry.person.name} ${entry.person.post}`;
  }
}

function isCurrent(entry: Entry, today: string): boolean {
  switch (entry.kind) {
    case 'party':
      return current(entry.party, today);
    case 'body':
      return current(entry.body, today);
    case 'person':
      return inPost(entry.person, today);
  }
}

/** Everything, parents before what stands beneath them; the home party first. */
export function register(parties: readonly PartyView[]): Entry[] {
  const list: Entry[] = [];
  const homeFirst = [...parties].sort((a, b) => Number(b.home) - Number(a.home));
  for (const party of homeFirst) {
    list.push({ kind: 'party', party, depth: 0, hit: false });
    const known = new Set(party.bodies.map((b) => b.id));
    const under = new Map<string, PersonRow[]>();
    for (const person of party.persons) {
      const body = person.body && known.has(person.body.id) ? person.body.id : '';
      under.set(body, [...(under.get(body) ?? []), person]);
    }
    const persons = (body: string, depth: number) => {
      for (const person of under.get(body) ?? []) list.push({ kind: 'person', person, depth, hit: false });
    };
    persons('', 1);
    for (const { row: body, depth } of branches(party.bodies)) {
      list.push({ kind: 'body', body, depth: depth + 1, hit: false });
      persons(body.id, depth + 2);
    }
  }
  return list;
}

/** What has every typed word, with what stands above it. `hit` marks what was found itself. */
export function find(entries: readonly Entry[], { words, onlyCurrent, today }: Finding): Entry[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0 && !onlyCurrent) return [...entries];
  const kept: Entry[] = [];
  /** Those above the present one, by depth, not yet kept. */
  let above: Entry[] = [];
  for (const entry of entries) {
    above = above.filter((a) => a.depth < entry.depth);
    const text = wanted.length > 0 ? fold(wordsOf(entry)) : '';
    const found = wanted.every((word) => text.includes(word)) && (!onlyCurrent || isCurrent(entry, today));
    if (found) {
      kept.push(...above, { ...entry, hit: wanted.length > 0 });
      above = [];
    } else above.push(entry);
  }
  return kept;
}

/** How many persons and bodies there are, for the line under the title. */
export function tally(parties: readonly PartyView[]): { parties: number; bodies: number; persons: number } {
  return {
    parties: parties.length,
    bodies: parties.reduce((n, p) => n + p.bodies.length, 0),
    persons: parties.reduce((n, p) => n + p.persons.length, 0),
  };
}
