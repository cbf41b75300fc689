// Every change of one commitment and of what hangs on it, gathered by act, newest first.
import * as commands from '$lib/bridge/commands';
import type { ActView, CommitmentView, EntryView, Noun } from '$lib/bridge/generated/wire';

export interface PastAct {
  act: ActView;
  entries: EntryView[];
}

/** The rows whose changes belong to the story of a commitment. */
export function rowsOf(view: CommitmentView): { noun: Noun; id: string }[] {
  const under = (noun: Noun, rows: readonly { id: string }[]) => rows.map(({ id }) => ({ noun, id }));
  return [
    { noun: 'commitment', id: view.row.id },
    ...under('follow_up', view.followUps),
    ...under('owner', view.owners),
    ...under('due_change', view.dueHistory),
    ...under('link', view.links),
  ];
}

/** Entries of one act stand together, that of the commitment itself first. */
export function byAct(entries: readonly EntryView[]): PastAct[] {
  const acts = new Map<string, PastAct>();
  // An undo carries the same act as what it undid, at another instant: it is a moment of its own.
  for (const entry of [...entries].sort((a, b) => b.seq - a.seq)) {
    const key = `${entry.act.id} ${entry.act.at}`;
    const known = acts.get(key);
    if (known) known.entries.push(entry);
    else acts.set(key, { act: entry.act, entries: [entry] });
  }
  for (const { entries: of } of acts.values()) {
    of.sort((a, b) => Number(b.noun === 'commitment') - Number(a.noun === 'commitment') || a.seq - b.seq);
  }
  return [...acts.values()];
}

export async function pastOf(view: CommitmentView): Promise<PastAct[]> {
  const entries = await Promise.all(rowsOf(view).map(({ noun, id }) => commands.history(noun, id)));
  return byAct(entries.flat());
}
