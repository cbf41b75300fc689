// What is decided of candidates, told to the register: entered, reaffirmed, set aside. What one sees goes ahead of
// it: the next candidate is at hand at once, and where the register refuses, the candidate waits again with the reason.
import { onTheWay, perform } from '$lib/bridge/act.svelte';
import { toError } from '$lib/bridge/call';
import * as commands from '$lib/bridge/commands';
import type {
  AcceptDraft,
  CandidateState,
  Changed,
  CommitmentDraft,
  Judgement,
} from '$lib/bridge/generated/wire';
import { commitmentDraft, type CommitmentModel, faultsOf } from '$lib/commitment/draft';
import { dueDraft, isDueFault } from '$lib/commitment/due';
import { toasts } from '$lib/widget/toast.svelte';
import type { Bench } from './bench.svelte';
import { type Item, modelOf, open, strengthOf, titleOf, waits } from './items';

export class Decisions {
  readonly #bench: Bench;
  /** The newest decision in words, for whoever does not see it. */
  said = $state('');
  /** How many answers are still to come. */
  pending = $state(0);
  // One after the other, so that references are given in the order in which one accepted.
  #queue: Promise<unknown> = Promise.resolve();

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** What would be entered, or the first thing that is missing. */
  #draft(model: CommitmentModel, item: Item): CommitmentDraft | string {
    const [missing] = Object.values(faultsOf(model));
    if (missing) return missing;
    const due = dueDraft(model.due);
    if (isDueFault(due)) return due.sentence;
    return commitmentDraft(model, { text: this.#bench.text, start: item.start, end: item.end }, null);
  }

  /** Enters the one at hand; false where a field is missing, which then says so. */
  accept(supersedes: string | null = null): boolean {
    const bench = this.#bench;
    bench.leave();
    const item = bench.current;
    if (!item || !open(item)) return true;
    const draft = this.#draft(modelOf(item), item);
    if (typeof draft === 'string') {
      bench.put(item.key, { fault: draft });
      bench.tried = true;
      this.said = draft;
      return false;
    }
    this.#go(item, 'taken', `${titleOf(item)}: entered.`, () =>
      this.#send(
        [item],
        () => commands.acceptCandidates([{ draft, supersedes }]),
        (ids) => ({ state: 'taken', view: entered(item, ids[0] ?? '') }),
      ),
    );
    return true;
  }

  /** Enters all that bind firmly and miss nothing, in one act. */
  acceptFirm(): void {
    const bench = this.#bench;
    bench.leave();
    const ready: { item: Item; draft: AcceptDraft }[] = [];
    let incomplete = 0;
    for (const item of bench.items) {
      if (!waits(item) || strengthOf(item) !== 'firm') continue;
      const draft = this.#draft(modelOf(item), item);
      if (typeof draft === 'string') incomplete += 1;
      else ready.push({ item, draft: { draft, supersedes: null } });
    }
    if (incomplete > 0) {
      const some = ready.length > 0 ? ' They wait; the others are entered.' : '';
      toasts.error(`${incomplete} of the firm ones miss their track or the day they are due.${some}`, null);
    }
    if (ready.length === 0) return;
    const keys = new Set(ready.map(({ item }) => item.key));
    bench.forgetSteps();
    bench.items = bench.items.map((item) =>
      keys.has(item.key) ? { ...item, state: 'taken', telling: true } : item,
    );
    bench.goOn(Math.max(0, bench.place));
    this.said = `${ready.length} firm commitments entered. ${bench.counts.remain} remain.`;
    this.#send(
      ready.map(({ item }) => item),
      () => commands.acceptCandidates(ready.map(({ draft }) => draft)),
      (ids, item, at) => ({ state: 'taken', view: entered(item, ids[at] ?? '') }),
      false,
    );
  }

  /** Enters the one at hand as a dated mention of the commitment that says nearly the same. */
  reaffirm(): void {
    this.#bench.leave();
    const item = this.#bench.current;
    const like = item?.view.like[this.#bench.beside];
    if (!item || !like || !open(item)) return;
    const at = { text: this.#bench.text, start: item.start, end: item.end };
    this.#go(item, 'mentioned', `${like.ref} reaffirmed.`, () =>
      this.#send(
        [item],
        () => commands.addMention({ commitment: like.commitment, at, note: '' }),
        () => ({
          state: 'mentioned',
          view: {
            ...item.view,
            entered: { commitment: like.commitment, ref: like.ref, title: like.title },
          },
        }),
      ),
    );
  }

  /** Sets the one at hand aside, for this text or for good. */
  judge(judgement: Judgement): void {
    const bench = this.#bench;
    bench.leave();
    const item = bench.current;
    if (!item || !open(item)) return;
    const at = { text: bench.text, start: item.start, end: item.end };
    const words = judgement === 'never' ? 'No commitment, never again like this.' : 'Skipped.';
    this.#go(item, judgement, words, () =>
      this.#send(
        [item],
        () => commands.judgeCandidate({ at, judgement }),
        (verdict) => ({ state: judgement, view: { ...item.view, verdict } }),
        judgement === 'skipped',
      ),
    );
  }

  /** Takes a verdict back: the one at hand waits again. */
  async reconsider(): Promise<void> {
    const { verdict } = this.#bench.current?.view ?? {};
    if (verdict) await perform(() => commands.remove('verdict', verdict));
  }

  #go(item: Item, state: CandidateState, words: string, tell: () => void): void {
    const bench = this.#bench;
    const { place } = bench;
    bench.forgetSteps();
    bench.put(item.key, { state, telling: true, fault: null });
    bench.model = null;
    bench.goOn(place);
    this.said = `${words} ${bench.counts.remain} remain.`;
    tell();
  }

  #send<T>(
    items: readonly Item[],
    tell: () => Promise<Changed<T>>,
    done: (output: T, item: Item, at: number) => Partial<Item>,
    quiet = true,
  ): void {
    const bench = this.#bench;
    this.pending += 1;
    this.#queue = this.#queue.then(async () => {
      try {
        const answer = await tell();
        const changes = new Map(items.map((item, at) => [item.key, done(answer.output, item, at)]));
        bench.items = bench.items.map((item) => {
          const change = changes.get(item.key);
          return change ? { ...item, ...change, telling: false } : item;
        });
        await perform(() => Promise.resolve(answer), { quiet });
      } catch (thrown) {
        const error = toError(thrown);
        const refused = new Set(items.map((item) => item.key));
        bench.items = bench.items.map((item) =>
          refused.has(item.key) ? { ...item, state: 'waiting', telling: false, fault: error.message } : item,
        );
        toasts.error(error.message, error.detail);
        this.said = error.message;
      } finally {
        this.pending -= 1;
      }
    });
    onTheWay(this.#queue);
  }
}

function entered(item: Item, commitment: string): Item['view'] {
  return { ...item.view, entered: { commitment, ref: '', title: titleOf(item) } };
}
