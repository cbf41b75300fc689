// Changing one row field by field where it stands. A command takes the whole row and the revision that was read;
// saves that follow each other faster than the window reads again must still build on one another.
import { untrack } from 'svelte';
import { perform } from './act.svelte';
import { newest } from './changes.svelte';
import type { Changed } from './generated/wire';

interface Draft {
  id?: string | null;
  revision: number;
}

export class RowEdit<D extends Draft> {
  #read: () => D | null;
  #save: (draft: D) => Promise<Changed<unknown>>;
  #turn: Promise<boolean> = Promise.resolve(true);
  /** Saved fields that what is read does not hold yet, and the revision they left the row with. */
  #ahead: Partial<D> = {};
  #revision = 0;

  /** `read` gives the row as last read, as a draft; null while there is none. */
  constructor(read: () => D | null, save: (draft: D) => Promise<Changed<unknown>>) {
    this.#read = read;
    this.#save = save;
  }

  /** Saves these fields and leaves the others as they are. False when it was refused; the window has said why. */
  set(fields: Partial<D>): Promise<boolean> {
    this.#turn = this.#turn.then(() => this.#change(fields));
    return this.#turn;
  }

  async #change(fields: Partial<D>): Promise<boolean> {
    const read = untrack(this.#read);
    if (!read) return false;
    if (read.revision >= this.#revision) this.#ahead = {};
    const revision = Math.max(this.#revision, newest(read.id ?? '', read.revision));
    const answer = await perform(() => this.#save({ ...read, ...this.#ahead, ...fields, revision }));
    if (!answer) return false;
    // The settings of a dossier are one row and carry no id in their draft.
    const change = read.id ? answer.changes.find((c) => c.id === read.id) : answer.changes[0];
    if (change) {
      this.#revision = change.revision;
      this.#ahead = { ...this.#ahead, ...fields };
    }
    return true;
  }
}
