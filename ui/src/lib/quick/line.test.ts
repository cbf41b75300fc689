import { describe, expect, it } from 'vitest';
import type { QuickView } from '$lib/bridge/generated/wire';
import { corrected, missing, offered, said } from './line';

describe('a part of the line', () => {
  it('is selected where it stands, counted in scalar values', () => {
    const text = '𝔘 share #cyber';
    expect(corrected(text, { kind: 'track', start: 8, end: 14 })).toEqual({ text, from: 9, to: 15 });
  });

  it('is opened at the end where it is not said', () => {
    expect(corrected('share ', { kind: 'owner', start: null, end: null }).text).toBe('share @');
    expect(corrected('share', { kind: 'due', start: null, end: null })).toEqual({
      text: 'share by ',
      from: 9,
      to: 9,
    });
    expect(corrected('', { kind: 'track', start: null, end: null }).text).toBe('#');
  });

  it('that has no sign leaves the whole line to be typed over', () => {
    expect(corrected('share', { kind: 'title', start: null, end: null })).toEqual({
      text: 'share',
      from: 0,
      to: 5,
    });
  });
});

describe('what the line says', () => {
  const view: QuickView = {
    parts: [{ kind: 'due', value: '', start: 0, end: 1, proposed: false, hint: '' }],
    problems: [
      { start: 0, end: 0, message: 'empty' },
      { start: 6, end: 10, message: 'who?' },
    ],
    draft: null,
    from: 0,
    to: 0,
    offers: [],
  };

  it('offers what is missing', () => {
    expect(missing(view)).toEqual(['owner', 'counterpart']);
  });

  it('keeps quiet about what is being typed, until one insists', () => {
    expect(said(view, 10, false)).toEqual([]);
    expect(said(view, 12, false).map((p) => p.message)).toEqual(['who?']);
    expect(said(view, 10, true).length).toBe(2);
  });

  it('does not offer what stands there already', () => {
    const offers = ['#CYB ', '#CYX '].map((insert) => ({ insert, label: '', help: '' }));
    const names = offered('share #cyb', { ...view, from: 6, to: 10, offers }).map((o) => o.insert);
    expect(names).toEqual(['#CYX ']);
  });
});
