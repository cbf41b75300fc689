import { describe, expect, it } from 'vitest';
import type { LifeEntry } from '$lib/bridge/generated/wire';
import { type Given, layout } from './life';

const india = { id: 'in', name: 'India' };
const states = { id: 'us', name: 'United States' };

function entry(on: string | null, party: typeof india | null, label = 'Signature'): LifeEntry {
  const state = on === null ? 'missing' : on > '2015-08-20' ? 'coming' : 'done';
  return { state, act: null, kind: null, party, label, on, when: on ?? '', detail: '' };
}

const given = (entries: LifeEntry[], more: Partial<Given> = {}): Given => ({
  entries,
  parties: [india, states],
  today: '2015-08-20',
  from: null,
  until: null,
  width: 800,
  ...more,
});

describe('the life line', () => {
  it('has a lane for each party, and one for what was done together where something was', () => {
    const alone = layout(given([entry('2011-07-19', india), entry('2011-07-19', states)]));
    expect(alone.lanes.map((l) => l.label)).toEqual(['India', 'United States']);
    const together = layout(given([entry('2011-07-19', null), entry('2011-07-19', states)]));
    expect(together.lanes.map((l) => l.label)).toEqual(['Together', 'India', 'United States']);
  });

  it('runs from left to right in time, with what is missing at the end', () => {
    const life = layout(
      given([
        entry('2011-07-19', india),
        entry('2012-02-01', india),
        entry('2016-07-18', null),
        entry(null, states),
      ]),
    );
    const [signed, ratified, end, missing] = life.marks.map((m) => m.x);
    expect([signed, ratified, end, missing]).toEqual(
      [signed, ratified, end, missing].sort((a, b) => a! - b!),
    );
    expect(life.today).toBeGreaterThan(ratified as number);
    expect(life.today).toBeLessThan(end as number);
    expect(life.missing).toBeGreaterThan(end as number);
    expect(missing).toBeLessThan(800);
  });

  it('puts what is of one day into rows of its own, and twenty entries stay apart', () => {
    const many = Array.from({ length: 20 }, (_, i) =>
      entry(`20${String(10 + (i % 4)).padStart(2, '0')}-07-19`, india),
    );
    const { marks, lanes, height } = layout(given(many));
    const places = marks.map((m) => `${m.x} ${m.y}`);
    expect(new Set(places).size).toBe(20);
    const [lane] = lanes;
    expect(marks.every((m) => m.y >= lane!.y && m.y <= lane!.y + lane!.height)).toBe(true);
    expect(height).toBeGreaterThan(100);
  });

  it('writes a label only where it has room', () => {
    const near = layout(
      given([entry('2011-07-19', india, 'Notification of completion'), entry('2011-09-30', india)]),
    );
    expect(near.marks.map((m) => m.label)).toEqual(['', 'Signature']);
    const far = layout(given([entry('2011-07-19', india), entry('2015-01-01', india)]));
    expect(far.marks.map((m) => m.label)).toEqual(['Signature', 'Signature']);
  });

  it('draws the stretch in which it has effect', () => {
    const bounded = layout(given([entry('2011-07-19', null)], { from: '2011-07-19', until: '2016-07-18' }));
    expect(bounded.effect?.open).toBe(false);
    expect(bounded.effect?.to).toBeGreaterThan(bounded.today);
    const endless = layout(given([entry('2011-07-19', null)], { from: '2011-07-19' }));
    expect(endless.effect?.open).toBe(true);
    expect(layout(given([])).effect).toBeNull();
  });

  it('has years to read it by, no more than have room', () => {
    const long = layout(given([entry('1950-01-01', null)]));
    expect(long.ticks.length).toBeLessThan(20);
    expect(long.ticks.every((t) => Number(t.label) % 5 === 0)).toBe(true);
    expect(layout(given([entry('2014-05-01', null)])).ticks.map((t) => t.label)).toEqual(['2015']);
  });
});
