import { describe, expect, it } from 'vitest';
import { commitment, due } from './sample';
import { dueLine, dueMarks, dueNotes, heardLine } from './words';

describe('a due date in a column', () => {
  const ahead = due({ overdue: false, daysLeft: 300 });

  it('says how late it is and how often it was put off', () => {
    expect(dueLine(due())).toBe('30 Jun 2015');
    expect(dueNotes(commitment({ due: due({ slips: 2 }) }))).toEqual({
      words: '51 d late · 2 slips',
      tone: 'red',
    });
  });

  it('says what blocks it, and that something blocks what is late', () => {
    expect(dueNotes(commitment({ due: ahead, blocked: 'formats' })).words).toBe('blocked: formats');
    expect(dueNotes(commitment({ blocked: 'formats' })).words).toBe('51 d late · blocked');
  });

  it('counts the days within the month ahead, and says what has not begun', () => {
    const soon = due({ overdue: false, daysLeft: 22 });
    expect(dueNotes(commitment({ due: soon })).words).toBe('in 22 d');
    expect(dueNotes(commitment({ due: soon, status: 'not_started' })).words).toBe('22 d, not begun');
    expect(dueNotes(commitment({ due: { ...soon, daysLeft: 0 } })).words).toBe('today');
  });

  it('names the meeting it follows, except the one that is looked ahead to', () => {
    const row = commitment({
      due: { ...ahead, kind: 'meeting', meeting: { id: 'm1', name: 'fifth round' } },
    });
    expect(dueNotes(row).words).toBe('by fifth round');
    expect(dueNotes(row, 'm1').words).toBe('this meeting');
  });

  it('names what it follows where no day is known', () => {
    const open = due({
      kind: 'meeting',
      on: null,
      label: 'by the fifth round',
      overdue: false,
      daysLeft: null,
    });
    expect(dueLine(open)).toBe('by the fifth round');
    expect(dueLine(due({ kind: 'ongoing', on: null, label: 'ongoing' }))).toBe('ongoing');
  });
});

describe('the marks of a due date', () => {
  it('say what was put off more than twice, and not before', () => {
    expect(dueMarks(due({ slips: 2 }))).toEqual([]);
    expect(dueMarks(due({ slips: 3 }))).toEqual([
      { words: 'put off 3×', title: 'Put off 3 times; first due 30 Jun 2015' },
    ]);
    expect(dueNotes(commitment({ due: due({ slips: 3 }) })).words).toBe('51 d late');
  });

  it('do not let a new date hide that it was overdue', () => {
    const again = due({ wasOverdue: true, overdue: false });
    expect(dueMarks(again).map((mark) => mark.words)).toEqual(['was overdue']);
    expect(dueMarks({ ...again, overdue: true })).toEqual([]);
  });

  it('leave to the meeting why there is no date', () => {
    const waits = { on: null, overdue: false, daysLeft: null, kind: 'meeting' as const };
    const meeting = { id: 'm1', name: 'fifth round' };
    const row = commitment({ due: due({ ...waits, meeting, waits: 'no date yet, postponed' }) });
    expect(dueLine(row.due)).toBe('No date yet, postponed');
    expect(dueNotes(row).words).toBe('by fifth round');
  });
});

it('never heard of is said as such', () => {
  expect(heardLine({ lamp: 'stale', days: null, on: null, note: '' })).toBe('never');
  expect(heardLine({ lamp: 'fresh', days: 0, on: '2015-08-20', note: '' })).toBe('0 d');
});
