// Where in a drawn text a point of the document lies, and back: between the browser's selection and offsets in
// the body. Blocks are the elements marked `data-block`; nothing outside them is text.
import type { Layout, Range } from './layout';

function blockOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-block]') ?? null;
}

function startOf(element: HTMLElement, layout: Layout): number {
  return layout.blocks[Number(element.dataset.block)]?.start ?? 0;
}

/** The offset of a point inside a block; null for a point outside the text. */
export function offsetOf(node: Node, offset: number, layout: Layout): number | null {
  const element = blockOf(node);
  if (!element) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return startOf(element, layout) + range.toString().length;
}

/** The stretch that is selected in the document, as far as it lies in the text. */
export function selectedRange(root: HTMLElement, layout: Layout): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const touched = [...root.querySelectorAll<HTMLElement>('[data-block]')].filter((b) =>
    range.intersectsNode(b),
  );
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const start = offsetOf(range.startContainer, range.startOffset, layout) ?? startOf(first, layout);
  const end =
    offsetOf(range.endContainer, range.endOffset, layout) ??
    startOf(last, layout) + (last.textContent ?? '').length;
  return start < end ? { start, end } : null;
}

/** The point of the document where an offset lies, if that part of the text is drawn. */
function pointAt(
  root: HTMLElement,
  offset: number,
  layout: Layout,
  side: 'start' | 'end',
): [Text, number] | null {
  const block = layout.blockAt(side === 'end' ? offset - 1 : offset);
  const element = block && root.querySelector(`[data-block="${block.index}"]`);
  if (!block || !element) return null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset - block.start;
  let last: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    last = node;
    if (left < node.data.length || (side === 'end' && left === node.data.length)) return [node, left];
    left -= node.data.length;
  }
  return last ? [last, last.data.length] : null;
}

/** Selects a stretch in the document, so that copying and screen readers have it; nothing where it is not drawn. */
export function selectInDocument(root: HTMLElement, range: Range, layout: Layout): void {
  const from = pointAt(root, range.start, layout, 'start');
  const to = pointAt(root, range.end, layout, 'end');
  if (from && to) document.getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
}
