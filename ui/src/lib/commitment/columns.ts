// The columns a list of commitments can have; CommitmentCells fills them. Which of them are shown is chosen in the
// list's bar, stands in the address and is kept for the dossier.
import type { Sort } from '$lib/bridge/generated/wire';
import type { Column } from '$lib/widget/columns';

interface Offered extends Column {
  sort?: Sort;
  /** How wide it is at least, in pixels: what a list must have room for before it shows it. */
  least: number;
  /** Always shown. */
  fixed?: boolean;
  /** Shown unless something else is chosen. */
  usual?: boolean;
}

// Narrow lists keep what decides: what it is, who owes it, by when, how fresh our knowledge is.
export const offeredColumns: readonly Offered[] = [
  { id: 'lamp', label: 'Delivery', width: '14px', hideLabel: true, least: 14, fixed: true },
  { id: 'ref', label: 'Reference', width: '112px', sort: 'ref', least: 112 },
  {
    id: 'what',
    label: 'Commitment',
    width: 'minmax(0, 1fr)',
    sort: 'title',
    least: 220,
    fixed: true,
  },
  { id: 'track', label: 'Track', width: 'minmax(90px, 0.22fr)', sort: 'track', least: 90 },
  {
    id: 'who',
    label: 'Bound, owners',
    width: 'minmax(104px, 0.34fr)',
    sort: 'bound',
    from: 520,
    least: 104,
    usual: true,
  },
  { id: 'owner', label: 'Owner', width: 'minmax(90px, 0.24fr)', sort: 'owner', least: 90 },
  { id: 'strength', label: 'Strength', width: '78px', sort: 'strength', least: 78 },
  { id: 'made', label: 'Made', width: '92px', sort: 'made', least: 92 },
  { id: 'due', label: 'Due', width: '116px', sort: 'due', least: 116, usual: true },
  { id: 'slips', label: 'Slips', width: '46px', sort: 'slips', align: 'end', least: 46 },
  { id: 'heard', label: 'Heard', width: '54px', sort: 'heard', from: 440, least: 54, usual: true },
  {
    id: 'raised',
    label: 'Last raised',
    width: 'minmax(96px, 0.22fr)',
    sort: 'raised',
    from: 900,
    least: 96,
    usual: true,
  },
  { id: 'status', label: 'Status', width: '92px', sort: 'status', from: 640, least: 92, usual: true },
];

const GAP = 12;
const usual = offeredColumns.filter((c) => c.usual).map((c) => c.id);

/** The columns as usual. */
export const commitmentColumns: readonly Column[] = offeredColumns.filter((c) => c.fixed || c.usual);

/**
 * Those of a review before a meeting: what was decided stands at the end, and what is known anyway makes room for it on
 * narrow lists.
 */
export const reviewColumns: readonly Column[] = [
  ...commitmentColumns.map((c) =>
    c.id === 'status' ? { ...c, from: 760 } : c.id === 'raised' ? { ...c, from: 1010 } : c,
  ),
  { id: 'decision', label: 'Decision', width: '104px', from: 560 },
];

/** Those one can choose from. */
export const choosable = offeredColumns.filter((c) => !c.fixed);

/** The columns chosen, in their order; where there is no room for all, those that stand first are shown. */
export function columnsOf(chosen: readonly string[] | null): readonly Column[] {
  if (chosen === null) return commitmentColumns;
  const shown = offeredColumns.filter((c) => c.fixed || chosen.includes(c.id));
  let room = shown.reduce((sum, c) => sum + (c.fixed ? c.least + GAP : 0), 0);
  return shown.map((column) => {
    if (column.fixed) return column;
    room += column.least + GAP;
    return { ...column, from: room };
  });
}

/** Which columns are chosen after one was taken in or out; null is as usual. */
export function toggled(chosen: readonly string[] | null, id: string): string[] | null {
  const now = new Set(chosen ?? usual);
  if (!now.delete(id)) now.add(id);
  return same(now, usual) ? null : choosable.map((c) => c.id).filter((c) => now.has(c));
}

export function isChosen(chosen: readonly string[] | null, id: string): boolean {
  return (chosen ?? usual).includes(id);
}

/** Reads the address: ids with commas between them. What names no column is left out; nothing is as usual. */
export function readColumns(given: string): string[] | null {
  const ids = given.split(',');
  const known = choosable.map((c) => c.id).filter((id) => ids.includes(id));
  if (known.length === 0 && given !== 'none') return null;
  return same(new Set(known), usual) ? null : known;
}

export function writeColumns(chosen: readonly string[] | null): string {
  return chosen === null ? '' : chosen.length === 0 ? 'none' : chosen.join(',');
}

function same(one: ReadonlySet<string>, other: readonly string[]): boolean {
  return one.size === other.length && other.every((id) => one.has(id));
}

const PLACE = 'rapporteur.columns';

/** The columns last chosen in a dossier. */
export function keptColumns(dossier: string): string {
  return all()[dossier] ?? '';
}

export function keepColumns(dossier: string, chosen: readonly string[] | null): void {
  const kept = all();
  const written = writeColumns(chosen);
  if (written) kept[dossier] = written;
  else delete kept[dossier];
  try {
    localStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // Without storage the choice holds while the address does.
  }
}

function all(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, string>) : {};
  } catch {
    return {};
  }
}
