import { describe, expect, it } from 'vitest';
import { findIn, type Piece, stepped } from './finding';

const line = (words: string): Piece => ({ words, ends: true });

describe('findIn', () => {
  it('finds words whatever their capitals and accents', () => {
    const pages = [[line('Brief for São Tomé'), line('Nothing')], [line('BRIEF')]];
    expect(findIn(pages, 'brief').map((hit) => hit.page)).toEqual([0, 1]);
    expect(findIn(pages, 'sao tome')).toEqual([
      { page: 0, from: { piece: 0, at: 10 }, to: { piece: 0, at: 18 } },
    ]);
  });

  it('finds words across lines and pieces', () => {
    const pages = [[{ words: 'Quarterly ', ends: false }, line('threat'), line('reports')]];
    expect(findIn(pages, 'quarterly threat  reports')).toEqual([
      { page: 0, from: { piece: 0, at: 0 }, to: { piece: 2, at: 7 } },
    ]);
  });

  it('tells words apart by their vowel signs', () => {
    const pages = [[line('द्विपक्षीय वार्ता')]];
    expect(findIn(pages, 'वार्ता')).toHaveLength(1);
    expect(findIn(pages, 'वर्त')).toHaveLength(0);
  });

  it('finds nothing where nothing is asked', () => {
    expect(findIn([[line('Brief')]], '  ')).toEqual([]);
  });
});

describe('stepped', () => {
  it('goes round', () => {
    expect(stepped(2, 1, 3)).toBe(0);
    expect(stepped(0, -1, 3)).toBe(2);
    expect(stepped(-1, 1, 0)).toBe(-1);
  });
});
