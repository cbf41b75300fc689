import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fromHash, route, toHash } from './route.svelte';

describe('addresses', () => {
  it('go there and back', () => {
    for (const r of [
      { page: 'today' },
      { page: 'meeting', id: '0190-ab' },
      { page: 'commitments', params: { track: 'CYB', find: 'a&b=ग?' } },
    ] as const) {
      expect(fromHash(toHash(r))).toMatchObject(r);
    }
  });

  it('lead home when they name nothing of ours', () => {
    expect(fromHash('')).toEqual({ page: 'today' });
    expect(fromHash('#/nowhere/1')).toEqual({ page: 'today' });
    expect(fromHash('#/%E0%A4%A')).toEqual({ page: 'today' });
  });

  it('leave out parameters that are empty', () => {
    expect(toHash({ page: 'commitments', params: { track: undefined, find: '' } })).toBe('#/commitments');
  });
});

describe('route', () => {
  beforeEach(() => route.go({ page: 'today' }));

  it('goes, and says when a page is left', () => {
    const left = vi.fn();
    const off = route.onleave(left);
    route.go({ page: 'meeting', id: '1' });
    expect([route.page, route.id]).toEqual(['meeting', '1']);
    expect(left).toHaveBeenCalledTimes(1);
    route.adjust({ part: 'agenda' });
    expect(route.param('part')).toBe('agenda');
    expect(location.hash).toBe('#/meeting/1?part=agenda');
    expect(left).toHaveBeenCalledTimes(1);
    off();
  });
});
