// The pages of a paper as it would be handed over now. They are made anew a moment after something changed; until the new
// ones are there, the ones shown are known to be old, and pages that were overtaken are never shown at all.
import { untrack } from 'svelte';
import { type RapporteurError, toError } from '$lib/bridge/call';
import { revision } from '$lib/bridge/changes.svelte';
import * as commands from '$lib/bridge/commands';
import { type Noun, nounWords, type PaperRequest, type Progress } from '$lib/bridge/generated/wire';
import { shareOf } from '$lib/bridge/work.svelte';
import { Pages } from './pages.svelte';

/** The pause after which a change is drawn. */
const PAUSE_MS = 220;
/** Before this nobody needs to be told that pages are being set. */
const PATIENCE_MS = 100;
/** After so long the pages that were replaced are let go of: what was drawing them has ended. */
const LET_GO_MS = 3_000;

// The plan is asked for as it stands here, and copies are no part of it.
const NOUNS = (Object.keys(nounWords) as Noun[]).filter(
  (noun) => noun !== 'kept_paper' && noun !== 'brief_plan',
);

export class Preview {
  pages = $state.raw<Pages | null>(null);
  /** Why the newest pages could not be had; the ones before them are shown as old. */
  error = $state.raw<RapporteurError | null>(null);
  /** Whether the pages shown are those of what is asked for now. */
  current = $state(false);
  /** Whether pages are being set, for long enough to be told of. */
  setting = $state(false);
  /** Whether somebody stopped it: nothing is set anew before they ask, or change something. */
  stopped = $state(false);
  #progress = $state.raw<Progress | null>(null);
  #asking = new AbortController();
  #asked: PaperRequest | null = null;

  /** How far the setting is, from 0 to 1; none where that is not known. */
  get share(): number | null {
    return shareOf(this.#progress);
  }

  async ask(request: PaperRequest): Promise<void> {
    const { signal } = this.#next();
    this.#asked = request;
    this.#progress = null;
    this.stopped = false;
    const patience = setTimeout(() => {
      if (!signal.aborted) this.setting = true;
    }, PATIENCE_MS);
    try {
      const told = (progress: Progress) => {
        if (!signal.aborted) this.#progress = progress;
      };
      const pages = await Pages.open(await commands.paperPreview(request, { told, signal }));
      if (signal.aborted) return pages.close();
      const before = this.pages;
      this.pages = pages;
      this.error = null;
      this.current = true;
      if (before) setTimeout(() => before.close(), LET_GO_MS);
    } catch (thrown) {
      if (signal.aborted) return;
      this.error = toError(thrown);
    } finally {
      clearTimeout(patience);
      if (!signal.aborted) this.setting = false;
    }
  }

  /** Stops the setting; what was shown before stays, as old. */
  stop(): void {
    this.#next();
    this.stopped = true;
  }

  /** Sets the pages after all. */
  again(): void {
    if (this.#asked) void this.ask(this.#asked);
  }

  /** What is shown is no longer so. */
  overtaken(): void {
    this.#next();
    this.current = false;
    this.stopped = false;
  }

  close(): void {
    this.#next();
    this.pages?.close();
  }

  /** Pages that are being set are of no use any more. */
  #next(): AbortController {
    this.#asking.abort();
    this.setting = false;
    return (this.#asking = new AbortController());
  }
}

/** A preview for the life of a component: call it while the component is being set up. */
export function livePreview(request: () => PaperRequest | null): Preview {
  const preview = new Preview();
  const asked = $derived.by(() => {
    const now = request();
    return now && JSON.stringify(now);
  });
  let first = true;
  $effect(() => {
    for (const noun of NOUNS) revision(noun);
    const words = asked;
    if (words === null) return;
    untrack(() => preview.overtaken());
    const timer = setTimeout(() => void preview.ask(JSON.parse(words) as PaperRequest), first ? 0 : PAUSE_MS);
    first = false;
    return () => clearTimeout(timer);
  });
  $effect(() => () => preview.close());
  return preview;
}
