// What the list beside a text shows, in the order of the text: its candidates, and what was taken by hand besides. Pure.
import type { Look, Spot, Taken } from '$lib/text/marks';
import type { Layout } from '$lib/text/layout';
import { type Item, open, strengthOf } from './items';

/** A candidate by its place among the items, or a commitment taken by hand. */
export type Row = { id: string; place: number } | { id: string; taken: Taken };

function lookOf(item: Item): Look {
  return item.view.class === 'commitment' ? strengthOf(item) : 'quiet';
}

// An item is never changed but replaced: what is drawn of it stays the same as long as it does.
const spots = new WeakMap<Item, Spot>();

function spotOf(item: Item, layout: Layout): Spot {
  const known = spots.get(item);
  if (known) return known;
  const spot: Spot = {
    key: item.key,
    look: lookOf(item),
    cue: item.view.cueWords ? layout.range(item.view.cue) : null,
    ...layout.range(item),
  };
  spots.set(item, spot);
  return spot;
}

/** The stretches to underline: of what is not decided yet. */
export function spotsOf(items: readonly Item[], layout: Layout): Spot[] {
  return items.filter((item) => open(item)).map((item) => spotOf(item, layout));
}

/** What was taken from the text, with what reaffirms and what the register is just being told of. */
export function takenWith(taken: readonly Taken[], items: readonly Item[], layout: Layout): Taken[] {
  const all = [...taken];
  const known = new Set(taken.map((t) => t.commitment));
  for (const item of items) {
    if (item.state !== 'taken' && item.state !== 'mentioned') continue;
    const { entered } = item.view;
    if (item.state === 'taken' && entered && known.has(entered.commitment)) continue;
    all.push({
      commitment: entered?.commitment || item.key,
      ref: entered?.ref || '…',
      title: entered?.title ?? item.view.draft.title,
      ...layout.range(item),
    });
  }
  return all;
}

export function rowsOf(items: readonly Item[], taken: readonly Taken[], layout: Layout): Row[] {
  const entered = new Set(items.flatMap((item) => (item.view.entered ? [item.view.entered.commitment] : [])));
  const own = taken
    .filter((t) => !entered.has(t.commitment))
    .map((t) => ({ start: layout.toScalar(t.start), row: { id: t.commitment, taken: t } satisfies Row }));
  own.sort((a, b) => a.start - b.start);
  const rows: Row[] = [];
  let next = 0;
  items.forEach((item, place) => {
    for (; next < own.length && (own[next]?.start ?? 0) < item.start; next += 1)
      rows.push(own[next]?.row as Row);
    rows.push({ id: item.key, place });
  });
  return [...rows, ...own.slice(next).map((o) => o.row)];
}
