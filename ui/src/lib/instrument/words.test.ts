import { describe, expect, it } from 'vitest';
import { noticeLine, parsePeriod, periodWords, shownConcerns } from './words';

describe('periods', () => {
  it('are read as they are typed', () => {
    const cases: [string, unknown][] = [
      ['5 years', { length: 5, unit: 'years' }],
      ['1 year', { length: 1, unit: 'years' }],
      ['6m', { length: 6, unit: 'months' }],
      [' 90 Days ', { length: 90, unit: 'days' }],
      ['2 weeks', { length: 14, unit: 'days' }],
      ['', null],
      ['0 years', undefined],
      ['five years', undefined],
      ['5', undefined],
      ['5 moons', undefined],
    ];
    for (const [typed, read] of cases) expect(parsePeriod(typed), typed).toEqual(read);
  });

  it('are written as they are read again', () => {
    for (const words of ['1 year', '5 years', '6 months', '90 days']) {
      expect(periodWords(parsePeriod(words) ?? null)).toBe(words);
    }
    expect(periodWords(null)).toBe('');
  });
});

describe('the last day for notice', () => {
  const row = { noticeOn: '2016-01-18', noticeDays: 20, window: 'open' } as const;

  it('is the more urgent the closer it is', () => {
    expect(noticeLine(row)).toEqual({ day: '18 Jan 2016', note: 'in 20 days', tone: 'red' });
    expect(noticeLine({ ...row, noticeDays: 90 }).tone).toBe('amber');
    expect(noticeLine({ ...row, noticeDays: 91 }).tone).toBe('');
    expect(noticeLine({ ...row, noticeDays: 0 }).note).toBe('today');
  });

  it('says what became of it', () => {
    expect(noticeLine({ ...row, noticeDays: -3, window: 'passed' })).toMatchObject({
      note: 'passed',
      tone: '',
    });
    expect(noticeLine({ ...row, window: 'given' }).note).toBe('notice given');
    expect(noticeLine({ noticeOn: null, noticeDays: null, window: 'none' })).toEqual({
      day: '',
      note: '',
      tone: '',
    });
  });
});

it('of two concerns that say the same, the worse is shown', () => {
  expect(shownConcerns(['not_in_force', 'long_not_in_force', 'disputed'])).toEqual([
    'signed, not in force for over a year',
    'legal effect disputed',
  ]);
});
