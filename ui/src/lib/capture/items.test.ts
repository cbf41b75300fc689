// Steps along the candidates, merging and splitting, and taking over a newer reading of the text.
import { describe, expect, it } from 'vitest';
import {
  adopt,
  cameBack,
  changedFields,
  count,
  type Item,
  itemOf,
  keyOf,
  mergeable,
  merged,
  modelOf,
  nextToDecide,
  placeOf,
  split,
  waitingFrom,
  withItem,
} from './items';
import { at, BODY, reading, WORDS } from './sample';

const fresh = () => adopt([], reading());
const words = (items: readonly Item[]) => items.map((item) => BODY.slice(item.start, item.end));

describe('steps', () => {
  it('lead to what waits and past what is delivered or decided', () => {
    const items = fresh();
    expect(waitingFrom(items, -1, 1)).toBe(0);
    expect(waitingFrom(items, 1, 1)).toBe(3);
    expect(waitingFrom(items, 3, -1)).toBe(1);
    expect(waitingFrom(items, 3, 1)).toBe(-1);
    expect(waitingFrom(withItem(items, 1, { state: 'taken' }), 0, 1)).toBe(3);
  });

  it('go back to what was passed over when the end is reached', () => {
    expect(nextToDecide(withItem(fresh(), 3, { state: 'skipped' }), 3)).toBe(1);
  });

  it('know where an offset lies among them', () => {
    const items = fresh();
    expect(placeOf(items, 0)).toBe(0);
    expect(placeOf(items, 1)).toBe(1);
    expect(placeOf(items, BODY.length)).toBe(4);
  });
});

describe('count', () => {
  it('counts what waits, what was decided, and what is only shown', () => {
    const items = withItem(withItem(fresh(), 0, { state: 'taken' }), 3, { state: 'never' });
    expect(count(items)).toEqual({
      remain: 1,
      firm: 1,
      all: 3,
      entered: 1,
      mentioned: 0,
      skipped: 1,
      delivered: 1,
      thirdParty: 0,
    });
  });

  it('goes by the strength that was chosen by hand', () => {
    expect(count(withItem(fresh(), 0, { edited: { strength: 'soft' } })).firm).toBe(1);
  });
});

describe('merged', () => {
  it('reaches from the beginning of the one to the end of the other', () => {
    const items = merged(fresh(), 0, 1);
    expect(words(items)[0]).toBe(`${WORDS.DESK} ${WORDS.OFFICERS}`);
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ made: true, state: 'waiting' });
  });

  it('passes over a delivered sentence, but not over one that is decided', () => {
    const items = fresh();
    expect(mergeable(items, 3)).toBe(1);
    expect(mergeable(withItem(items, 1, { state: 'taken' }), 3)).toBe(-1);
    expect(mergeable(items, 0)).toBe(-1);
  });
});

describe('split', () => {
  it('makes a candidate of each part, in the order of the text', () => {
    const items = fresh();
    const parts = items[1]?.view.acts ?? [];
    expect(words(split(items, 1, parts))).toEqual([
      WORDS.DESK,
      'They intend to exchange officers',
      'to train them.',
      WORDS.MET,
      WORDS.NEXT,
    ]);
  });
});

describe('adopt', () => {
  it('shows what the register knows by now', () => {
    const entered = { commitment: 'id', ref: 'CYB-2015-001', title: 'Joint desk' };
    const items = adopt(fresh(), reading({ DESK: { state: 'taken', entered } }));
    expect(items[0]).toMatchObject({ state: 'taken', view: { entered } });
  });

  it('keeps what the register is still being told', () => {
    const telling = withItem(fresh(), 0, { state: 'taken', telling: true });
    expect(adopt(telling, reading())[0]).toMatchObject({ state: 'taken', telling: true });
    const told = withItem(fresh(), 0, { state: 'taken', telling: false });
    expect(adopt(told, reading())[0]).toMatchObject({ state: 'waiting' });
  });

  it('keeps what was merged or split off, in place of what it was made of', () => {
    expect(words(adopt(merged(fresh(), 0, 1), reading()))).toEqual([
      `${WORDS.DESK} ${WORDS.OFFICERS}`,
      WORDS.MET,
      WORDS.NEXT,
    ]);
    const parts = [at('They intend to exchange officers'), at('to train them.')];
    expect(adopt(split(fresh(), 1, parts), reading())).toHaveLength(5);
  });

  it('keeps moved ends and changed fields of what waits', () => {
    const end = at('joint desk').end;
    const moved = withItem(fresh(), 0, { end, made: true, edited: { title: 'Ours' } });
    const items = adopt(moved, reading());
    expect(items[0]).toMatchObject({ end, key: keyOf(at(WORDS.DESK)), edited: { title: 'Ours' } });
    expect(items).toHaveLength(4);
  });

  it('shows what was entered by hand once', () => {
    const entered = withItem(merged(fresh(), 0, 1), 0, { state: 'taken', telling: false });
    expect(adopt(entered, reading({ DESK: { state: 'taken' }, OFFICERS: { state: 'taken' } }))).toHaveLength(
      4,
    );
  });

  it('says what waits again after an undo', () => {
    const before = withItem(fresh(), 1, { state: 'taken' });
    expect(cameBack(before, fresh())).toBe(1);
    expect(cameBack(fresh(), fresh())).toBe(-1);
  });
});

describe('fields', () => {
  it('are those proposed, with what was changed by hand', () => {
    const item = itemOf(reading().candidates[0]!);
    const proposed = modelOf(item);
    const model = { ...proposed, title: 'Ours', lead: ['meity|'] };
    expect(changedFields(model, proposed)).toEqual({ title: 'Ours', lead: ['meity|'] });
    expect(modelOf({ ...item, edited: { title: 'Ours' } })).toEqual({ ...proposed, title: 'Ours' });
  });
});
