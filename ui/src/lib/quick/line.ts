// The line of quick entry as the window handles it: what a chip points at, what it puts in, what is said now. Pure.
import type { QueryOffer, QueryProblem, QuickKind, QuickPart, QuickView } from '$lib/bridge/generated/wire';
import { toUtf16 } from '$lib/widget/text';

/** What opens a part that the line does not say yet. */
const OPENS: Partial<Record<QuickKind, string>> = {
  bound: '!',
  strength: '!',
  due: 'by ',
  track: '#',
  owner: '@',
  counterpart: '~',
};

/** Parts that can be added when the line does not say them, in their order. */
export const ADDED: readonly QuickKind[] = ['due', 'owner', 'counterpart'];

/** The line ready for a part to be typed over or added, and what is selected in it, in UTF-16 units. */
export function corrected(
  text: string,
  part: Pick<QuickPart, 'kind' | 'start' | 'end'>,
): { text: string; from: number; to: number } {
  if (part.start !== null && part.end !== null) {
    return { text, from: toUtf16(text, part.start), to: toUtf16(text, part.end) };
  }
  const opens = OPENS[part.kind];
  if (opens === undefined) return { text, from: 0, to: text.length };
  const before = text.trimEnd();
  const next = `${before}${before === '' ? '' : ' '}${opens}`;
  return { text: next, from: next.length, to: next.length };
}

/** What is missing from the line and could be added. */
export function missing(view: QuickView): QuickKind[] {
  return ADDED.filter((kind) => !view.parts.some((part) => part.kind === kind));
}

/** What is wrong, but for what is being typed at the cursor, unless one insists. Places are in scalar values. */
export function said(view: QuickView, cursor: number, insist: boolean): QueryProblem[] {
  return view.problems.filter((p) => insist || (p.end > p.start && (cursor <= p.start || cursor > p.end)));
}

/** What could stand at the cursor and does not stand there yet, however it is written. */
export function offered(text: string, view: QuickView): QueryOffer[] {
  const typed = text.slice(toUtf16(text, view.from), toUtf16(text, view.to)).toLowerCase();
  return view.offers.filter((offer) => offer.insert.trimEnd().toLowerCase() !== typed);
}
