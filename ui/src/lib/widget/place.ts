// Keeps a list that drops down beside the field it belongs to, also where the field stands in something that
// scrolls. Below when there is room, above otherwise, never wider than the window.
import type { Attachment } from 'svelte/attachments';

const GAP = 4;
const EDGE = 8;

/** Attach to the list; `anchor` is the field. The list must be `position: fixed`. */
export function beside(anchor: () => Element | null | undefined, highest = 320): Attachment<HTMLElement> {
  return (list) => {
    function place(): void {
      const at = anchor()?.getBoundingClientRect();
      if (!at) return;
      const below = innerHeight - at.bottom - GAP - EDGE;
      const above = at.top - GAP - EDGE;
      const up = below < Math.min(highest, 160) && above > below;
      const width = Math.min(Math.max(at.width, 220), innerWidth - 2 * EDGE);
      list.style.width = `${width}px`;
      list.style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE))}px`;
      list.style.maxHeight = `${Math.max(80, Math.min(highest, up ? above : below))}px`;
      list.style.top = up ? 'auto' : `${at.bottom + GAP}px`;
      list.style.bottom = up ? `${innerHeight - at.top + GAP}px` : 'auto';
    }
    place();
    // Capture: scrolling of any ancestor moves the field.
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  };
}
