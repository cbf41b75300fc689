import { describe, expect, it } from 'vitest';
import { cadenceWords, nextWords, spanWords } from './words';

const row = { state: 'active', nextOn: null, expectedOn: null, cadenceMonths: 12 } as const;
const today = '2015-08-20';

describe('cadenceWords', () => {
  it('speaks of years where it can', () => {
    expect([null, 1, 6, 12, 18, 24].map(cadenceWords)).toEqual([
      '',
      'every month',
      'every 6 months',
      'every year',
      'every 18 months',
      'every 2 years',
    ]);
  });
});

describe('spanWords', () => {
  it('takes the unit one would say', () => {
    expect([1, -36, 90, 700, 731, 1492].map(spanWords)).toEqual([
      '1 day',
      '36 days',
      '3 months',
      '23 months',
      '2 years',
      '4 years',
    ]);
  });
});

describe('nextWords', () => {
  it('prefers what is planned', () => {
    expect(nextWords({ ...row, nextOn: '2015-09-25', expectedOn: null }, today)).toEqual({
      label: '25 Sep 2015',
      note: 'in 36 days',
      late: false,
    });
  });

  it('says how late a round is that the cadence lets one expect', () => {
    expect(nextWords({ ...row, expectedOn: '2012-07-19' }, today)).toEqual({
      label: '19 Jul 2012',
      note: 'overdue by 3 years',
      late: true,
    });
    expect(nextWords({ ...row, expectedOn: '2016-08-14' }, today).note).toBe('expected, in 12 months');
  });

  it('waits for nothing from a dialogue that rests', () => {
    const dormant = { ...row, state: 'dormant', expectedOn: '2012-07-19' } as const;
    expect(nextWords(dormant, today)).toEqual({ label: 'dormant', note: '', late: false });
  });

  it('says why there is nothing to expect', () => {
    expect(nextWords({ ...row, cadenceMonths: null }, today).note).toBe('no cadence');
    expect(nextWords(row, today).note).toBe('not yet met');
  });
});
