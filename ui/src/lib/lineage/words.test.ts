import { describe, expect, it } from 'vitest';
import { chain, node } from './sample';
import { description, onward, periods, routeOf, spoken, wrapped } from './words';

describe('words', () => {
  it('tells a card to the ear', () => {
    expect(spoken(chain(), 2)).toBe(
      'CYB-2011-001 Draw up, commitment, May 2011, in progress; delivered by, shown by INS-2011-001; needed by CYB-2011-002; 3 of 7',
    );
    const more = { ...chain(), nodes: [node('Alone', 0, { more: 4992, state: '' })], edges: [], root: 0 };
    expect(spoken(more, 0)).toBe('Alone, commitment, no day; 4992 more not shown; 1 of 1');
    expect(onward(chain(), 6)).toBe('');
  });

  it('says in a sentence what the picture shows', () => {
    expect(description(chain())).toBe(
      'What led to INS-2011-001 and what came of it: 7 things from left to right in time. It begins with Visit, May 2011. It comes down to CYB-2015-001, 14 Aug 2015.',
    );
  });

  it('opens a statement at its passage', () => {
    expect(chain().nodes.slice(0, 4).map(routeOf)).toEqual([
      { page: 'meeting', id: 'Visit' },
      { page: 'text', id: 'Statement', params: { at: '5-20' } },
      { page: 'commitment', id: 'Draw up' },
      { page: 'instrument', id: 'Memorandum' },
    ]);
  });

  it('heads the columns by time, neighbours of one time once', () => {
    expect(periods(chain().nodes)).toEqual([
      { label: 'May 2011', from: 0, to: 1 },
      { label: '19 Jul 2011', from: 2, to: 3 },
      { label: '14 Aug 2015', from: 4, to: 4 },
    ]);
    const mixed = [
      node('a', 0),
      node('b', 1, { on: '2011-05-01', when: 'May 2011' }),
      node('c', 1, { on: '2011-07-19', when: '19 Jul 2011' }),
      node('d', 2, { on: '2011-12-01', when: 'Dec 2011' }),
      node('e', 2, { on: '2012-02-01', when: 'Feb 2012' }),
    ];
    expect(periods(mixed).map((p) => p.label)).toEqual(['no day', '2011', '2011 – 2012']);
  });
});

describe('wrapped', () => {
  const each = (words: string) => [...new Intl.Segmenter().segment(words)].length;

  it('breaks between words and cuts what does not fit', () => {
    expect(wrapped('one two three', 20, 2, each)).toEqual(['one two three']);
    expect(wrapped('one two three', 8, 2, each)).toEqual(['one two', 'three']);
    expect(wrapped('one two three four', 8, 2, each)).toEqual(['one two', 'three f…']);
    expect(wrapped('incontrovertible', 8, 2, each)).toEqual(['incontro', 'vertible']);
    expect(wrapped('incontrovertibly so', 8, 2, each)).toEqual(['incontro', 'vertibl…']);
    expect(wrapped('  ', 8, 2, each)).toEqual([]);
    expect(wrapped('a'.repeat(300), 10, 2, each).join('').length).toBeLessThanOrEqual(20);
  });

  it('keeps a vowel sign with its consonant', () => {
    const cut = wrapped('साइबर सुरक्षा पर समझौता ज्ञापन', 9, 1, each)[0] ?? '';
    expect(cut.endsWith('…')).toBe(true);
    expect('साइबर सुरक्षा पर समझौता ज्ञापन'.startsWith(cut.slice(0, -1))).toBe(true);
    const last = [...new Intl.Segmenter().segment(cut.slice(0, -1))].at(-1)?.segment ?? '';
    expect([...new Intl.Segmenter().segment('साइबर सुरक्षा पर समझौता ज्ञापन')].map((s) => s.segment)).toContain(
      last,
    );
  });
});
