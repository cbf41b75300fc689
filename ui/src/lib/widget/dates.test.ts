import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, formatDay, formatDays, formatInstant, isDay, parseDay } from './dates';

function read(typed: string, today?: string): string {
  const parsed = parseDay(typed, today);
  return parsed.ok ? parsed.day : parsed.message;
}

describe('parseDay', () => {
  it.each([
    '19 Jul 2011',
    '19 July 2011',
    '19 jul. 2011',
    '19-Jul-2011',
    '19th of July 2011',
    '19Jul2011',
    'July 19, 2011',
    'Jul 19th 2011',
    '19/7/2011',
    '19.07.2011',
    '19-7-2011',
    '19 7 2011',
    '2011-07-19',
    '2011/7/19',
    '20110719',
    'Tuesday, 19 July 2011',
    'Tue 19 Jul 2011',
    '  19   Jul   2011 ',
    '१९/७/२०११',
  ])('reads %s', (typed) => {
    expect(read(typed)).toBe('2011-07-19');
  });

  it('takes the day before the month', () => {
    expect(read('3/4/2015')).toBe('2015-04-03');
  });

  it('says what is wrong in a sentence', () => {
    expect(read('7/19/2011')).toBe('There is no month 19. Write the day first: 19 Jul 2011.');
    expect(read('31 Feb 2015')).toBe('February 2015 has 28 days.');
    expect(read('29 Feb 2016')).toBe('2016-02-29');
    expect(read('19/7/11')).toBe('Write the year with four figures, as in 2011.');
    expect(read('19 Jul')).toBe('Add the year, as in 19 Jul 2011.');
    expect(read('soon')).toMatch(/^Not understood as a day/);
    expect(read('10 Foo 2011')).toMatch(/^Not understood as a day/);
    expect(read('ma 5 2011')).toMatch(/^Not understood as a day/);
    expect(read('0/0/2011')).toBe('There is no month 0.');
  });

  it('counts from the day of the dossier, never from that of the machine', () => {
    expect(read('today', '2015-08-20')).toBe('2015-08-20');
    expect(read('tomorrow', '2015-12-31')).toBe('2016-01-01');
    expect(read('+30', '2015-08-20')).toBe('2015-09-19');
    expect(read('-1 day', '2015-03-01')).toBe('2015-02-28');
    expect(read('25 Sep', '2015-08-20')).toBe('2015-09-25');
    expect(read('today')).toMatch(/^Not understood as a day/);
  });

  it('knows every month, shortened or in full', () => {
    const short = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    short.forEach((m, i) => {
      const day = `2011-${String(i + 1).padStart(2, '0')}-05`;
      expect(read(`5 ${m} 2011`)).toBe(day);
      expect(read(formatDay(day))).toBe(day);
    });
    expect(read('5 Sept 2011')).toBe('2011-09-05');
  });
});

describe('formatting', () => {
  it('writes days unambiguously', () => {
    expect(formatDay('2011-07-19')).toBe('19 Jul 2011');
    expect(formatDay('2015-09-05')).toBe('5 Sep 2015');
    expect(formatDay(null)).toBe('');
  });

  it('joins the days of a meeting', () => {
    expect(formatDays('2011-07-18', '2011-07-19')).toBe('18–19 Jul 2011');
    expect(formatDays('2011-07-30', '2011-08-02')).toBe('30 Jul – 2 Aug 2011');
    expect(formatDays('2011-12-30', '2012-01-02')).toBe('30 Dec 2011 – 2 Jan 2012');
    expect(formatDays('2011-07-19', null)).toBe('19 Jul 2011');
  });

  it('names the zone of an hour', () => {
    expect(formatInstant('2011-07-19T14:05:00Z')).toBe('19 Jul 2011, 14:05 UTC');
    expect(formatInstant('2011-07-19T20:05:00Z', 'Asia/Kolkata')).toMatch(/^20 Jul 2011, 01:35 \S+/);
  });

  it('counts days over a change of the year and of the clock', () => {
    expect(daysBetween('2015-08-20', '2015-09-25')).toBe(36);
    expect(daysBetween('2016-03-01', '2016-02-28')).toBe(-2);
    expect(addDays('2015-12-31', 1)).toBe('2016-01-01');
    expect(isDay('2015-02-29')).toBe(false);
  });
});
