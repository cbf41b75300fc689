// What all forms that enter one thing have in common: saving, with the core's sentence kept beside the fields when it
// refuses; and keeping what was typed when the form is left.
import { untrack } from 'svelte';
import { perform } from '$lib/bridge/act.svelte';
import { type RapporteurError, toError } from '$lib/bridge/call';
import type { Changed } from '$lib/bridge/generated/wire';
import { keymap } from '$lib/widget/shortcut.svelte';
import { forget, keep, takeUp } from './kept';

export interface FormSource<M extends object, T> {
  /** Where what was typed is kept; see kept.ts. */
  place: string;
  /** The form as it begins. */
  begin: () => M;
  /** Whether all is there; sets what the fields say otherwise. */
  ready: (model: M) => boolean;
  save: (model: M) => Promise<Changed<T>>;
  saved: (output: T) => void;
  cancel: () => void;
  /** The words beside Ctrl+Enter in the foot line. */
  label?: string;
}

export class Form<M extends object, T> {
  model = $state() as M;
  /** Why the core refused; nothing typed is lost by it. */
  refusal = $state.raw<RapporteurError | null>(null);
  saving = $state(false);
  /** Whether this was begun earlier and left. */
  takenUp = $state(false);
  /** Whether saving was tried: from then on fields say what they miss. */
  tried = $state(false);
  #source: FormSource<M, T>;
  #beginning = '';
  #done = false;

  /** Call while the component is being set up. */
  constructor(source: FormSource<M, T>) {
    this.#source = source;
    untrack(() => {
      const begin = source.begin();
      this.#beginning = JSON.stringify(begin);
      const typed = takeUp<M>(source.place);
      this.model = typed ?? begin;
      this.takenUp = typed !== undefined;
    });
    $effect(() => () => untrack(() => this.#leave()));
    keymap.use(() => [
      {
        key: 'Mod+Enter',
        label: source.label ?? 'save',
        run: () => void this.save(),
        when: () => !this.saving,
        group: 'Form',
      },
      { key: 'Escape', label: 'leave', run: () => this.cancel(), inFields: true, group: 'Form' },
    ]);
  }

  get changed(): boolean {
    return JSON.stringify(this.model) !== this.#beginning;
  }

  /** Drops what was typed and begins as if the form were new. */
  restart(): void {
    const begin = this.#source.begin();
    this.#beginning = JSON.stringify(begin);
    this.model = begin;
    this.takenUp = false;
    this.tried = false;
    this.refusal = null;
  }

  async save(): Promise<void> {
    if (this.saving) return;
    this.tried = true;
    this.refusal = null;
    const model = $state.snapshot(this.model) as M;
    if (!this.#source.ready(model)) return;
    this.saving = true;
    try {
      const answer = await this.#source.save(model);
      await perform(() => Promise.resolve(answer));
      this.#done = true;
      forget(this.#source.place);
      this.#source.saved(answer.output);
    } catch (thrown) {
      this.refusal = toError(thrown);
    } finally {
      this.saving = false;
    }
  }

  /** After saving, for a form that stays to take the next one. */
  again(): void {
    this.#done = false;
    this.restart();
  }

  cancel(): void {
    this.#source.cancel();
  }

  #leave(): void {
    if (!this.#done && this.changed) keep(this.#source.place, $state.snapshot(this.model));
  }
}
