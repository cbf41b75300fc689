import { afterEach, describe, expect, it } from 'vitest';
import { toasts } from '$lib/widget/toast.svelte';
import { RapporteurError } from './call';
import { changedAll } from './changes.svelte';
import { RowEdit } from './edit.svelte';
import type { Changed } from './generated/wire';

interface Draft {
  id: string;
  revision: number;
  name: string;
  post: string;
}

/** A register of one row that refuses what builds on an old revision. */
function register() {
  const row: Draft = { id: 'row', revision: 1, name: 'Arvind Gupta', post: '' };
  const save = async (draft: Draft): Promise<Changed<string>> => {
    await Promise.resolve();
    if (draft.revision !== row.revision) throw new RapporteurError('stale', 'Changed in the meantime.');
    if (draft.name === '') throw new RapporteurError('invalid', 'Give the name.');
    Object.assign(row, draft, { revision: row.revision + 1 });
    const changes = [{ noun: 'person' as const, id: row.id, revision: row.revision }];
    return { output: row.id, act: null, changes, many: [], warnings: [] };
  };
  return { row, save };
}

describe('RowEdit', () => {
  afterEach(() => {
    changedAll();
    for (const toast of toasts.list) toasts.dismiss(toast.id);
  });

  it('lets saves follow each other faster than the window reads again', async () => {
    const { row, save } = register();
    const read = { ...row };
    const edit = new RowEdit<Draft>(() => read, save);
    const both = [edit.set({ name: 'A. Gupta' }), edit.set({ post: 'Deputy NSA' })];
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(row).toEqual({ id: 'row', revision: 3, name: 'A. Gupta', post: 'Deputy NSA' });
  });

  it('goes by what was read again, as after an undo', async () => {
    const { row, save } = register();
    let read = { ...row };
    const edit = new RowEdit<Draft>(() => read, save);
    await edit.set({ name: 'A. Gupta' });
    // Somebody took it back, and the window has read that.
    Object.assign(row, { name: 'Arvind Gupta', revision: 3 });
    read = { ...row };
    await edit.set({ post: 'Deputy NSA' });
    expect(row).toEqual({ id: 'row', revision: 4, name: 'Arvind Gupta', post: 'Deputy NSA' });
  });

  it('says that it was refused, and goes on with the next', async () => {
    const { row, save } = register();
    const read = { ...row };
    const edit = new RowEdit<Draft>(() => read, save);
    expect(await edit.set({ name: '' })).toBe(false);
    expect(toasts.list.map((t) => t.message)).toEqual(['Give the name.']);
    expect(await edit.set({ post: 'Deputy NSA' })).toBe(true);
    expect(row.name).toBe('Arvind Gupta');
  });

  it('does nothing while there is nothing to change', async () => {
    const { save } = register();
    expect(await new RowEdit<Draft>(() => null, save).set({ post: 'x' })).toBe(false);
  });
});
