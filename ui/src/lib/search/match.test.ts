import { describe, expect, it } from 'vitest';
import { mark, matching, prepare, wordsOf } from './match';

const shown = (text: string, typed: string) =>
  mark(text, wordsOf(typed))
    .map((p) => (p.found ? `[${p.text}]` : p.text))
    .join('');

describe('matching', () => {
  const all = prepare([
    { label: 'Log a meeting', also: '' },
    { label: 'Meetings', also: '' },
    { label: 'Follow-up', also: 'Commitment' },
    { label: 'Bin', also: 'removed restore' },
    { label: 'Édition spéciale', also: '' },
  ]);
  const found = (typed: string) => matching(all, wordsOf(typed)).map((i) => i.label);

  it('puts names that begin with the words first', () => {
    expect(found('mee')).toEqual(['Meetings', 'Log a meeting']);
    expect(found('log m')).toEqual(['Log a meeting']);
  });

  it('looks at the beginnings of words, and at other words one may think of', () => {
    expect(found('up')).toEqual(['Follow-up']);
    expect(found('follow-u comm')).toEqual(['Follow-up']);
    expect(found('rest')).toEqual(['Bin']);
    expect(found('eeting')).toEqual([]);
  });

  it('knows no accents and no case', () => {
    expect(found('EDITION')).toEqual(['Édition spéciale']);
  });

  it('gives everything for nothing', () => {
    expect(found(' ')).toHaveLength(5);
  });
});

describe('mark', () => {
  it('marks beginnings of words, whole letters and all of them', () => {
    expect(shown('Cyber Dialogue on cyber crime', 'cyb')).toBe('[Cyb]er Dialogue on [cyb]er crime');
    expect(shown('Accord de Genève', 'geneve')).toBe('Accord de [Genève]');
    expect(shown('Gene\u0300ve', 'geneve')).toBe('[Gene\u0300ve]');
    expect(shown('Straße', 'strass')).toBe('[Straß]e');
    expect(shown('recyber', 'cyb')).toBe('recyber');
  });

  it('keeps Devanagari whole', () => {
    expect(shown('साइबर सुरक्षा में सहयोग', 'सुरक्षा')).toBe('साइबर [सुरक्षा] में सहयोग');
  });

  it('takes the longer of two words', () => {
    expect(shown('cybersecurity', 'cyber cybersec')).toBe('[cybersec]urity');
    expect(shown('plain', '')).toBe('plain');
  });
});
