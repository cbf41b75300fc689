import { describe, expect, it } from 'vitest';
import { offered } from './offered';

const choice = (id: string, label: string) => ({ id, label, hint: '', party: null, retired: false });

describe('offered', () => {
  it('shows what is chosen before the choices are known', () => {
    expect(offered(undefined, { id: 'in', name: 'India' }, null)).toEqual([{ id: 'in', label: 'India' }]);
  });

  it('lists each once, and adds what is chosen but no longer offered', () => {
    expect(
      offered([choice('in', 'India')], { id: 'in', name: 'India' }, { id: 'x', name: 'Gone' }).map(
        (o) => o.label,
      ),
    ).toEqual(['India', 'Gone']);
  });
});
