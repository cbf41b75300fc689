// The candidates of a text as they are gone through: what was read, what was changed by hand, what was decided. Steps
// along them, merging, splitting, and taking over a newer reading. Pure; calls and keys are others' business.
import type {
  CandidateState,
  CandidateView,
  CaptureView,
  Strength,
  Stretch,
} from '$lib/bridge/generated/wire';
import { type CommitmentModel, proposedModel } from '$lib/commitment/draft';

export interface Item extends Stretch {
  /** Stays the same when its ends are moved. */
  key: string;
  view: CandidateView;
  state: CandidateState;
  /** The register is being told of the state, which stands here already. */
  telling: boolean;
  /** Merged, split off or with ends set by hand: no reading of the text brings it. */
  made: boolean;
  /** The fields that were changed by hand. */
  edited: Partial<CommitmentModel>;
  /** Why it could not be entered. */
  fault: string | null;
}

export function keyOf({ start, end }: Stretch): string {
  return `${start}-${end}`;
}

export function itemOf(view: CandidateView, made = false): Item {
  const { start, end } = view.at;
  return {
    key: keyOf(view.at),
    view,
    start,
    end,
    state: view.state,
    telling: false,
    made,
    edited: {},
    fault: null,
  };
}

const meets = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;
const inOrder = (a: Stretch, b: Stretch) => a.start - b.start || a.end - b.end;

/** What would be entered: as proposed, with what was changed by hand. */
export function modelOf(item: Item): CommitmentModel {
  return { ...proposedModel(item.view.draft), ...item.edited };
}

export function titleOf(item: Item): string {
  return item.view.entered?.title ?? item.edited.title ?? item.view.draft.title;
}

export function strengthOf(item: Item): Strength {
  return item.edited.strength ?? item.view.draft.strength;
}

/** The fields in which a model differs from what was proposed. */
export function changedFields(model: CommitmentModel, proposed: CommitmentModel): Partial<CommitmentModel> {
  const fields = Object.keys(model) as (keyof CommitmentModel)[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(model[field]) !== JSON.stringify(proposed[field]))
      .map((field) => [field, model[field]]),
  );
}

/** Whether it waits for a decision; what is delivered already, or somebody else's, is shown and does not wait. */
export function waits(item: Item): boolean {
  return item.state === 'waiting' && item.view.class === 'commitment';
}

/** Whether a decision can still be given on it. */
export function open(item: Item): boolean {
  return item.state === 'waiting';
}

/** The next one that waits, after (1) or before (-1) a place; -1 where there is none. */
export function waitingFrom(items: readonly Item[], place: number, by: 1 | -1): number {
  for (let at = place + by; at >= 0 && at < items.length; at += by) {
    const item = items[at];
    if (item && waits(item)) return at;
  }
  return -1;
}

/** After a decision: the next one that waits, else the last one before it. */
export function nextToDecide(items: readonly Item[], place: number): number {
  const next = waitingFrom(items, place, 1);
  return next >= 0 ? next : waitingFrom(items, place, -1);
}

/** How many items begin before an offset: where one is among them. */
export function placeOf(items: readonly Item[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface Counts {
  remain: number;
  firm: number;
  /** Those that wait and those that were decided. */
  all: number;
  entered: number;
  mentioned: number;
  skipped: number;
  delivered: number;
  thirdParty: number;
}

export function count(items: readonly Item[]): Counts {
  const counts = {
    remain: 0,
    firm: 0,
    all: 0,
    entered: 0,
    mentioned: 0,
    skipped: 0,
    delivered: 0,
    thirdParty: 0,
  };
  for (const item of items) {
    if (waits(item)) {
      counts.remain += 1;
      if (strengthOf(item) === 'firm') counts.firm += 1;
    } else if (item.state === 'taken') counts.entered += 1;
    else if (item.state === 'mentioned') counts.mentioned += 1;
    else if (item.state !== 'waiting') counts.skipped += 1;
    else if (item.view.class === 'delivered') counts.delivered += 1;
    else counts.thirdParty += 1;
  }
  counts.all = counts.remain + counts.entered + counts.mentioned + counts.skipped;
  return counts;
}

/** The items with one of them put another way. */
export function withItem(items: readonly Item[], place: number, change: Partial<Item>): Item[] {
  const next = items.slice();
  const item = next[place];
  if (item) next[place] = { ...item, ...change };
  return next;
}

/** The one before that an item can be merged with; -1 where its neighbour is decided already or there is none. */
export function mergeable(items: readonly Item[], place: number): number {
  for (let at = place - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item && item.view.class === 'commitment') return open(item) ? at : -1;
  }
  return -1;
}

/** Two that belong together become one, from the beginning of the first to the end of the second. */
export function merged(items: readonly Item[], first: number, second: number): Item[] {
  const [a, b] = [items[first], items[second]];
  if (!a || !b) return items.slice();
  const at = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
  const view: CandidateView = { ...a.view, at, acts: [] };
  const one: Item = { ...itemOf(view, true), key: keyOf(at), state: 'waiting' };
  return [...items.filter((item) => item !== a && item !== b), one].sort(inOrder);
}

/** One becomes several; what lies between the parts belongs to none of them. */
export function split(items: readonly Item[], place: number, parts: readonly Stretch[]): Item[] {
  const whole = items[place];
  if (!whole || parts.length === 0) return items.slice();
  const pieces = parts.map((at) => ({
    ...itemOf({ ...whole.view, at: { start: at.start, end: at.end }, acts: [] }, true),
    state: 'waiting' as const,
  }));
  return [...items.filter((item) => item !== whole), ...pieces].sort(inOrder);
}

// A reading is compared with the one before it only; its own words are made once.
const said = new WeakMap<CandidateView, string>();

function wordsOf(view: CandidateView): string {
  const known = said.get(view) ?? JSON.stringify(view);
  said.set(view, known);
  return known;
}

/** Whether a newer reading says the same of a candidate; then it stays the very same, and nothing is drawn anew. */
function same(own: Item, item: Item): boolean {
  return (
    own.state === item.state &&
    own.telling === item.telling &&
    own.made === item.made &&
    wordsOf(own.view) === wordsOf(item.view)
  );
}

/**
 * Takes over a newer reading of the text. What was merged, split off or resized by hand and still waits stays, in
 * place of the candidates it was made of; what is being entered stays so until the register has answered.
 */
export function adopt(before: readonly Item[], view: CaptureView): Item[] {
  const known = new Map(before.map((item) => [item.key, item]));
  const made = before.filter((item) => item.made && (open(item) || item.telling));
  const mine = new Set(made.map((item) => item.key));
  const read: Item[] = [];
  const keys = new Set<string>();
  for (const candidate of view.candidates) {
    const item = itemOf(candidate);
    // Several commitments may have been taken from the very same words.
    for (let n = 2; keys.has(item.key); n += 1) item.key = `${keyOf(item)} ${n}`;
    keys.add(item.key);
    const own = known.get(item.key);
    if (open(item) && (mine.has(item.key) || made.some((m) => meets(m, item)))) continue;
    if (own?.telling && open(item)) {
      item.state = own.state;
      item.telling = true;
    }
    if (own && (open(item) || item.telling)) {
      item.fault = own.fault;
      item.edited = own.edited;
    }
    read.push(own && same(own, item) ? own : item);
  }
  // What a decision was given on by hand and the register now knows by the same stretch is shown once.
  const decided = new Set(read.map((item) => item.key));
  return [...read, ...made.filter((item) => !decided.has(item.key))].sort(inOrder);
}

/** Of items that were decided and wait again, as after an undo, the first one; -1 where there is none. */
export function cameBack(before: readonly Item[], after: readonly Item[]): number {
  const decided = new Set(before.filter((item) => !open(item)).map((item) => item.key));
  return decided.size === 0 ? -1 : after.findIndex((item) => waits(item) && decided.has(item.key));
}
