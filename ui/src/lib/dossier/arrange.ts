// Carrying out a move among ranked rows. The core ranks rows one by one, so a move is two acts; taking it back
// from the note takes back both.
import { perform, takeBack } from '$lib/bridge/act.svelte';
import type { Changed } from '$lib/bridge/generated/wire';
import { toasts } from '$lib/widget/toast.svelte';
import { moved } from './order';

interface Ranked {
  id: string;
  rank: number;
}

/** Moves a row by so many places. `save` enters one row with its new rank. */
export async function arrange<T extends Ranked>(
  rows: readonly T[],
  id: string,
  by: number,
  name: string,
  save: (row: T, rank: number) => Promise<Changed<string>>,
): Promise<void> {
  const done: string[] = [];
  for (const { row, rank } of moved(rows, id, by)) {
    const answer = await perform(() => save(row, rank), { quiet: true });
    if (!answer) break;
    if (answer.act) done.unshift(answer.act.id);
  }
  if (done.length === 0) return;
  toasts.show(`Moved ${name} ${by < 0 ? 'up' : 'down'}`, {
    about: done,
    action: {
      label: 'Undo',
      run: () => {
        void (async () => {
          for (const act of done) if (!(await takeBack(act))) return;
        })();
      },
    },
  });
}
