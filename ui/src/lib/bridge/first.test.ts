import { mockIPC, mockWindows } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import kept from '$answers/contract__shapes__first_page.snap?raw';

/** What the core answers to `first_page`, as the contract tests keep it. */
function answer(): unknown {
  return JSON.parse(kept.slice(kept.indexOf('\n{')));
}

it('the window asks for its first page in one, and nothing of it again', async () => {
  const asked: string[] = [];
  mockWindows('main');
  mockIPC((command) => {
    if (!command.startsWith('plugin:')) asked.push(command);
    return command === 'first_page' ? answer() : [];
  });
  // jsdom knows no typefaces.
  Object.defineProperty(document, 'fonts', { value: { load: () => Promise.resolve([]) } });
  await import('./first');
  const { default: App } = await import('../../App.svelte');
  render(App);
  await screen.findByRole('heading', { name: 'Today' });
  await screen.findByText(/open commitment/);
  expect(asked[0]).toBe('first_page');
  const { FIRST } = await import('./first');
  expect(asked.filter((command) => command in FIRST)).toEqual([]);
});
