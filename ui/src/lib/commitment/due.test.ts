import { describe, expect, it } from 'vitest';
import { dueDraft, dueModel, emptyDue, isDueFault } from './due';
import { due } from './sample';

describe('a due date being entered', () => {
  it('becomes what the core takes, kind by kind', () => {
    const model = { ...emptyDue(), on: '2015-09-25', meeting: 'm1', event: ' COP 17 ', months: '6' };
    expect(dueDraft({ ...model, kind: 'day' })).toEqual({ kind: 'day', on: '2015-09-25' });
    expect(dueDraft({ ...model, kind: 'meeting' })).toEqual({ kind: 'meeting', meeting: 'm1' });
    expect(dueDraft({ ...model, kind: 'event' })).toEqual({
      kind: 'event',
      event: 'COP 17',
      on: '2015-09-25',
    });
    expect(dueDraft({ ...model, kind: 'recurring' })).toEqual({
      kind: 'recurring',
      months: 6,
      on: '2015-09-25',
    });
    expect(dueDraft({ ...model, kind: 'ongoing' })).toEqual({ kind: 'ongoing' });
  });

  it('says what is missing, at the field where it is missing', () => {
    const fault = (kind: 'day' | 'meeting' | 'event' | 'recurring', months = '12') => {
      const answer = dueDraft({ ...emptyDue(), kind, months });
      return isDueFault(answer) ? answer.field : null;
    };
    expect(fault('day')).toBe('on');
    expect(fault('meeting')).toBe('meeting');
    expect(fault('event')).toBe('event');
    expect(fault('recurring', 'often')).toBe('months');
    expect(fault('recurring', '121')).toBe('months');
    expect(fault('recurring', '3')).toBe('on');
  });

  it('begins where the commitment stands; a meeting lends its day and keeps it', () => {
    const model = dueModel(
      due({ kind: 'meeting', meeting: { id: 'm1', name: 'New York' }, on: '2015-09-25' }),
    );
    expect(model).toMatchObject({ kind: 'meeting', meeting: 'm1', on: null });
  });
});
