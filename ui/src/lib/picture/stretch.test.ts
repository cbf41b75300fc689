import { describe, expect, it } from 'vitest';
import { timeAxis } from './axis';
import { apart, trendLines } from './trend';
import {
  around,
  asked,
  dayNumber,
  dayOf,
  LEAST,
  lengthOf,
  MOST,
  moved,
  showing,
  whole,
  zoomed,
} from './stretch';

const year = { from: dayNumber('2015-01-01'), to: dayNumber('2016-01-01') };

describe('a stretch of time', () => {
  it('counts days as calendars do, whatever the zone of the machine', () => {
    expect(dayOf(dayNumber('2016-02-29'))).toBe('2016-02-29');
    expect(dayNumber('1970-01-02')).toBe(1);
  });

  it('keeps what stands under the pointer where it is when it is zoomed', () => {
    const at = dayNumber('2015-03-01');
    const near = zoomed(year, 0.5, at);
    expect(lengthOf(near)).toBeCloseTo(182.5);
    expect((at - near.from) / lengthOf(near)).toBeCloseTo((at - year.from) / lengthOf(year));
  });

  it('shows no less than a month and no more than twenty years', () => {
    expect(lengthOf(zoomed(year, 0.001, year.from))).toBe(LEAST);
    expect(lengthOf(zoomed(year, 1000, year.to))).toBe(MOST);
    expect(lengthOf(whole('1947-08-15', '2030-01-01', '2015-08-20'))).toBe(MOST);
  });

  it('moves, and leads to a day', () => {
    expect(moved(year, 10).from).toBe(year.from + 10);
    const today = dayNumber('2020-06-01');
    expect(around(year, today).from + lengthOf(year) / 2).toBe(today);
    expect(showing(year, dayNumber('2015-06-01'))).toBe(year);
    expect(showing(year, today).to).toBeGreaterThan(today);
  });

  it('asks for whole months, so that a small move asks for nothing new', () => {
    expect(asked(year)).toEqual(asked(moved(year, 3)));
    expect(asked(year).from < '2015-01-01').toBe(true);
  });
});

describe('the axis', () => {
  it.each([
    ['a month', 31],
    ['a year', 365],
    ['six years', 2191],
    ['twenty years', MOST],
  ])('writes words over %s that do not touch', (_, days) => {
    for (const width of [400, 900, 1600]) {
      const axis = timeAxis({ from: year.from + 11, to: year.from + 11 + days }, 0, width);
      const written = axis.ticks.filter((t) => t.label);
      expect(written.length).toBeGreaterThan(0);
      written.forEach((t, i) => {
        const next = written[i + 1];
        if (next)
          expect(next.x - t.x, `${t.label} and ${next.label} in ${width}`).toBeGreaterThan(
            t.label.length * 6.4,
          );
      });
    }
  });

  it('finds the day at a place', () => {
    const axis = timeAxis(year, 100, 900);
    expect(axis.dayAt(axis.at(year.from + 40))).toBeCloseTo(year.from + 40);
  });
});

describe('the trend', () => {
  it('has a point for every month and names that stand apart', () => {
    const months = ['2015-01-31', '2015-02-28', '2015-03-31'].map((on, i) => ({
      on,
      open: 10 + i,
      overdue: 10,
      stale: 9,
    }));
    const lines = trendLines(months, (day) => day, 10, 300);
    expect(lines.curves.map((c) => c.points.length)).toEqual([3, 3, 3]);
    const ys = lines.curves.map((c) => c.labelY).sort((a, b) => a - b);
    expect(Math.min(...ys.slice(1).map((y, i) => y - (ys[i] ?? 0)))).toBeGreaterThanOrEqual(15);
    expect(lines.marks[0]?.words).toBe('0');
  });

  it('moves words apart within their room', () => {
    const placed = apart([298, 299, 300], 15, 0, 300);
    expect(placed).toEqual([270, 285, 300]);
  });
});
