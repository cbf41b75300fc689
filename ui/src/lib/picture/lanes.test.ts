import { describe, expect, it } from 'vitest';
import type { TimeDue, TimeLane, TimeLineView } from '$lib/bridge/generated/wire';
import { timeAxis } from './axis';
import { layLines, neighbour } from './lanes';
import { dayNumber } from './stretch';
import { fit } from './words';

const round = (id: string, beginsOn: string) =>
  ({ id, title: `Round ${id}`, ordinal: 1, state: 'held', beginsOn, endsOn: null }) as const;
const due = (id: string, dueOn: string, overdue = false): TimeDue => ({
  id,
  ref: `CYB-2015-${id}`,
  title: 'Share reports',
  madeOn: '2015-01-10',
  dueOn,
  status: 'not_started',
  overdue,
});
const lane = (of: Partial<TimeLane>): TimeLane => ({
  dialogue: 'd',
  name: 'Cyber Dialogue',
  shortName: 'Cyber',
  rounds: [],
  monthRounds: [],
  dues: [],
  monthDues: [],
  terms: [],
  ...of,
});
const axis = timeAxis({ from: dayNumber('2015-01-01'), to: dayNumber('2017-01-01') }, 150, 950);

function laid(...lanes: TimeLane[]) {
  const view: TimeLineView = {
    day: '2015-08-20',
    first: null,
    last: null,
    lanes,
    roundsCounted: false,
    duesCounted: false,
    termsLeft: 0,
  };
  return layLines({ view, axis, left: 150, right: 950, top: 26, track: null });
}

describe('lanes', () => {
  it('stand under one another without a gap', () => {
    const { lanes, height } = laid(lane({ rounds: [round('1', '2015-03-01')] }), lane({ dialogue: 'e' }));
    expect(lanes[1]?.y).toBe((lanes[0]?.y ?? 0) + (lanes[0]?.height ?? 0));
    expect(height).toBe((lanes[1]?.y ?? 0) + (lanes[1]?.height ?? 0));
  });

  it('count rounds that would lie on one another', () => {
    const { marks } = laid(
      lane({ rounds: [round('1', '2015-03-01'), round('2', '2015-03-05'), round('3', '2015-09-01')] }),
    );
    expect(marks.map((m) => [m.kind, m.label ?? ''])).toEqual([
      ['rounds', '2'],
      ['round', ''],
    ]);
    expect(marks[0]?.target).toMatchObject({ page: 'closer' });
  });

  it('give spans that overlap rows of their own, and count what finds none by month', () => {
    const few = laid(lane({ dues: [due('1', '2015-06-30', true), due('2', '2015-07-31')] })).marks;
    expect(new Set(few.map((m) => m.y)).size).toBe(2);
    expect(few.map((m) => m.due)).toEqual(['overdue', 'open']);
    const many = Array.from({ length: 12 }, (_, i) => due(String(i), '2015-06-30'));
    const columns = laid(lane({ dues: many })).marks;
    expect(columns.map((m) => m.kind)).toEqual(['dues']);
    expect(columns[0]?.name).toContain('12 commitments');
  });

  it('measure all columns by the highest', () => {
    const { marks } = laid(
      lane({ monthDues: [{ month: '2015-06', open: 30, closed: 10 }] }),
      lane({ dialogue: 'e', monthDues: [{ month: '2015-06', open: 10, closed: 0 }] }),
    );
    expect((marks[0]?.height ?? 0) / (marks[1]?.height ?? 1)).toBeCloseTo(4);
    expect(marks[0]?.open).toBe(0.75);
    expect(marks[0]?.target).toMatchObject({
      page: 'commitments',
      params: { q: 'dialogue:"Cyber Dialogue" due>=2015-06-01 due<2015-07-01', show: 'all' },
    });
  });

  it('show an instrument as long as it has effect, cut where the picture ends', () => {
    const term = {
      id: 't',
      ref: 'INS-1',
      title: 'Memorandum',
      from: '2011-01-01',
      to: null,
      stage: 'in_force',
    } as const;
    const [mark] = laid(lane({ terms: [term] })).marks;
    expect([mark?.x, mark?.to, mark?.begins, mark?.ends]).toEqual([150, 950, false, false]);
    expect(mark?.name).toContain('without an end');
  });

  it('are gone through by arrows', () => {
    const { marks } = laid(
      lane({ rounds: [round('1', '2015-03-01'), round('2', '2015-09-01')] }),
      lane({ dialogue: 'e', rounds: [round('3', '2015-08-01'), round('4', '2016-09-01')] }),
    );
    expect(neighbour(marks, null, 'right')?.key).toBe('1');
    expect(neighbour(marks, '1', 'right')?.key).toBe('2');
    expect(neighbour(marks, '2', 'right')).toBeNull();
    expect(neighbour(marks, '2', 'down')?.key).toBe('3');
    expect(neighbour(marks, '4', 'up')?.key).toBe('2');
  });
});

describe('words', () => {
  it('are cut between letters, with a sign that something is missing', () => {
    expect(fit('Cyber', 200)).toBe('Cyber');
    expect(fit('A very long name of a dialogue', 60)).toMatch(/^A very.*…$/);
    expect(fit('A very long name', 8)).toBe('');
  });
});
