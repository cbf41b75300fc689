import { describe, expect, it } from 'vitest';
import { actDraft, bareName, faultsOf, instrumentDraft, newActModel, newInstrument } from './draft';

const begin = () => ({
  ...newInstrument({ home: 'in', partner: 'us', track: null, meeting: null }),
  title: 'MoU on cyber security',
});

describe('a new instrument', () => {
  it('brings a signature of each party along once something is known of it', () => {
    expect(instrumentDraft(begin(), null).acts).toEqual([]);
    const signed = { ...begin(), signing: { on: '2011-07-19', place: 'New Delhi', meeting: null, by: {} } };
    signed.signing.by = { in: 'p1', us: bareName('Jane Holl Lute') };
    expect(instrumentDraft(signed, null).acts).toMatchObject([
      { kind: 'signature', party: 'in', on: '2011-07-19', person: 'p1', name: '' },
      { kind: 'signature', party: 'us', place: 'New Delhi', person: null, name: 'Jane Holl Lute' },
    ]);
    // Of one that stands, acts are entered by themselves.
    expect(instrumentDraft(signed, { id: 'i', revision: 3 }).acts).toEqual([]);
  });

  it('is signed at the meeting it was begun from', () => {
    const meeting = { id: 'm', on: '2011-07-19', place: 'New Delhi' };
    const model = newInstrument({ home: 'in', partner: 'us', track: null, meeting });
    expect(instrumentDraft(model, null).acts[0]).toMatchObject({ meeting: 'm', on: '2011-07-19' });
  });

  it('sends of its clauses only what was asked for', () => {
    const model = {
      ...begin(),
      clause: 'on_signature' as const,
      entryAfter: '30 days',
      entryOn: '2011-01-01',
      term: 'endless' as const,
      length: '5 years',
      renewal: 'tacit' as const,
      notice: '6 months',
    };
    const { entry, term } = instrumentDraft(model, null);
    expect(entry).toEqual({
      clause: 'on_signature',
      count: null,
      on: null,
      after: { length: 30, unit: 'days' },
      firstOfMonth: false,
    });
    expect(term).toMatchObject({ kind: 'endless', length: null, renewal: 'not_stated' });
    expect(term.notice).toEqual({ length: 6, unit: 'months' });
  });

  it('says what it lacks, field by field', () => {
    expect(faultsOf(begin())).toEqual({});
    const bare = newInstrument({ home: 'in', partner: null, track: null, meeting: null });
    expect(Object.keys(faultsOf(bare))).toEqual(['title', 'parties']);
    const vague = { ...begin(), term: 'period' as const, length: 'long', notice: 'soon' };
    expect(Object.keys(faultsOf(vague))).toEqual(['length', 'notice']);
    expect(Object.keys(faultsOf({ ...begin(), term: 'until' as const }))).toEqual(['until']);
    // What is not asked for is not found fault with.
    expect(faultsOf({ ...begin(), length: 'long' })).toEqual({});
  });
});

it('only a renewal and a suspension go until a day', () => {
  const model = { ...newActModel('renewal', null, '2016-07-19'), untilOn: '2021-07-18' };
  expect(actDraft(model, 'i', null).untilOn).toBe('2021-07-18');
  expect(actDraft({ ...model, kind: 'signature' }, 'i', null).untilOn).toBeNull();
});
