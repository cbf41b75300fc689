// Which rows of a list are in sight, where one of them is higher than the others. Pure.

export interface Shape {
  count: number;
  /** The height of every row but one. */
  row: number;
  /** The one that is higher; -1 where there is none. */
  tall: number;
  height: number;
}

export function topOf(shape: Shape, index: number): number {
  const more = shape.tall >= 0 && index > shape.tall ? shape.height - shape.row : 0;
  return index * shape.row + more;
}

export function totalOf(shape: Shape): number {
  return topOf(shape, shape.count);
}

/** The row at a distance from the top. */
export function rowAt(shape: Shape, offset: number): number {
  const last = Math.max(0, shape.count - 1);
  if (shape.tall >= 0 && offset >= topOf(shape, shape.tall)) {
    const below = offset - topOf(shape, shape.tall) - shape.height;
    return Math.min(last, below < 0 ? shape.tall : shape.tall + 1 + Math.floor(below / shape.row));
  }
  return Math.max(0, Math.min(last, Math.floor(offset / shape.row)));
}

/** The rows to draw: those in sight, some around them, and the tall one wherever it stands. */
export function rowsInSight(shape: Shape, from: number, height: number, around = 6): number[] {
  if (shape.count === 0) return [];
  const first = Math.max(0, rowAt(shape, from) - around);
  const last = Math.min(shape.count - 1, rowAt(shape, from + height) + around);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  if (shape.tall >= 0 && shape.tall < first) rows.unshift(shape.tall);
  else if (shape.tall > last) rows.push(shape.tall);
  return rows;
}

/** How far to scroll so that a row is in sight with some of what comes after it. */
export function scrollFor(shape: Shape, index: number, from: number, height: number): number {
  const top = topOf(shape, index);
  const own = index === shape.tall ? shape.height : shape.row;
  const margin = Math.max(0, Math.min(shape.row * 1.5, (height - own) / 2));
  if (top - margin < from || own > height) return Math.max(0, top - margin);
  if (top + own + margin > from + height) return top + own + margin - height;
  return from;
}
