import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { FootState } from './foot.svelte';

const far = (done: number) => ({ done, of: 9, words: `${done} of 9` });

it('keeps what the new page shows when the old one goes after it came', () => {
  const foot = new FootState();
  const leave = $effect.root(() => foot.use(() => far(1)));
  flushSync();
  const leaveNext = $effect.root(() => foot.use(() => far(2)));
  flushSync();
  leave();
  expect(foot.progress?.done).toBe(2);
  leaveNext();
  expect(foot.progress).toBeNull();
});

it('follows what it reads', () => {
  const foot = new FootState();
  let done = $state(0);
  const leave = $effect.root(() => foot.use(() => (done > 0 ? far(done) : null)));
  flushSync();
  expect(foot.progress).toBeNull();
  done = 3;
  flushSync();
  expect(foot.progress?.words).toBe('3 of 9');
  leave();
});
