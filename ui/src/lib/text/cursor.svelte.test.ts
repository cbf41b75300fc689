// Moving through a text by keys: by sentence and paragraph, extending, and setting the ends.
import { describe, expect, it } from 'vitest';
import { Cursor } from './cursor.svelte';
import { Layout } from './layout';

const BODY = 'One stands. Two follows, and will end here.\n\nThree begins. Four comes.\nFive.';

function cursor(body = BODY) {
  const c = new Cursor(new Layout(body));
  return { c, held: () => (c.range ? c.layout.quote(c.range) : null) };
}

describe('Cursor', () => {
  it('begins with the first sentence and stops at both ends', () => {
    const { c, held } = cursor();
    expect(held()).toBeNull();
    c.move(1);
    expect(held()).toBe('One stands.');
    c.move(-1);
    expect(held()).toBe('One stands.');
    c.moveToEnd(1);
    expect(held()).toBe('Five.');
    c.move(1);
    expect(held()).toBe('Five.');
  });

  it('moves by sentence across paragraphs', () => {
    const { c, held } = cursor();
    c.move(1);
    c.move(1);
    c.move(1);
    expect(held()).toBe('Three begins.');
    c.move(-1);
    expect(held()).toBe('Two follows, and will end here.');
  });

  it('moves by paragraph', () => {
    const { c, held } = cursor();
    c.moveParagraph(1);
    expect(held()).toBe('One stands.');
    c.moveParagraph(1);
    expect(held()).toBe('Three begins.');
    c.move(1);
    c.moveParagraph(-1);
    expect(held()).toBe('Three begins.');
    c.moveParagraph(-1);
    expect(held()).toBe('One stands.');
  });

  it('extends forward, back again and past where it began', () => {
    const { c, held } = cursor();
    c.rest(BODY.indexOf('Three'));
    c.extend(1);
    expect(held()).toBe('Three begins. Four comes.');
    c.extend(-1);
    expect(held()).toBe('Three begins.');
    c.extend(-1);
    expect(held()).toBe('Two follows, and will end here.\n\nThree begins.');
    c.extend(1);
    expect(held()).toBe('Three begins.');
  });

  it('moves on from the whole of what was extended', () => {
    const { c, held } = cursor();
    c.move(1);
    c.extend(1);
    c.move(1);
    expect(held()).toBe('Three begins.');
    c.extend(1);
    c.move(-1);
    expect(held()).toBe('Two follows, and will end here.');
  });

  it('sets the ends by word, the closing stop first', () => {
    const { c, held } = cursor();
    c.rest(BODY.indexOf('Two'));
    c.moveEnd(-1);
    expect(held()).toBe('Two follows, and will end here');
    c.moveEnd(-1);
    expect(held()).toBe('Two follows, and will end');
    c.moveStart(1);
    expect(held()).toBe('follows, and will end');
    c.moveStart(-1);
    c.moveEnd(1);
    c.moveEnd(1);
    expect(held()).toBe('Two follows, and will end here.');
  });

  it('sets the ends by clause and verb', () => {
    const { c, held } = cursor();
    c.rest(BODY.indexOf('Two'));
    c.moveStart(1, 'clause');
    expect(held()).toBe('and will end here.');
    c.moveStart(1, 'clause');
    expect(held()).toBe('will end here.');
    c.moveStart(-1, 'clause');
    c.moveStart(-1, 'clause');
    c.moveEnd(-1, 'clause');
    c.moveEnd(-1, 'clause');
    expect(held()).toBe('Two follows');
  });

  it('keeps an end set by hand while the other is extended', () => {
    const { c, held } = cursor();
    c.rest(BODY.indexOf('Two'));
    c.moveStart(1, 'clause');
    c.extend(1);
    expect(held()).toBe('and will end here.\n\nThree begins.');
  });

  it('never lets the ends pass each other', () => {
    const { c, held } = cursor('Agreed.');
    c.move(1);
    c.moveEnd(-1);
    c.moveEnd(-1);
    c.moveStart(1);
    expect(held()).toBe('Agreed');
  });

  it('takes whole words where the pointer cut them', () => {
    const { c, held } = cursor();
    const at = BODY.indexOf('follows');
    c.select({ start: at + 2, end: at + 11 });
    expect(held()).toBe('follows, and');
    c.select({ start: at - 1, end: at });
    expect(held()).toBe('follows, and');
  });

  it('knows the whole sentence around a stretch', () => {
    const { c } = cursor();
    const at = BODY.indexOf('will end');
    c.select({ start: at, end: at + 8 });
    expect(c.sentence && c.layout.quote(c.sentence)).toBe('Two follows, and will end here.');
  });

  it('counts scalar values right in Hindi with emoji', () => {
    const body = '🤝 दोनों पक्ष सहमत हुए। 🙂 वे मिलेंगे।';
    const { c, held } = cursor(body);
    c.rest(body.indexOf('वे'));
    c.moveStart(1);
    expect(held()).toBe('वे मिलेंगे।');
    const { start, end } = c.layout.scalars(c.range!);
    expect([...body].slice(start, end).join('')).toBe('वे मिलेंगे।');
  });
});
