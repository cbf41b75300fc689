// Where a long paper breaks into sheets. The webview repeats neither the head of a table nor anything else from sheet
// to sheet, and a marking must stand on every one: so the sheets are made here. Pure; Printable measures and draws.

/** Something that is not cut: a row, a heading, a paragraph. */
export interface Piece {
  height: number;
  /** Stays with what follows, as a heading does. */
  binds: boolean;
  /** Rows of one table bear its number; where a run of them begins, the table's head is printed above. */
  table: number | null;
  /** The height of that head. */
  head: number;
}

/**
 * The pieces of each sheet, by index. `first` is the room on the first sheet, `room` that on the others. A piece
 * higher than a sheet stands on one by itself and overflows it.
 */
export function breakIntoSheets(pieces: readonly Piece[], first: number, room: number): number[][] {
  const sheets: number[][] = [];
  let sheet: number[] = [];
  let left = first;

  for (let at = 0; at < pieces.length;) {
    const group = boundTogether(pieces, at);
    let needed = heightOf(pieces, group, sheet.at(-1));
    if (needed > left && sheet.length > 0) {
      sheets.push(sheet);
      sheet = [];
      left = room;
      needed = heightOf(pieces, group, undefined);
    }
    sheet.push(...group);
    left -= needed;
    at += group.length;
  }
  if (sheet.length > 0) sheets.push(sheet);
  return sheets;
}

/** The piece at `from` with those it stays with. */
function boundTogether(pieces: readonly Piece[], from: number): number[] {
  const group = [from];
  while (pieces[from]?.binds && from + 1 < pieces.length) group.push(++from);
  return group;
}

function heightOf(pieces: readonly Piece[], group: readonly number[], above: number | undefined): number {
  let height = 0;
  let before = above === undefined ? null : (pieces[above]?.table ?? null);
  for (const at of group) {
    const piece = pieces[at] as Piece;
    height += piece.height;
    if (piece.table !== null && piece.table !== before) height += piece.head;
    before = piece.table;
  }
  return height;
}
