// The rows beneath the palette's field, in the order in which they stand: what is at hand, what the core found, names
// that resemble, and the way to the page of all results. Pure.
import type { NameHit, Noun, SearchHit, SearchPart } from '$lib/bridge/generated/wire';
import { fold } from '$lib/widget/find';
import type { Command } from '$lib/widget/commands.svelte';
import { mark, matching, type Prepared } from './match';
import type { Titled } from './titles';

export interface FoundRow {
  kind: 'found';
  key: string;
  noun: Noun;
  id: string;
  reference: SearchPart[];
  title: SearchPart[];
  context: SearchPart[];
  source: string;
  place: string;
}

export interface CommandRow {
  kind: 'command';
  key: string;
  command: Command;
  title: SearchPart[];
}

/** The way to everything that is found. */
export interface AllRow {
  kind: 'all';
  key: string;
  words: string;
}

export type Row = FoundRow | CommandRow | AllRow;

export interface Section {
  /** Empty for the last row, which belongs to none. */
  name: string;
  rows: Row[];
}

/** How many of each kind are offered while one types; the page of all results has the rest. */
export const MOST = { places: 5, commands: 6, found: 12, names: 5 };
/** With so many found, names that only resemble help nobody. */
export const ENOUGH = 4;

export function ofHit(hit: SearchHit, words: readonly string[]): FoundRow {
  const reference = mark(hit.reference, words);
  return { kind: 'found', key: `${hit.noun} ${hit.id}`, ...hit, reference };
}

export function ofName(name: NameHit, words: readonly string[]): FoundRow {
  return {
    kind: 'found',
    key: `${name.noun} ${name.id}`,
    noun: name.noun,
    id: name.id,
    reference: [],
    title: mark(name.name, words),
    context: [],
    source: '',
    place: name.hint,
  };
}

export function ofTitled(noun: Noun, id: string, { reference, title, place }: Titled): FoundRow {
  return {
    kind: 'found',
    key: `${noun} ${id}`,
    noun,
    id,
    reference: mark(reference, []),
    title: [{ text: title, found: false }],
    context: [],
    source: '',
    place,
  };
}

export function ofCommand(command: Command, words: readonly string[] = []): CommandRow {
  return { kind: 'command', key: `command ${command.id}`, command, title: mark(command.label, words) };
}

/** Before anything is typed: what was used lately, and then all there is. */
export function atRest(recent: readonly Row[], commands: readonly Command[]): Section[] {
  const shown = new Set(recent.map((r) => r.key));
  const rest = commands.map((c) => ofCommand(c)).filter((r) => !shown.has(r.key));
  return sections([
    ['Lately', recent],
    ['Go to', rest.filter((r) => r.command.place)],
    ['Do', rest.filter((r) => !r.command.place)],
  ]);
}

/** After `>`: commands and nothing else. */
export function commandsOnly(commands: readonly Prepared<Command>[], words: readonly string[]): Section[] {
  const fitting = matching(commands, words).filter((c) => !c.place);
  return sections([['Do', fitting.map((c) => ofCommand(c, words))]]);
}

export function whileTyping(
  typed: string,
  words: readonly string[],
  commands: readonly Prepared<Command>[],
  hits: readonly SearchHit[],
  names: readonly NameHit[],
): Section[] {
  const fitting = matching(commands, words);
  // Tracks stand among the places already, with their colours.
  const pages = hits.filter((h) => h.noun !== 'track');
  // Who types a ref has it, and nothing else, in mind.
  const asked = fold(typed.trim());
  const isRef = (h: SearchHit) => h.reference !== '' && fold(h.reference) === asked;
  const ref = pages.filter(isRef).map((h) => ofHit(h, words));
  const found = pages.filter((h) => !isRef(h)).map((h) => ofHit(h, words));
  const there = new Set([...ref, ...found].map((f) => f.key));
  const resembling = names
    .filter((n) => n.noun !== 'track' && !there.has(`${n.noun} ${n.id}`))
    .map((n) => ofName(n, words));
  const places = fitting.filter((c) => c.place).slice(0, MOST.places);
  const deeds = fitting.filter((c) => !c.place).slice(0, MOST.commands);
  return sections([
    ['By its ref', ref],
    ['Go to', places.map((c) => ofCommand(c, words))],
    ['Do', deeds.map((c) => ofCommand(c, words))],
    ['Found', found.slice(0, MOST.found)],
    ['Called something like it', resembling.slice(0, MOST.names)],
    ['', [{ kind: 'all', key: 'all', words: typed.trim() }]],
  ]);
}

function sections(all: [string, readonly Row[]][]): Section[] {
  return all.filter(([, rows]) => rows.length > 0).map(([name, rows]) => ({ name, rows: [...rows] }));
}
