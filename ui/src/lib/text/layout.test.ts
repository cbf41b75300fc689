// Blocks, paragraphs and the two ways of counting, with text outside the basic plane and in Devanagari.
import { describe, expect, it } from 'vitest';
import { sliceScalars, toScalar } from '$lib/widget/text';
import { Layout } from './layout';

describe('Layout', () => {
  it('counts paragraphs and passes over blank lines', () => {
    const layout = new Layout('One.\n\n  \nTwo.\nThree.');
    expect(layout.blocks.map((b) => [b.paragraph, layout.quote(b)])).toEqual([
      [1, 'One.'],
      [2, 'Two.'],
      [3, 'Three.'],
    ]);
    expect(layout.paragraphs).toBe(3);
  });

  it('has no block in a text without words', () => {
    expect(new Layout('').blocks).toEqual([]);
    expect(new Layout('\n \n').blocks).toEqual([]);
    expect(new Layout('').blockAt(0)).toBeUndefined();
    expect(new Layout('').toScalar(0)).toBe(0);
  });

  it('counts as the register does, in every place of a mixed text', () => {
    const body = 'दोनों पक्ष 🤝 सहमत हुए।\n\n🙂🙂 The sides 🇮🇳 agree.\n𝒜 end';
    const layout = new Layout(body);
    for (let at = 0; at <= body.length; at += 1) {
      if (/[\udc00-\udfff]/.test(body[at] ?? '')) continue;
      expect(layout.toScalar(at)).toBe(toScalar(body, at));
      expect(layout.toUtf16(layout.toScalar(at))).toBe(at);
    }
    const start = body.indexOf('sides');
    const { start: from, end: to } = layout.scalars({ start, end: start + 5 });
    expect(sliceScalars(body, from, to)).toBe('sides');
    expect([...body].slice(from, to).join('')).toBe('sides');
  });

  it('cuts a very long paragraph after sentences and keeps its number', () => {
    const sentence = 'The two sides will do a number of things in the coming year. ';
    const body = `First.\n${sentence.repeat(400)}\nLast.`;
    const layout = new Layout(body);
    expect(layout.paragraphs).toBe(3);
    const middle = layout.blocks.filter((b) => b.paragraph === 2);
    expect(middle.length).toBeGreaterThan(5);
    expect(middle.map((b) => layout.quote(b)).join('')).toBe(sentence.repeat(400));
    expect(middle.every((b) => b.end - b.start <= 4_000)).toBe(true);
    expect(middle.every((b) => layout.quote(b).endsWith('. '))).toBe(true);
    expect(middle.map((b) => b.continues)).toEqual([false, ...middle.slice(1).map(() => true)]);
  });

  it('never cuts a character in two', () => {
    const layout = new Layout('🤝'.repeat(9_001));
    expect(layout.blocks.map((b) => [...layout.quote(b)].every((c) => c === '🤝'))).not.toContain(false);
    expect(layout.toUtf16(9_000)).toBe(18_000);
  });

  it('lays out five million characters at once', () => {
    const body = 'The parties shall consult each other on this at least once a year.\n'.repeat(75_000);
    const began = performance.now();
    const layout = new Layout(body);
    expect(layout.paragraphs).toBe(75_000);
    expect(layout.toScalar(layout.toUtf16(4_900_000))).toBe(4_900_000);
    // Generous: it guards against work that grows with the square of the length.
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('trims a stretch to its words', () => {
    const layout = new Layout('  agree to  \nmeet ');
    expect(layout.trim({ start: 0, end: 18 })).toEqual({ start: 2, end: 17 });
    expect(layout.trim({ start: 0, end: 2 })).toBeNull();
  });
});
