import { afterEach, describe, expect, it } from 'vitest';
import { askAhead, askedAhead } from './ahead';

const PARTS = {
  dossier: (whole: { dossier: string }) => whole.dossier,
  today: () => 'what the day brings',
};

describe('what is asked ahead', () => {
  afterEach(() => {
    askedAhead('something else');
  });

  it('gives each its part, once', async () => {
    askAhead(Promise.resolve({ dossier: 'the frame' }), PARTS);
    await expect(askedAhead('today')).resolves.toBe('what the day brings');
    await expect(askedAhead('dossier')).resolves.toBe('the frame');
    expect(askedAhead('today')).toBeUndefined();
  });

  it('is of no use any more once something else was asked', () => {
    askAhead(Promise.resolve({ dossier: 'the frame' }), PARTS);
    expect(askedAhead('open_sample')).toBeUndefined();
    expect(askedAhead('today')).toBeUndefined();
  });

  it('keeps a refusal for whoever takes it', async () => {
    askAhead(Promise.reject(new Error('The file has gone.')), PARTS);
    await expect(askedAhead('dossier')).rejects.toThrow('The file has gone.');
    await expect(askedAhead('today')).rejects.toThrow('The file has gone.');
  });
});
