// Fields of one row saved in quick succession, with late answers and refusals.
import { beforeEach, describe, expect, it } from 'vitest';
import { changed, changedAll } from '$lib/bridge/changes.svelte';
import { Overlay } from './overlay.svelte';

interface Facts {
  place: string;
  mode: string;
}

function register() {
  const row = { revision: 1, values: { place: '', mode: 'in_person' } as Facts };
  // What the page has read; it lags behind the register.
  const read = { revision: 1, values: { ...row.values } };
  const saves: { values: Facts; revision: number }[] = [];
  let refuse = false;
  const overlay = new Overlay<Facts>({
    id: () => 'm',
    stored: () => read,
    save: async (values, revision) => {
      await Promise.resolve();
      saves.push({ values, revision });
      if (refuse || revision !== row.revision) return false;
      row.values = values;
      row.revision += 1;
      changed([{ noun: 'meeting', id: 'm', revision: row.revision }]);
      return true;
    },
  });
  return {
    row,
    saves,
    overlay,
    refuse: (on: boolean) => (refuse = on),
    reload: () => Object.assign(read, { revision: row.revision, values: { ...row.values } }),
  };
}

describe('Overlay', () => {
  beforeEach(() => changedAll());

  it('does not undo one field by saving the next from what was read earlier', async () => {
    const { overlay, row } = register();
    const both = [overlay.change({ place: 'Washington' }), overlay.change({ mode: 'video' })];
    expect(overlay.values).toEqual({ place: 'Washington', mode: 'video' });
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(row.values).toEqual({ place: 'Washington', mode: 'video' });
    expect(overlay.values).toEqual({ place: 'Washington', mode: 'video' });
  });

  it('shows what is read once that is as new as what was saved', async () => {
    const { overlay, row, reload } = register();
    await overlay.change({ place: 'Washington' });
    row.values = { place: 'New Delhi', mode: 'in_person' };
    row.revision += 1;
    reload();
    expect(overlay.values.place).toBe('New Delhi');
    await overlay.change({ mode: 'video' });
    expect(row.values).toEqual({ place: 'New Delhi', mode: 'video' });
  });

  it('keeps what was refused and saves it with the next change', async () => {
    const { overlay, row, refuse } = register();
    refuse(true);
    expect(await overlay.change({ place: 'Washington' })).toBe(false);
    expect(overlay.values.place).toBe('Washington');
    refuse(false);
    expect(await overlay.change({ mode: 'video' })).toBe(true);
    expect(row.values).toEqual({ place: 'Washington', mode: 'video' });
  });
});
