import { afterEach, describe, expect, it } from 'vitest';
import { scalarLength, selectedScalars, sliceScalars, toScalar, toUtf16 } from './text';

// Devanagari lies in the basic plane (one unit each, vowel signs counted); flags and faces do not.
const HINDI = 'साइबर सुरक्षा पर सहयोग';
const MIXED = 'पहल 🇮🇳–🇺🇸 starts 👍🏽 now';

describe('offsets', () => {
  it('counts scalar values as the register does', () => {
    expect(scalarLength('')).toBe(0);
    expect(scalarLength(HINDI)).toBe([...HINDI].length);
    expect(scalarLength(MIXED)).toBe([...MIXED].length);
    expect(scalarLength(MIXED)).toBeLessThan(MIXED.length);
  });

  it('goes there and back at every position', () => {
    for (const text of [HINDI, MIXED, 'plain', '𝔘𝔫𝔦']) {
      for (let scalar = 0; scalar <= scalarLength(text); scalar += 1) {
        expect(toScalar(text, toUtf16(text, scalar))).toBe(scalar);
      }
    }
  });

  it('never cuts a pair in two', () => {
    expect(toScalar('👍a', 1)).toBe(0);
    expect(toScalar('👍a', 2)).toBe(1);
    expect(toUtf16('👍a', 99)).toBe(3);
    expect(toScalar('ab', -3)).toBe(0);
  });

  it('cuts the stretch that was meant', () => {
    expect(sliceScalars(MIXED, 4, 6)).toBe('🇮🇳');
    expect(sliceScalars(HINDI, 6, 13)).toBe('सुरक्षा');
    expect(sliceScalars('abc', 2, 1)).toBe('');
    expect(sliceScalars('abc', 1, 9)).toBe('bc');
  });
});

describe('selectedScalars', () => {
  afterEach(() => {
    document.getSelection()?.removeAllRanges();
    document.body.replaceChildren();
  });

  function select(fromNode: Node, from: number, toNode: Node, to: number): void {
    const range = document.createRange();
    range.setStart(fromNode, from);
    range.setEnd(toNode, to);
    document.getSelection()?.addRange(range);
  }

  function page(): { root: HTMLElement; first: Text; second: Text } {
    const root = document.createElement('div');
    const number = document.createElement('span');
    number.dataset['notText'] = '';
    number.textContent = '1';
    const first = document.createTextNode('👍 Both sides ');
    const cue = document.createElement('b');
    const second = document.createTextNode('committed to cooperation.');
    cue.append(second);
    root.append(number, first, cue);
    document.body.append(root);
    return { root, first, second };
  }

  it('spans elements, leaves out numbers and white space at the ends', () => {
    const { root, first, second } = page();
    select(first, 2, second, 9);
    expect(selectedScalars(root)).toEqual({ start: 2, end: 22, quote: 'Both sides committed' });
  });

  it('is nothing when nothing or only white space is selected', () => {
    const { root, first } = page();
    expect(selectedScalars(root)).toBeNull();
    select(first, 2, first, 3);
    expect(selectedScalars(root)).toBeNull();
  });
});
