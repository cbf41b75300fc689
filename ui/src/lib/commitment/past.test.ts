import { expect, it } from 'vitest';
import type { ActView, EntryView, Noun } from '$lib/bridge/generated/wire';
import { byAct } from './past';

const act = (id: string): ActView => ({
  id,
  op: 'set_status',
  title: id,
  actor: 'A',
  at: `2015-08-20T10:00:0${id.length}Z`,
  kind: 'done',
  undone: false,
  undoable: true,
  rows: 1,
});
const entry = (seq: number, of: string, noun: Noun): EntryView => ({
  seq,
  act: act(of),
  noun,
  id: `r${seq}`,
  name: '',
  revision: 1,
  created: false,
  removed: false,
  fields: [],
});

it('gathers entries by act, the newest act first, the commitment itself first in each', () => {
  const past = byAct([
    entry(1, 'first', 'commitment'),
    entry(4, 'second', 'owner'),
    entry(5, 'second', 'commitment'),
  ]);
  expect(past.map((p) => p.act.id)).toEqual(['second', 'first']);
  expect(past[0]?.entries.map((e) => e.noun)).toEqual(['commitment', 'owner']);
});
