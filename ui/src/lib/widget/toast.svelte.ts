// The short notes at the foot of the page: what was just done, with a way back; or what went wrong, which stays
// until it is read. Shown by ToastRegion.

export interface ToastAction {
  label: string;
  run: () => void;
}

export interface ToastOptions {
  action?: ToastAction | null;
  /** Not taken away by the clock nor by the next note, as a warning. */
  stays?: boolean;
  /** What it tells of, in words of the caller's own: see `withdraw`. */
  about?: readonly string[];
}

export interface Toast {
  id: number;
  message: string;
  /** Technical words behind the sentence, unfolded on demand. */
  detail: string | null;
  tone: 'note' | 'error';
  action: ToastAction | null;
  stays: boolean;
  about: readonly string[];
}

// WCAG 2.2.1: long enough to read and reach, and the clock stands still under the pointer or the focus. What a note
// offers is offered by the keys and the journal as well.
const SHOWN_MS = 6_000;
const AT_MOST = 2;

export class Toasts {
  /** All that have not gone, the oldest first. */
  list = $state.raw<Toast[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** The newest; what stays and finds no room waits for its turn. */
  get shown(): readonly Toast[] {
    return this.list.slice(-AT_MOST);
  }

  /** Says what was done. It takes the place of what was said to be done before. */
  show(message: string, { action = null, stays = false, about = [] }: ToastOptions = {}): number {
    return this.#add({ message, detail: null, tone: 'note', action, stays, about });
  }

  error(message: string, detail: string | null = null, about: readonly string[] = []): number {
    return this.#add({ message, detail, tone: 'error', action: null, stays: true, about });
  }

  dismiss(id: number): void {
    this.#drop((t) => t.id === id);
  }

  /** Takes away what no longer holds: of an act that was taken back, of a refusal that was overcome. */
  withdraw(about: string): void {
    this.#drop((t) => t.about.includes(about));
  }

  /** Takes away what stays until it is read: it was. */
  clear(): void {
    const shown = this.shown;
    this.#drop((t) => t.stays && shown.includes(t));
  }

  /** Stops the clocks while someone reads. */
  hold(): void {
    for (const id of [...this.#timers.keys()]) this.#stop(id);
  }

  release(): void {
    for (const toast of this.list) if (!toast.stays) this.#start(toast.id);
  }

  #add(toast: Omit<Toast, 'id'>): number {
    const id = this.#next++;
    const same = (t: Toast) => t.tone === toast.tone && t.message === toast.message;
    this.#drop((t) => same(t) || (!toast.stays && !t.stays));
    this.list = [...this.list, { ...toast, id }];
    if (!toast.stays) this.#start(id);
    return id;
  }

  #drop(gone: (toast: Toast) => boolean): void {
    for (const toast of this.list) if (gone(toast)) this.#stop(toast.id);
    this.list = this.list.filter((t) => !gone(t));
  }

  #start(id: number): void {
    this.#stop(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), SHOWN_MS),
    );
  }

  #stop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}

export const toasts = new Toasts();
