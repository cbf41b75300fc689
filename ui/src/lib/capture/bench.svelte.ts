// Where one is among the candidates of a text, and what was done to them before anything is entered: ends moved,
// neighbours merged, one split in several, fields changed; each of these steps can be taken back in place. What the
// register is told of it stands in decide.svelte.ts.
import { toError } from '$lib/bridge/call';
import * as commands from '$lib/bridge/commands';
import type { CaptureView, Stretch } from '$lib/bridge/generated/wire';
import { type CommitmentModel, proposedModel } from '$lib/commitment/draft';
import type { Cursor } from '$lib/text/cursor.svelte';
import type { Layout, Range } from '$lib/text/layout';
import { StepsOf } from '$lib/text/sentence';
import { cutsIn, firstCut, partsAt, stepCut } from './cuts';
import {
  adopt,
  cameBack,
  changedFields,
  count,
  type Item,
  keyOf,
  mergeable,
  merged,
  modelOf,
  nextToDecide,
  open,
  placeOf,
  split,
  waitingFrom,
  withItem,
} from './items';

/** Something done in place: all items as they were, or only the ends of the one at hand. */
type Step = { items: readonly Item[]; key: string } | { range: Range; key: string };

// What was merged, split or changed by hand and not entered, by text and on which words, for when its page is opened
// again.
const kept = new Map<string, { body: string; items: readonly Item[] }>();

/** The pause after moving an end by key after which the stretch is read anew. */
const PAUSE_MS = 180;

export class Bench {
  readonly text: string;
  readonly cursor: Cursor;
  readonly layout: Layout;
  items = $state.raw<readonly Item[]>([]);
  /** The one at hand; -1 while one holds a stretch of one's own. */
  place = $state(-1);
  /** Its fields, as they would be entered; null where nothing can be entered of it any more. */
  model = $state<CommitmentModel | null>(null);
  /** Which of the commitments that say nearly the same is compared. */
  beside = $state(0);
  /** Where the one at hand would be split; null while it is not being split. */
  cut = $state.raw<number | null>(null);
  /** Whether fields say what they miss. */
  tried = $state(false);
  readonly counts = $derived(count(this.items));
  readonly current = $derived(this.items[this.place] ?? null);
  #steps = $state.raw<readonly Step[]>([]);
  #moved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #read = false;
  #words: StepsOf;

  constructor(text: string, cursor: Cursor) {
    this.text = text;
    this.cursor = cursor;
    this.layout = cursor.layout;
    this.#words = new StepsOf(cursor.layout);
  }

  /** Whether something done in place can be taken back in place. */
  get changed(): boolean {
    return this.#steps.length > 0;
  }

  /** Takes over a reading of the text, the first one or a newer one. */
  adopt(view: CaptureView): void {
    const first = !this.#read;
    this.#read = true;
    const before = first ? this.#kept() : this.#withFields();
    const key = this.current?.key;
    const items = adopt(before, view);
    const back = first ? -1 : cameBack(before, items);
    this.items = items;
    if (back >= 0) return this.select(back);
    if (key === undefined) return;
    const place = items.findIndex((item) => item.key === key);
    // Where the one at hand is gone, the one in its place takes over.
    const next = place >= 0 ? place : Math.min(this.place, items.length - 1);
    if (place < 0) this.select(next);
    else {
      this.place = next;
      const item = items[next];
      if (item && !open(item)) this.model = null;
      else if (item && this.model === null) this.model = modelOf(item);
    }
  }

  select(place: number): void {
    this.leave();
    const item = this.items[place];
    if (!item) return;
    this.place = place;
    this.beside = 0;
    this.tried = item.fault !== null;
    this.model = open(item) ? modelOf(item) : null;
    this.cursor.show(this.layout.range(item));
  }

  selectKey(key: string): void {
    const place = this.items.findIndex((item) => item.key === key);
    if (place >= 0) this.select(place);
  }

  /** One takes hold of a stretch of one's own. */
  free(): void {
    this.leave();
    this.place = -1;
    this.model = null;
  }

  /** To the next one that waits, or where none waits any more, to the next one at all. */
  move(by: 1 | -1): void {
    const from = this.#from(by);
    const next = this.counts.remain > 0 ? waitingFrom(this.items, from, by) : this.#beside(from, by);
    if (next >= 0) this.select(next);
  }

  /** To the next one, decided or not. */
  moveAll(by: 1 | -1): void {
    const next = this.#beside(this.#from(by), by);
    if (next >= 0) this.select(next);
  }

  /** After a decision on one: to the next one that waits. */
  goOn(place: number): void {
    const next = nextToDecide(this.items, place);
    if (next >= 0) this.select(next);
    else this.select(place);
  }

  /** What was typed or moved is kept with the one at hand. */
  leave(): void {
    this.cut = null;
    this.#settle();
    this.items = this.#withFields();
    const items = this.items.filter(
      (item) => open(item) && (item.made || Object.keys(item.edited).length > 0),
    );
    kept.set(this.text, { body: this.layout.body, items });
  }

  /** An end of the one at hand was moved. */
  ends(was: Range): void {
    const item = this.current;
    if (!item || !open(item)) return this.free();
    this.#steps = [...this.#steps, { range: was, key: item.key }];
    this.#moved = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#settle(), PAUSE_MS);
  }

  /** Makes one of the one at hand and the one before it; false where there is none to merge it with. */
  merge(): boolean {
    this.leave();
    const item = this.current;
    const before = mergeable(this.items, this.place);
    if (!item || !open(item) || before < 0) return false;
    const first = this.items[before] as Item;
    const at = { start: Math.min(first.start, item.start), end: Math.max(first.end, item.end) };
    this.#replace(merged(this.items, before, this.place), [at]);
    return true;
  }

  /** Splits the one at hand into its acts, or begins to ask where. */
  split(ask: boolean): void {
    this.leave();
    const item = this.current;
    if (!item || !open(item)) return;
    if (!ask && item.view.acts.length > 1) {
      return this.#replace(split(this.items, this.place, item.view.acts), item.view.acts);
    }
    this.cut = firstCut(this.#words, this.layout.range(item));
  }

  moveCut(by: 1 | -1, clause: boolean): void {
    const item = this.current;
    if (!item || this.cut === null) return;
    this.cut = stepCut(cutsIn(this.#words, this.layout.range(item), clause), this.cut, by);
  }

  splitHere(): void {
    const [item, cut] = [this.current, this.cut];
    this.cut = null;
    if (!item || cut === null) return;
    const parts = partsAt(this.layout, this.layout.range(item), cut);
    if (parts.length === 2) this.#replace(split(this.items, this.place, parts), parts);
  }

  /** Takes back the newest step in place. */
  takeBack(): void {
    const step = this.#steps.at(-1);
    if (!step) return;
    clearTimeout(this.#timer);
    this.#moved = false;
    this.#steps = this.#steps.slice(0, -1);
    if ('items' in step) {
      // What was typed, answered or read since on the others stays.
      const since = new Map(this.#withFields().map((item) => [item.key, item]));
      this.items = step.items.map((item) => since.get(item.key) ?? item);
      this.place = -1;
      return this.selectKey(step.key);
    }
    const place = this.items.findIndex((item) => item.key === step.key);
    if (place < 0) return;
    if (place !== this.place) this.select(place);
    this.cursor.show(step.range);
    this.#moved = true;
    this.#settle();
  }

  /** Whether the ends of the one at hand were moved. */
  get resized(): boolean {
    const key = this.current?.key;
    return this.#steps.some((step) => 'range' in step && step.key === key);
  }

  /** Puts the ends of the one at hand back to where they were. */
  restore(): void {
    const key = this.current?.key;
    const first = this.#steps.find((step) => 'range' in step && step.key === key);
    if (!first || !('range' in first)) return;
    this.#steps = this.#steps.filter((step) => !('range' in step) || step.key !== key);
    this.cursor.show(first.range);
    this.#moved = true;
    this.#settle();
  }

  /** What was done in place was entered or is overtaken: from here on, undoing is the journal's. */
  forgetSteps(): void {
    this.#steps = [];
  }

  put(key: string, change: Partial<Item>): void {
    const place = this.items.findIndex((item) => item.key === key);
    if (place >= 0) this.items = withItem(this.items, place, change);
  }

  dispose(): void {
    this.leave();
    clearTimeout(this.#timer);
  }

  /** What was kept of an earlier visit; where the text was mended since, only what still stands where it stood. */
  #kept(): readonly Item[] {
    const { body, items } = kept.get(this.text) ?? { body: '', items: [] };
    if (body === this.layout.body) return items;
    return items.filter((item) => this.layout.quote(this.layout.range(item)) === item.view.quote);
  }

  #from(by: 1 | -1): number {
    if (this.place >= 0) return this.place;
    const held = this.cursor.range;
    if (!held) return -1;
    const place = placeOf(this.items, this.layout.toScalar(held.start));
    return by > 0 ? place - 1 : place;
  }

  #beside(from: number, by: 1 | -1): number {
    const next = from + by;
    return next >= 0 && next < this.items.length ? next : -1;
  }

  #withFields(): readonly Item[] {
    const [item, model] = [this.current, this.model];
    if (!item || !model || !open(item)) return this.items;
    const edited = changedFields($state.snapshot(model) as CommitmentModel, proposedModel(item.view.draft));
    if (JSON.stringify(edited) === JSON.stringify(item.edited)) return this.items;
    return withItem(this.items, this.place, { edited });
  }

  /** The ends as they stand now become those of the one at hand, and its words are read anew. */
  #settle(): void {
    clearTimeout(this.#timer);
    const [item, held] = [this.current, this.cursor.range];
    if (!this.#moved || !item || !held) return;
    this.#moved = false;
    const at = this.layout.scalars(held);
    if (at.start === item.start && at.end === item.end) return;
    this.items = withItem(this.#withFields(), this.place, { ...at, made: keyOf(at) !== item.key });
    void this.#readAnew(item.key, at);
  }

  #replace(items: Item[], parts: readonly Stretch[]): void {
    const key = this.current?.key ?? '';
    this.#steps = [...this.#steps, { items: this.items, key }];
    this.items = items;
    this.place = -1;
    this.model = null;
    for (const at of parts) void this.#readAnew(keyOf(at), at);
    const first = parts[0];
    if (first) this.selectKey(keyOf(first));
  }

  /** Asks what is proposed for exactly this stretch; what was changed by hand stays. */
  async #readAnew(key: string, at: Stretch): Promise<void> {
    try {
      const view = await commands.readCandidate({ text: this.text, start: at.start, end: at.end });
      const place = this.items.findIndex((item) => item.key === key);
      const item = this.items[place];
      if (!item || !open(item) || item.start !== at.start || item.end !== at.end) return;
      const mine = place === this.place;
      const before = mine ? this.#withFields() : this.items;
      // A stretch that a person made is theirs to enter, whatever it looks like.
      this.items = withItem(before, place, { view: { ...view, class: item.view.class } });
      if (mine && this.current) this.model = modelOf(this.current);
    } catch (thrown) {
      this.put(key, { fault: toError(thrown).message });
    }
  }
}
