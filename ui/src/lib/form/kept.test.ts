import { expect, it } from 'vitest';
import { forget, keep, place, takeUp } from './kept';

it('hands out once what was typed and left, whatever the order of the commitments', () => {
  keep(place('follow-up', ['b', 'a']), { note: 'half a sentence' });
  expect(takeUp(place('follow-up', ['a', 'b']))).toEqual({ note: 'half a sentence' });
  expect(takeUp(place('follow-up', ['a', 'b']))).toBeUndefined();
});

it('forgets what was saved', () => {
  keep('x', { note: 'n' });
  forget('x');
  expect(takeUp('x')).toBeUndefined();
});
