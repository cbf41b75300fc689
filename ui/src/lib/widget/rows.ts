// What a VirtualList lists: rows by their place, of which some may not have been read yet. A plain array is one; a
// list of a million rows that is read stretch by stretch is another.

/** Neighbours that stand under one head. */
export interface Group {
  /** What they have in common. */
  key: string;
  /** Its name, for a person. */
  label: string;
  /** The place of its first row, from 0. */
  first: number;
  /** How many rows it has, as far as is known. */
  count: number;
}

export interface Rows<T> {
  /** How many there are, as far as is known. */
  readonly length: number;
  readonly groups: readonly Group[];
  /** Another value means another list: it is looked at from its beginning. */
  readonly question: unknown;
  /** The row at a place; undefined where it has not been read. */
  at: (index: number) => T | undefined;
  /** Where the row with this key stands; -1 where that is not known. */
  indexOf: (key: string) => number;
  /** These places are about to be looked at. */
  want: (first: number, last: number) => void;
  /** All rows from one place to another, read where they must be; null where there are too many. */
  between: (first: number, last: number) => Promise<readonly T[] | null>;
}

/** Rows that are all there, those with the same word under one head. */
export function rowsOf<T>(
  items: readonly T[],
  key: (item: T) => string,
  group?: (item: T) => string,
): Rows<T> {
  const places = new Map(items.map((item, index) => [key(item), index]));
  const groups: Group[] = [];
  if (group) {
    items.forEach((item, first) => {
      const word = group(item);
      const last = groups.at(-1);
      if (last?.key === word) last.count += 1;
      else groups.push({ key: word, label: word, first, count: 1 });
    });
  }
  return {
    length: items.length,
    groups,
    question: null,
    at: (index) => items[index],
    indexOf: (name) => places.get(name) ?? -1,
    want: () => {},
    between: async (first, last) => items.slice(first, last + 1),
  };
}
