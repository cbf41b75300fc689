// What the form for a text begins with.
import { render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import TextForm from './TextForm.svelte';

const STATEMENT = 'Joint statement of the two sides. They will meet again in May.';
const RELEASE = 'Press release. The delegations met in June and parted as friends.';

function show(body: string) {
  const { unmount } = render(TextForm, { meeting: null, body, onsaved: vi.fn(), oncancel: vi.fn() });
  const field = (label: RegExp) => screen.getByLabelText<HTMLTextAreaElement>(label);
  return { unmount, words: () => field(/^Words of the text/).value, title: () => field(/^Title/) };
}

it('takes up what was typed on the same words, and nothing of it on others', async () => {
  const first = show(STATEMENT);
  const proposed = first.title().value;
  first.title().value = 'Mine';
  first.title().dispatchEvent(new Event('input', { bubbles: true }));
  first.unmount();

  const same = show(STATEMENT);
  expect([same.words(), same.title().value]).toEqual([STATEMENT, 'Mine']);
  same.unmount();

  const other = show(RELEASE);
  expect(other.words()).toBe(RELEASE);
  expect(other.title().value).not.toBe('Mine');
  expect(other.title().value).not.toBe(proposed);
  other.unmount();
});
