// Taking offers, and saying what is wrong.
import { describe, expect, it } from 'vitest';
import { growing, namesField, problemSentence, type SearchHelp, standsAlready, taken } from './search';

function help(from: number, to: number): SearchHelp {
  return { problem: null, from, to, offers: [] };
}

const offer = (insert: string) => ({ insert, label: insert.trim(), help: '' });

describe('an offer', () => {
  it('replaces what was typed of it and puts the cursor behind', () => {
    expect(taken('open tra', help(5, 8), offer('track:'))).toEqual({ text: 'open track:', cursor: 11 });
  });

  it('does not double the blank that follows', () => {
    expect(taken('track:c overdue', help(6, 7), offer('CYB '))).toEqual({
      text: 'track:CYB overdue',
      cursor: 10,
    });
  });

  it('counts scalar values, not units', () => {
    expect(taken('😀 सु tra', help(5, 8), offer('track:')).text).toBe('😀 सु track:');
  });

  it('that stands there already is not offered again', () => {
    expect(standsAlready('open', help(0, 4), offer('open '))).toBe(true);
    expect(standsAlready('ope', help(0, 3), offer('open '))).toBe(false);
  });
});

describe('what is wrong', () => {
  const problem = (message: string) => ({ start: 5, end: 9, message });

  it('is said with the words at the spot', () => {
    expect(problemSentence('due: many', problem('This is no day.'))).toBe('At “many”: This is no day.');
  });

  it('is not said twice', () => {
    expect(problemSentence('due: many', problem('“many” is no day.'))).toBe('“many” is no day.');
  });
});

describe('the beginning of a field', () => {
  it('is told from a word and from a value', () => {
    expect(namesField({ ...help(0, 2), offers: [offer('track:')] })).toBe(true);
    expect(namesField({ ...help(0, 0), offers: [offer('track:')] })).toBe(false);
    expect(namesField({ ...help(6, 7), offers: [offer('CYB ')] })).toBe(false);
  });
});

describe('a word that is being typed', () => {
  it.each([
    ['cyb', 'cyb*'],
    ['track:cyber thr', 'track:cyber thr*'],
    ['-thr', '-thr*'],
    ['(joint exer', '(joint exer*'],
    ['साइबर सुर', 'साइबर सुर*'],
    ['2015', '2015*'],
  ])('finds what begins with it: %s', (typed, asked) => {
    expect(growing(typed)).toBe(asked);
  });

  it.each([
    'cyber ',
    'cyb*',
    'track:cyb',
    'due<2015',
    '"joint exer',
    'a',
    'x or',
    'CT-2011-001',
    'a\\"b',
    '',
  ])('is left as it is where it is none, or stands for something else: %s', (typed) => {
    expect(growing(typed)).toBe(typed);
  });
});
