import { describe, expect, it } from 'vitest';
import { layout, ordinalWord, type Round, yearStep } from './timeline';

function round(beginsOn: string | null, more: Partial<Round> = {}): Round {
  return {
    id: more.id ?? `round ${beginsOn}`,
    title: 'Cyber Dialogue',
    ordinal: null,
    state: 'held',
    beginsOn,
    when: beginsOn ?? '',
    ...more,
  };
}

const base = { expectedOn: null, establishedOn: null, today: '2015-08-20', width: 1028 };

describe('layout of a time line', () => {
  it('spans whole years around everything it shows, and keeps marks inside', () => {
    const { marks, ticks, today } = layout({
      ...base,
      rounds: [round('2011-07-19'), round('2015-08-14')],
      expectedOn: '2016-08-14',
    });
    expect(ticks.filter((t) => t.label).map((t) => t.label)).toEqual([
      '2011',
      '2012',
      '2013',
      '2014',
      '2015',
      '2016',
    ]);
    expect(ticks[0]?.x).toBe(14);
    for (const x of [...marks.map((m) => m.x), today]) {
      expect(x).toBeGreaterThanOrEqual(14);
      expect(x).toBeLessThanOrEqual(1014);
    }
    // 2011 to 2016 are 2192 days on 1000 px; the day stands 1692 days after the beginning.
    expect(today).toBeCloseTo(14 + (1692 / 2192) * 1000, 5);
  });

  it('names each mark with its state and days, the hollow one with what it is for', () => {
    const { marks } = layout({
      ...base,
      rounds: [round('2015-09-25', { title: 'Leaders’ meeting', state: 'planned', when: '25 Sep 2015' })],
      expectedOn: '2014-07-19',
    });
    expect(marks.map((m) => [m.shape, m.name])).toEqual([
      ['expected', 'Next round was expected by 19 Jul 2014'],
      ['planned', 'Leaders’ meeting, planned, 25 Sep 2015'],
    ]);
  });

  it('puts marks that would touch above one another, and comes back down', () => {
    const { marks, lanes } = layout({
      ...base,
      rounds: [round('2015-03-01'), round('2015-03-04'), round('2015-12-01')],
    });
    expect(marks.map((m) => m.lane)).toEqual([0, 1, 0]);
    expect(lanes).toBe(2);
  });

  it('never piles more than four high, however dense the rounds are', () => {
    const rounds = Array.from({ length: 60 }, (_, i) =>
      round(`2015-${String(1 + (i % 12)).padStart(2, '0')}-10`, { id: String(i) }),
    );
    expect(layout({ ...base, rounds, width: 320 }).lanes).toBe(4);
  });

  it('writes the ordinal only where there is room beside the mark', () => {
    const { marks } = layout({
      ...base,
      rounds: [round('2010-01-10', { ordinal: 1 }), round('2015-08-14', { ordinal: 4 })],
      width: 700,
    });
    expect(marks.map((m) => m.label)).toEqual(['1st', '4th']);
    const narrow = layout({
      ...base,
      rounds: [round('2010-01-10', { ordinal: 1 }), round('2010-12-14', { ordinal: 2 })],
      width: 300,
    });
    expect(narrow.marks.map((m) => m.label)).toEqual(['', '2nd']);
  });

  it('keeps rounds without a day apart, and stands on today alone when there is nothing else', () => {
    const { marks, undated, ticks, lanes } = layout({
      ...base,
      rounds: [round(null, { id: 'later', state: 'postponed' })],
    });
    expect(marks).toEqual([]);
    expect(undated.map((r) => r.id)).toEqual(['later']);
    expect(ticks.filter((t) => t.label).map((t) => t.label)).toEqual(['2015']);
    expect(lanes).toBe(1);
  });
});

describe('yearStep', () => {
  it('leaves out years that would touch', () => {
    expect(yearStep(6, 1000)).toBe(1);
    expect(yearStep(30, 1000)).toBe(2);
    expect(yearStep(30, 300)).toBe(5);
    expect(yearStep(130, 300)).toBe(20);
  });
});

describe('ordinalWord', () => {
  it('ends as English has it', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map(ordinalWord)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '101st',
      '111th',
    ]);
  });
});
