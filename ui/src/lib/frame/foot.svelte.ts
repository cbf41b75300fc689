// What a page says at the left of the foot line: how far the user has come, in words and as a bar.

export interface Progress {
  done: number;
  of: number;
  words: string;
}

class FootState {
  progress = $state.raw<Progress | null>(null);

  /** Shows this for the life of a component; null shows nothing. */
  use(read: () => Progress | null): void {
    $effect.pre(() => {
      this.progress = read();
    });
    $effect.pre(() => () => {
      this.progress = null;
    });
  }
}

export const foot = new FootState();
