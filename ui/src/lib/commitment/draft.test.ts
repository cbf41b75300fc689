import { describe, expect, it } from 'vitest';
import type { CommitmentView } from '$lib/bridge/generated/wire';
import { commitmentDraft, editModel, faultsOf, newModel } from './draft';
import { commitment } from './sample';
import { titleFrom } from './wording';

const passage = {
  text: 'x1',
  start: 10,
  end: 50,
  quote: 'intend to pursue an array of follow-on activities',
};

describe('a new commitment', () => {
  it('takes wording, a proposal of title and the strength from its passage', () => {
    const model = newModel({ passage, track: 't1' }, 'm1');
    expect(model).toMatchObject({
      wording: passage.quote,
      title: 'Intend to pursue an array of follow-on activities',
      strength: 'intent',
      meeting: 'm1',
      track: 't1',
    });
    expect(commitmentDraft(model, passage, null).passage).toEqual({ text: 'x1', start: 10, end: 50 });
  });

  it('says which fields are still missing', () => {
    const model = newModel({}, null);
    expect(Object.keys(faultsOf(model))).toEqual(['title', 'track']);
    expect(Object.keys(faultsOf({ ...model, title: 'A', track: 't1', bound: 'named' }))).toEqual([
      'boundParties',
    ]);
  });

  it('names parties only when named parties are bound', () => {
    const model = { ...newModel({}, null), title: 'A', track: 't1', boundParties: ['p1'] };
    expect(commitmentDraft(model, null, null).boundParties).toEqual([]);
    expect(commitmentDraft({ ...model, bound: 'named' }, null, null).boundParties).toEqual(['p1']);
  });

  it('gives owners of all roles as a whole', () => {
    const model = { ...newModel({}, null), lead: ['b1|'], supporting: ['|p3'], counterpart: ['b2|p2'] };
    expect(commitmentDraft(model, null, null).owners).toEqual([
      { role: 'lead', body: 'b1', person: null },
      { role: 'supporting', body: null, person: 'p3' },
      { role: 'counterpart', body: 'b2', person: 'p2' },
    ]);
  });
});

it('an edited commitment keeps its passage and leaves due date and status to their own acts', () => {
  const view: CommitmentView = {
    row: commitment(),
    boundParties: [],
    note: 'n',
    passage: { ...passage, textTitle: 'Statement', paragraph: 3, before: '', after: '' },
    meeting: { id: 'm1', name: 'Round' },
    instrument: { id: 'i1', name: 'INS-2011-001 MoU' },
    deliveredBy: [],
    owners: [],
    dueHistory: [],
    periods: [],
    followUps: [],
    followUpCount: 0,
    links: [],
    raisings: [],
    decisions: [],
    mentions: [],
    closing: null,
    score: -1,
    marking: [],
    trackName: 'CT',
  };
  const draft = commitmentDraft(editModel(view), null, { id: 'c1', revision: 3 });
  expect(draft).toMatchObject({
    id: 'c1',
    revision: 3,
    instrument: 'i1',
    passage: null,
    due: { kind: 'none' },
    score: -1,
    note: 'n',
  });
});

describe('reading a wording', () => {
  it('cuts a title between words and drops what hangs at its end', () => {
    expect(titleFrom('  … robust   cooperation on cyber issues,')).toBe('Robust cooperation on cyber issues');
    const long = titleFrom(`promote ${'closer cooperation '.repeat(20)}`);
    expect(long.length).toBeLessThanOrEqual(90);
    expect(long.endsWith('cooperation') || long.endsWith('closer')).toBe(true);
  });
});
