// Where an arrow key leads: along the lines to what came of a thing or led to it, up and down within its column.
import type { Lineage } from '$lib/bridge/generated/wire';
import type { Card } from './layout';

/** The place that a key leads to from another; none where there is nothing that way, or the key is not ours. */
export function step(lineage: Lineage, cards: readonly Card[], at: number, key: string): number | null {
  const here = cards[at];
  if (!here) return null;
  const nearest = (places: readonly number[]): number | null => {
    let best: { place: number; far: number } | null = null;
    for (const place of places) {
      const card = cards[place];
      if (!card) continue;
      const far = Math.abs(card.x - here.x) * 2 + Math.abs(card.y - here.y);
      if (!best || far < best.far) best = { place, far };
    }
    return best?.place ?? null;
  };
  const beside = (direction: 1 | -1): number | null => {
    const along = lineage.edges.flatMap((edge) =>
      direction === 1 ? (edge.from === at ? [edge.to] : []) : edge.to === at ? [edge.from] : [],
    );
    const outside = along.filter((place) => cards[place]?.x !== here.x);
    // A meeting and its statement stand in one column: from the one, on along the lines of the other.
    if (outside.length > 0) return nearest(outside);
    return nearest(
      lineage.nodes
        .map((_, place) => place)
        .filter((place) => {
          const card = cards[place];
          return card && Math.sign(card.x - here.x) === direction;
        }),
    );
  };
  const inColumn = (direction: 1 | -1): number | null =>
    nearest(
      cards
        .filter((card) => card.x === here.x && Math.sign(card.y - here.y) === direction)
        .map((card) => card.at),
    );
  switch (key) {
    case 'ArrowRight':
      return beside(1);
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowDown':
      return inColumn(1);
    case 'ArrowUp':
      return inColumn(-1);
    case 'Home':
      return at === 0 ? null : 0;
    case 'End':
      return at === cards.length - 1 ? null : cards.length - 1;
    default:
      return null;
  }
}
