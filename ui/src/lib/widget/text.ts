// Positions in text. The register counts Unicode scalar values, a JavaScript string counts UTF-16 units; here
// one becomes the other. Strings of the register hold no lone surrogates; one that does counts each as one.

function isPair(text: string, at: number): boolean {
  const high = text.charCodeAt(at);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** How many scalar values the text has. */
export function scalarLength(text: string): number {
  return toScalar(text, text.length);
}

/** The scalar offset of a UTF-16 offset. An offset inside a surrogate pair counts as the pair's beginning. */
export function toScalar(text: string, utf16: number): number {
  const end = Math.max(0, Math.min(utf16, text.length));
  let scalars = 0;
  let at = 0;
  while (at < end) {
    const step = isPair(text, at) ? 2 : 1;
    if (at + step > end) break;
    at += step;
    scalars += 1;
  }
  return scalars;
}

/** The UTF-16 offset of a scalar offset; past the end it is the end. */
export function toUtf16(text: string, scalar: number): number {
  let at = 0;
  for (let n = 0; n < scalar && at < text.length; n += 1) at += isPair(text, at) ? 2 : 1;
  return at;
}

/** The stretch between two scalar offsets. */
export function sliceScalars(text: string, start: number, end: number): string {
  const from = toUtf16(text, start);
  return text.slice(from, from + toUtf16(text.slice(from), Math.max(0, end - start)));
}

/**
 * Where the user's selection lies inside `root`, in scalar values of the root's text, or null when nothing in it
 * is selected. White space at both ends is left out: a passage begins and ends with a word. Elements marked
 * `data-not-text` (paragraph numbers, say) do not count as text.
 */
export function selectedScalars(root: Element): { start: number; end: number; quote: string } | null {
  const selection = root.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;

  let text = '';
  let from: number | null = null;
  let to = 0;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('[data-not-text]')) continue;
    if (range.intersectsNode(node)) {
      const begin = node === range.startContainer ? range.startOffset : 0;
      const stop = node === range.endContainer ? range.endOffset : node.data.length;
      if (stop > begin) {
        from ??= text.length + begin;
        to = text.length + stop;
      }
    }
    text += node.data;
  }
  if (from === null) return null;
  const raw = text.slice(from, to);
  const quote = raw.trim();
  if (quote === '') return null;
  const lead = raw.length - raw.trimStart().length;
  const start = toScalar(text, from + lead);
  return { start, end: start + scalarLength(quote), quote };
}
