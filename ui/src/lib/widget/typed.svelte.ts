// What stands in a text field: the words being typed, kept apart from the value known outside, so that an answer
// that arrives late never takes a letter out from under the writer's hands.
import { untrack } from 'svelte';
import { Autosave } from './debounce';

export interface TypedSource {
  /** The value as it is known outside. */
  outside: () => string;
  /** Hears every change. */
  changed: (value: string) => void;
  /** Saves after a pause, on leaving the field and on closing the window; absent when nobody saves. */
  save: () => ((value: string) => unknown) | undefined;
  /** How long a pause in typing saves, in milliseconds; where each save is a step of undo, a long one. */
  pause?: number | undefined;
}

export class Typed {
  value = $state('');
  #saver: Autosave<string>;
  #source: TypedSource;

  /** Call while the component is being set up. */
  constructor(source: TypedSource) {
    this.#source = source;
    this.value = source.outside();
    this.#saver = new Autosave((value) => source.save()?.(value), source.pause);
    // While something typed waits to be saved, the newest words are here, not outside.
    $effect.pre(() => {
      const outside = source.outside();
      if (this.#saver.pending) return;
      // Saving drops white space at the end; whoever paused after a word must find the space still there.
      if (untrack(() => this.value).trimEnd() !== outside) this.value = outside;
    });
    $effect(() => () => void this.#saver.dispose());
  }

  input(value: string): void {
    this.value = value;
    if (this.#source.save()) this.#saver.push(value);
    this.#source.changed(value);
  }

  /** On leaving the field. */
  left(): void {
    void this.#saver.flush();
  }
}
