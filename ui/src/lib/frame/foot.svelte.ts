// What a page says at the left of the foot line: how far the user has come, in words and as a bar.

export interface Progress {
  done: number;
  of: number;
  words: string;
}

interface Place {
  progress: Progress | null;
}

export class FootState {
  // A page that goes away does so after the one that takes its place came, and sees the state as it was before: who
  // shows something is therefore kept outside of it, and nobody clears what another one shows.
  #places: readonly Place[] = [];
  progress = $state.raw<Progress | null>(null);

  /** Shows what `say` is given until `leave` is called; null shows nothing. The newest place is the one shown. */
  register(): { say: (progress: Progress | null) => void; leave: () => void } {
    const place: Place = { progress: null };
    this.#places = [...this.#places, place];
    return {
      say: (progress) => {
        place.progress = progress;
        this.#show();
      },
      leave: () => {
        this.#places = this.#places.filter((p) => p !== place);
        this.#show();
      },
    };
  }

  /** The same for the life of a component: call it while the component is being set up. */
  use(read: () => Progress | null): void {
    const { say, leave } = this.register();
    $effect.pre(() => say(read()));
    $effect.pre(() => leave);
  }

  #show(): void {
    this.progress = this.#places.at(-1)?.progress ?? null;
  }
}

export const foot = new FootState();
