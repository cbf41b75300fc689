// Texts that are pasted or dropped anywhere in the window: attached to the meeting that is shown, or held for the page
// that asks for one. What is refused is held too, so that nothing is lost.
import { act } from '$lib/bridge/act.svelte';
import * as commands from '$lib/bridge/commands';
import { type FileKind, fileDrop } from '$lib/bridge/file.svelte';
import { openDossier } from '$lib/dossier/open.svelte';
import { route } from '$lib/frame/route.svelte';
import { guessKind, guessLanguage, proposeTitle } from '$lib/text/paper';
import { isTyping } from '$lib/widget/shortcut.svelte';
import { type Situation, wayOfDrop, wayOfPaste } from './paste';

/** Files the words of which can be read. */
export const READABLE: FileKind = {
  name: 'Text',
  extensions: ['docx', 'odt', 'pdf', 'html', 'htm', 'rtf', 'txt', 'md', 'text', 'eml'],
};

export type Arrival = { body: string } | { paths: readonly string[] };

/** The meeting or instrument that is shown, and its form for a text. */
export interface Place {
  id: string;
  /** Whether it is an instrument, and not a meeting. */
  instrument?: boolean;
  title: string;
  day: string | null;
  /** A form for a text stands open. */
  busy: boolean;
  /** Opens the form with these words. */
  form: (body: string) => void;
}

class Intake {
  /** What came and waits for somebody to say where it belongs. */
  arrival = $state.raw<Arrival | null>(null);
  #place: (() => Place) | null = null;

  /** Offers the page of a meeting or instrument for the life of a component: call it while the component is being set up. */
  offer(place: () => Place): void {
    $effect(() => {
      this.#place = place;
      return () => {
        if (this.#place === place) this.#place = null;
      };
    });
  }

  /** Hears of what is pasted and dropped, for the life of the window. */
  listen(): void {
    fileDrop.use((paths) => void this.#drop(paths));
    $effect(() => {
      const paste = (event: ClipboardEvent) => this.#paste(event);
      addEventListener('paste', paste);
      return () => removeEventListener('paste', paste);
    });
  }

  /** Reads files into texts of a meeting or instrument, or of none, and opens the first; what was refused is answered. */
  async read(
    meeting: string | null,
    paths: readonly string[],
    instrument: string | null = null,
  ): Promise<string[]> {
    let first: string | null = null;
    const refused: string[] = [];
    for (const path of paths) {
      const id = await act(() => commands.attachFile(meeting, path, instrument), {
        quiet: paths.length === 1,
      });
      if (id === null) refused.push(path);
      else first ??= id;
    }
    if (first !== null) route.go({ page: 'text', id: first });
    return refused;
  }

  #situation(typing: boolean): Situation {
    const dossier = openDossier.view;
    const place = this.#place?.();
    return {
      meeting: place !== undefined,
      readOnly: !dossier || dossier.readOnly !== null,
      typing,
      busy: place?.busy ?? false,
    };
  }

  #paste(event: ClipboardEvent): void {
    if (event.defaultPrevented) return;
    const body = event.clipboardData?.getData('text/plain') ?? '';
    const way = wayOfPaste(body, this.#situation(isTyping(event.target)));
    if (way === 'none') return;
    event.preventDefault();
    const place = this.#place?.();
    if (way === 'attach' && place) void this.#attach(place, body);
    else if (way === 'form') place?.form(body);
    else this.#ask({ body });
  }

  async #drop(paths: readonly string[]): Promise<void> {
    const way = wayOfDrop(paths, this.#situation(false));
    const place = this.#place?.();
    if (way === 'attach' && place) {
      await (place.instrument ? this.read(null, paths, place.id) : this.read(place.id, paths));
    } else if (way === 'ask') this.#ask({ paths });
  }

  async #attach(place: Place, body: string): Promise<void> {
    const kind = place.instrument ? 'instrument_text' : (guessKind(body) ?? 'joint_statement');
    // The page that follows shows what was added, where a message would only cover it.
    const id = await act(
      () =>
        commands.saveText({
          id: null,
          revision: 0,
          meeting: place.instrument ? null : place.id,
          instrument: place.instrument ? place.id : null,
          authentic: false,
          sideLetter: false,
          title: proposeTitle(kind, place.title),
          kind,
          language: guessLanguage(body) ?? '',
          datedOn: place.day,
          source: '',
          body,
          marking: [],
        }),
      { quiet: true },
    );
    if (id !== null) route.go({ page: 'text', id });
    else place.form(body);
  }

  #ask(arrival: Arrival): void {
    this.arrival = arrival;
    if (route.page !== 'text' || route.id) route.go({ page: 'text' });
  }
}

export const intake = new Intake();
