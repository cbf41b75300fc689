import { beforeEach, describe, expect, it } from 'vitest';
import { lately, note } from './recent';

describe('what was lately used', () => {
  beforeEach(() => localStorage.clear());

  it('stands newest first, each once, by dossier', () => {
    note('a', { noun: 'commitment', id: '1' });
    note('a', { command: '/Undo' });
    note('a', { noun: 'commitment', id: '1' });
    note('b', { command: '/Redo' });
    expect(lately('a')).toEqual([{ noun: 'commitment', id: '1' }, { command: '/Undo' }]);
    expect(lately('b')).toEqual([{ command: '/Redo' }]);
  });

  it('is no more than one can oversee', () => {
    for (let i = 0; i < 30; i += 1) note('a', { noun: 'person', id: String(i) });
    expect(lately('a')).toHaveLength(12);
    expect(lately('a')[0]).toEqual({ noun: 'person', id: '29' });
  });

  it('survives what somebody else wrote there', () => {
    localStorage.setItem('rapporteur.lately a', '{"x":');
    expect(lately('a')).toEqual([]);
    localStorage.setItem('rapporteur.lately a', '[1, {"noun":"party"}, {"command":"/Undo"}]');
    expect(lately('a')).toEqual([{ command: '/Undo' }]);
  });
});
