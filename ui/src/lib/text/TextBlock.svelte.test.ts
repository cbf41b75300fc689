// What is drawn of a paragraph is exactly its text: offsets are counted in it.
import { render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { Layout } from './layout';
import type { Taken } from './marks';
import TextBlock from './TextBlock.svelte';

const BODY = '  1. दोनों पक्ष  🤝 agreed to <b>meet</b>\tagain. They left. \nNext.';

function at(words: string): { start: number; end: number } {
  return { start: BODY.indexOf(words), end: BODY.indexOf(words) + words.length };
}

function draw(taken: Taken[], held: string | null, cue: string | null) {
  const layout = new Layout(BODY);
  const onshow = vi.fn();
  const { container } = render(TextBlock, {
    block: layout.blocks[0]!,
    body: BODY,
    taken,
    held: held === null ? null : at(held),
    cue: cue === null ? null : at(cue),
    shown: null,
    lang: undefined,
    onshow,
  });
  return { words: container.querySelector('[data-block]')!, block: layout.blocks[0]!, onshow };
}

describe('TextBlock', () => {
  it.each([
    [null, null],
    ['पक्ष  🤝 agreed', 'agreed'],
    ['  1. दोनों', null],
    ['They left. ', null],
  ])('draws the text letter by letter with %s held', (held, cue) => {
    const taken = [
      { ...at('agreed to <b>meet</b>'), commitment: 'a', ref: 'CYB-2015-001', title: 'Meet' },
      { ...at('🤝 agreed'), commitment: 'b', ref: 'CYB-2015-002', title: 'Agree' },
    ];
    const { words, block } = draw(taken, held, cue);
    expect(words.textContent).toBe(BODY.slice(block.start, block.end));
  });

  it('names what was taken beside the words and shows it when asked', () => {
    const { onshow } = draw(
      [{ ...at('agreed'), commitment: 'a', ref: 'CYB-2015-001', title: 'Meet again' }],
      null,
      null,
    );
    const ref = screen.getByRole('button', { name: 'CYB-2015-001: Meet again, taken from paragraph 1' });
    ref.click();
    expect(onshow).toHaveBeenCalledWith('a');
  });

  it('names a commitment twice that the paragraph says again twice', () => {
    const again = { commitment: 'a', ref: 'CYB-2015-001', title: 'Meet again' };
    draw(
      [
        { ...at('agreed'), ...again },
        { ...at('They left.'), ...again },
      ],
      null,
      null,
    );
    expect(screen.getAllByRole('button', { name: /^CYB-2015-001/ })).toHaveLength(2);
  });
});
