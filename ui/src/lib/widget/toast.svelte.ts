// The short notes at the foot of the window: what was just done, with a way back; or what went wrong, which
// stays until it is read. Shown by ToastRegion.

export interface ToastAction {
  label: string;
  run: () => void;
}

export interface Toast {
  id: number;
  message: string;
  /** Technical words behind the sentence, unfolded on demand. */
  detail: string | null;
  tone: 'note' | 'error';
  action: ToastAction | null;
  stays: boolean;
}

// WCAG 2.2.1: long enough to read and reach, and the clock stands still under the pointer or the focus.
const SHOWN_MS = 8_000;
const AT_MOST = 3;

export class Toasts {
  list = $state.raw<Toast[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(message: string, options: { action?: ToastAction | null; stays?: boolean } = {}): number {
    return this.#add({
      message,
      detail: null,
      tone: 'note',
      action: options.action ?? null,
      stays: options.stays ?? false,
    });
  }

  error(message: string, detail: string | null = null): number {
    return this.#add({ message, detail, tone: 'error', action: null, stays: true });
  }

  dismiss(id: number): void {
    this.#stop(id);
    this.list = this.list.filter((t) => t.id !== id);
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
    // The same error twice is one error; the newest note of an act replaces the oldest note, never an error.
    const kept = this.list.filter((t) => !(t.tone === toast.tone && t.message === toast.message));
    const notes = kept.filter((t) => !t.stays);
    const surplus = new Set(notes.slice(0, Math.max(0, notes.length - AT_MOST + 1)).map((t) => t.id));
    for (const t of this.list) if (!kept.includes(t) || surplus.has(t.id)) this.#stop(t.id);
    this.list = [...kept.filter((t) => !surplus.has(t.id)), { ...toast, id }];
    if (!toast.stays) this.#start(id);
    return id;
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
