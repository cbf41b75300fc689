// What stands in the list and what is underlined in the text.
import { describe, expect, it } from 'vitest';
import { Layout } from '$lib/text/layout';
import { adopt, withItem } from './items';
import { rowsOf, spotsOf, takenWith } from './rows';
import { at, BODY, reading, WORDS } from './sample';

const layout = new Layout(BODY);
const fresh = () => adopt([], reading());
const mine = { commitment: 'mine', ref: 'CYB-2015-009', title: 'By hand', ...at('met in May') };

describe('rowsOf', () => {
  it('lists candidates and what was taken by hand in the order of the text', () => {
    const rows = rowsOf(fresh(), [mine], layout);
    expect(rows.map((row) => ('place' in row ? row.place : row.taken.ref))).toEqual([
      0,
      1,
      2,
      'CYB-2015-009',
      3,
    ]);
  });

  it('lists what was entered from a candidate once', () => {
    const entered = { commitment: 'mine', ref: mine.ref, title: '' };
    const items = adopt([], reading({ MET: { state: 'taken', entered } }));
    expect(rowsOf(items, [mine], layout)).toHaveLength(4);
  });
});

describe('spotsOf', () => {
  it('draws what waits as strongly as it binds, and what is delivered quietly', () => {
    expect(spotsOf(fresh(), layout).map((spot) => spot.look)).toEqual(['firm', 'firm', 'quiet', 'soft']);
    expect(spotsOf(withItem(fresh(), 0, { state: 'taken' }), layout)).toHaveLength(3);
  });
});

describe('takenWith', () => {
  it('marks at once what the register is being told of', () => {
    const items = withItem(fresh(), 0, { state: 'taken', telling: true });
    expect(takenWith([mine], items, layout).map((t) => [t.ref, t.start])).toEqual([
      ['CYB-2015-009', mine.start],
      ['…', BODY.indexOf(WORDS.DESK)],
    ]);
  });

  it('marks what is reaffirmed with the ref of the old commitment', () => {
    const entered = { commitment: 'old', ref: 'CYB-2011-002', title: '' };
    const items = adopt([], reading({ NEXT: { state: 'mentioned', entered } }));
    expect(takenWith([], items, layout).map((t) => t.ref)).toEqual(['CYB-2011-002']);
  });
});
