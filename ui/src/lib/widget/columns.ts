// The columns of a VirtualList and which of them there is room for. Cells ask here where they stand.
import { getContext, setContext } from 'svelte';

export interface Column {
  id: string;
  label: string;
  /** A CSS grid track: `minmax(0, 1fr)`, `120px`. */
  width: string;
  align?: 'start' | 'end';
  /** Shown only where the list is at least so many pixels wide. */
  from?: number;
  /** The head is read aloud but not shown. */
  hideLabel?: boolean;
  /** The order in which its head sorts the list when it is pressed. */
  sort?: string;
}

/** The order a list is in. */
export interface Order {
  sort: string;
  descending: boolean;
}

export interface ColumnPlace {
  /** One-based grid column; null where there is no room for it. */
  at: (id: string) => number | null;
  align: (id: string) => 'start' | 'end';
}

const KEY = Symbol('columns');

export function provideColumns(place: ColumnPlace): void {
  setContext(KEY, place);
}

export function columnPlace(): ColumnPlace | undefined {
  return getContext<ColumnPlace | undefined>(KEY);
}
