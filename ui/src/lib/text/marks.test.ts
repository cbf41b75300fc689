// How a paragraph is cut into the pieces it is drawn as.
import { describe, expect, it } from 'vitest';
import { Layout } from './layout';
import { byBlock, runsOf, type Spot, takenFrom, type Taken } from './marks';

const BODY = 'Both sides committed to cooperation. They left.';
const at = (words: string) => ({ start: BODY.indexOf(words), end: BODY.indexOf(words) + words.length });
const taken = (words: string, commitment: string): Taken => ({
  ...at(words),
  commitment,
  ref: commitment,
  title: '',
});
const whole = { start: 0, end: BODY.length };

describe('runsOf', () => {
  it('leaves a block without marks whole', () => {
    const runs = runsOf(BODY, whole, { taken: [], held: null, cue: null });
    expect(runs).toHaveLength(1);
    expect(runs[0]?.pieces.map((p) => p.text)).toEqual([BODY]);
  });

  it('keeps every letter, whatever overlaps', () => {
    const runs = runsOf(BODY, whole, {
      taken: [taken('committed to cooperation', 'a'), taken('sides committed', 'b')],
      held: at('to cooperation. They'),
      cue: at('cooperation'),
    });
    expect(runs.flatMap((r) => r.pieces.map((p) => p.text)).join('')).toBe(BODY);
    expect(runs.map((r) => [r.held, r.pieces.map((p) => p.text).join('')])).toEqual([
      [false, 'Both sides committed '],
      [true, 'to cooperation. They'],
      [false, ' left.'],
    ]);
    expect(runs[0]?.pieces.map((p) => [p.text, p.taken])).toEqual([
      ['Both ', []],
      ['sides ', ['b']],
      ['committed', ['a', 'b']],
      [' ', ['a']],
    ]);
    expect(runs[1]?.pieces.find((p) => p.cue)?.text).toBe('cooperation');
  });

  it('draws a stretch that runs over several blocks in each of them', () => {
    const held = { start: 5, end: 40 };
    const first = runsOf(BODY, { start: 0, end: 36 }, { taken: [], held, cue: null });
    const second = runsOf(BODY, { start: 37, end: BODY.length }, { taken: [], held, cue: null });
    expect(first.map((r) => r.held)).toEqual([false, true]);
    expect(second.map((r) => r.held)).toEqual([true, false]);
  });
});

describe('takenFrom', () => {
  it('puts a ref beside the block in which its stretch begins', () => {
    const list = [taken('sides committed', 'a'), taken('They', 'b')];
    expect(takenFrom({ start: 0, end: 36 }, list).map((t) => t.ref)).toEqual(['a']);
    expect(takenFrom({ start: 37, end: 47 }, list).map((t) => t.ref)).toEqual(['b']);
  });
});

describe('byBlock', () => {
  const layout = new Layout('One stands.\nTwo follows.\nThree.');
  const range = (start: number, end: number) => ({ start, end });

  it('gives each block the stretches that lie on it', () => {
    const found = byBlock(layout, [range(0, 3), range(4, 20), range(25, 30)]);
    expect([...found].map(([block, list]) => [block, list.length])).toEqual([
      [0, 2],
      [1, 1],
      [2, 1],
    ]);
  });

  it('keeps the list of a block in which nothing changed', () => {
    const before = byBlock(layout, [range(0, 3), range(12, 15)]);
    const after = byBlock(layout, [range(0, 3), range(12, 18)], before);
    expect(after.get(0)).toBe(before.get(0));
    expect(after.get(1)).not.toBe(before.get(1));
  });
});

describe('proposed stretches', () => {
  const spot = (words: string, look: Spot['look'], cue: string | null): Spot => ({
    ...at(words),
    key: words,
    look,
    cue: cue === null ? null : at(cue),
  });

  it('are drawn as strongly as they bind, with the words that made them one', () => {
    const runs = runsOf(BODY, whole, {
      taken: [],
      spots: [
        spot('Both sides committed to cooperation.', 'firm', 'committed to'),
        spot('They left.', 'quiet', 'left'),
      ],
      held: null,
      cue: null,
    });
    expect(runs[0]?.pieces.map((p) => [p.text, p.spot?.look ?? null, p.cue])).toEqual([
      ['Both sides ', 'firm', false],
      ['committed to', 'firm', true],
      [' cooperation.', 'firm', false],
      [' ', null, false],
      ['They left.', 'quiet', false],
    ]);
  });

  it('are cut in two where they would be split', () => {
    const held = at('Both sides committed to cooperation.');
    const runs = runsOf(BODY, whole, { taken: [], held, cue: null, cut: at('to cooperation').start });
    expect(runs.map((r) => [r.held, r.pieces.map((p) => p.text).join('')])).toEqual([
      [true, 'Both sides committed '],
      [true, 'to cooperation.'],
      [false, ' They left.'],
    ]);
  });
});
