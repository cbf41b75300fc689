// The open dossier as the whole window knows it: its title, day, marking, counts, what undo would undo. Asked
// anew after every act; null while none is open.
import { toError, type RapporteurError } from '$lib/bridge/call';
import { changedAll, revision } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import { DOSSIER, fileDrop } from '$lib/bridge/file.svelte';
import { type DossierView, type NewDossier, type Noun, nounWords } from '$lib/bridge/generated/wire';
import { route } from '$lib/frame/route.svelte';
import { flushAll } from '$lib/widget/debounce';
import { toasts } from '$lib/widget/toast.svelte';

const NOUNS = Object.keys(nounWords) as Noun[];

class OpenDossier {
  /** Undefined until the shell has said whether one is open. */
  view = $state.raw<DossierView | null | undefined>(undefined);
  error = $state.raw<RapporteurError | null>(null);
  /** Why a file that was dropped while none is open could not be opened; the first page shows it. */
  refused = $state.raw<RapporteurError | null>(null);
  #asked = 0;

  /**
   * Keeps `view` up to date, and opens what is dropped onto the window, for the life of a component; for App alone.
   */
  follow(): void {
    $effect(() => {
      for (const noun of NOUNS) revision(noun);
      void this.reload();
    });
    fileDrop.use((paths) => void this.#openDropped(paths), DOSSIER);
  }

  async reload(): Promise<void> {
    const ticket = ++this.#asked;
    try {
      const view = await commands.dossier();
      if (ticket !== this.#asked) return;
      this.view = view;
      this.error = null;
    } catch (thrown) {
      if (ticket !== this.#asked) return;
      this.error = toError(thrown);
    }
  }

  /** Opens a file instead of the one that is open. Throws a RapporteurError, and then nothing has changed. */
  open(path: string): Promise<void> {
    return this.#replace(() => commands.openDossier(path));
  }

  create(path: string, dossier: NewDossier): Promise<void> {
    return this.#replace(() => commands.newDossier(path, dossier));
  }

  openSample(): Promise<void> {
    return this.#replace(() => commands.openSample());
  }

  /** Shows the open dossier as it stood at the end of a day, or as it stands. Throws, and then nothing has changed. */
  async lookBack(day: string | null): Promise<void> {
    await settle();
    this.set(await commands.lookBack(day));
  }

  async close(): Promise<void> {
    await settle();
    await commands.closeDossier();
    this.set(null);
    route.go({ page: 'today' });
  }

  async #replace(open: () => Promise<DossierView>): Promise<void> {
    await settle();
    const view = await open();
    this.set(view);
    route.go({ page: 'today' });
  }

  async #openDropped(paths: string[]): Promise<void> {
    const path = paths[0];
    if (path === undefined) return;
    try {
      await this.open(path);
    } catch (thrown) {
      const error = toError(thrown);
      if (this.view) toasts.error(error.message, error.detail);
      else this.refused = error;
    }
  }

  /** Another dossier was opened, or this one closed, or another day is shown: everything on the screen is asked for anew. */
  set(view: DossierView | null): void {
    this.#asked += 1;
    this.view = view;
    this.error = null;
    this.refused = null;
    changedAll();
  }
}

/** What is being typed belongs to the dossier that is still open: the field is left and saved first. */
async function settle(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await flushAll();
}

export const openDossier = new OpenDossier();
