import { describe, expect, it } from 'vitest';
import { readCadence, shortNameOf } from './draft';

describe('readCadence', () => {
  it('takes months, years and plain words', () => {
    expect(['12', '6 months', 'every 2 years', 'every year', 'monthly', ' 18m '].map(readCadence)).toEqual([
      12, 6, 24, 12, 1, 18,
    ]);
  });

  it('reads nothing as no rule, and says when it does not understand', () => {
    expect(readCadence('  ')).toBeNull();
    expect(['0', '121', '11 years', 'often'].map(readCadence)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('shortNameOf', () => {
  it('is none where it repeats the full name', () => {
    expect(shortNameOf({ shortName: 'Cyber Dialogue', name: 'Cyber Dialogue' })).toBe('');
    expect(shortNameOf({ shortName: 'HSD', name: 'Homeland Security Dialogue' })).toBe('HSD');
  });
});
