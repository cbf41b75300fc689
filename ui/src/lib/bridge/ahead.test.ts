import { afterEach, describe, expect, it, vi } from 'vitest';
import { askAhead, askedAhead } from './ahead';

const asked = vi.hoisted(() => vi.fn((command: string) => Promise.resolve(`answer to ${command}`)));
vi.mock('@tauri-apps/api/core', () => ({ invoke: asked }));

describe('what is asked ahead', () => {
  afterEach(() => {
    askedAhead('something else');
    asked.mockClear();
  });

  it('serves once', async () => {
    askAhead(['dossier', 'today']);
    await expect(askedAhead('today')).resolves.toBe('answer to today');
    expect(asked.mock.calls.map(([command]) => command)).toEqual(['dossier', 'today']);
    expect(askedAhead('today')).toBeUndefined();
  });

  it('is of no use any more once something else was asked', () => {
    askAhead(['dossier', 'today']);
    expect(askedAhead('open_sample')).toBeUndefined();
    expect(askedAhead('today')).toBeUndefined();
  });

  it('keeps a refusal for whoever takes it', async () => {
    asked.mockImplementationOnce(() => Promise.reject(new Error('No dossier is open.')));
    askAhead(['dossier', 'today']);
    await expect(askedAhead('dossier')).rejects.toThrow('No dossier is open.');
    await expect(askedAhead('today')).resolves.toBe('answer to today');
  });
});
