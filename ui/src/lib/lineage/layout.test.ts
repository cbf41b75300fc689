import { describe, expect, it } from 'vitest';
import { step } from './keys';
import { CARD, GAP, HEAD, layout } from './layout';
import { chain, edge, node } from './sample';

describe('layout', () => {
  it('puts columns from left to right, and nothing on top of anything', async () => {
    const found = await layout(chain());
    expect(found.cards.map((c) => c.at)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([...found.columns].sort((a, b) => a - b)).toEqual(found.columns);
    chain().nodes.forEach((n, at) => expect(found.cards[at]?.x).toBe(found.columns[n.column]));
    for (const one of found.cards) {
      expect(one.y).toBeGreaterThanOrEqual(HEAD);
      expect(one.y + CARD.height).toBeLessThanOrEqual(found.height);
      expect(one.x + CARD.width).toBeLessThanOrEqual(found.width);
      for (const other of found.cards) {
        if (one.at >= other.at || one.x !== other.x) continue;
        expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(CARD.height);
      }
    }
  });

  it('draws a line for every edge, with its words; a meeting and its statement are joined in one column', async () => {
    const found = await layout(chain());
    expect(found.lines.length).toBe(chain().edges.length);
    const joint = found.lines.find((l) => l.joint);
    expect([joint?.from, joint?.to, joint?.words]).toEqual([0, 1, ['issued']]);
    expect(found.cards[0]?.x).toBe(found.cards[1]?.x);
    const two = found.lines.find((l) => l.from === 2 && l.to === 3);
    expect(two?.words).toEqual(['delivered by,', 'shown by']);
  });

  it('leads a long line past the cards between', async () => {
    const lineage = chain();
    lineage.edges.push(edge(1, 6));
    const found = await layout(lineage);
    const long = found.lines.find((l) => l.from === 1 && l.to === 6);
    const levels = [...(long?.path ?? '').matchAll(/ ([\d.]+)H([\d.]+)/g)].map(([, y, x]) => [
      Number(y),
      Number(x),
    ]);
    for (const [y = 0, x = 0] of levels) {
      const crossed = found.cards.filter((c) => c.x + CARD.width === x && y > c.y && y < c.y + CARD.height);
      expect(crossed).toEqual([]);
    }
  });

  it('ends each line at its card, also where several join the same two groups', async () => {
    const lineage = chain();
    lineage.edges.push(edge(0, 2, 'raised at'), edge(1, 3), edge(0, 3, 'raised at'));
    const found = await layout(lineage);
    for (const line of found.lines.filter((l) => !l.joint)) {
      const [from, to] = [found.cards[line.from], found.cards[line.to]];
      const across = [...line.path.matchAll(/[MCH ](-?[\d.]+) (?=-?[\d.]+)|H(-?[\d.]+)/g)].map((m) =>
        Number(m[1] ?? m[2]),
      );
      expect(Math.min(...across)).toBe((from?.x ?? 0) + CARD.width);
      expect(Math.max(...across)).toBe((to?.x ?? 0) - 1);
      expect(line.path.endsWith(`H${(to?.x ?? 0) - 1}`)).toBe(true);
    }
  });

  it('keeps words apart where many lines end at one card', async () => {
    const count = 9;
    const nodes = Array.from({ length: count }, (_, at) => node(`N${at}`, Math.floor(at / 3), { group: at }));
    const hub = node('Hub', 3, { group: count });
    const edges = nodes.map((_, at) => edge(at, count));
    const found = await layout({ root: count, leftOut: 0, nodes: [...nodes, hub], edges });
    const places = found.lines.map((l) => [l.x, l.y] as const);
    places.forEach(([x, y], at) =>
      places.slice(at + 1).forEach(([otherX, otherY]) => {
        expect(Math.abs(x - otherX) >= GAP || Math.abs(y - otherY) >= 12).toBe(true);
      }),
    );
    for (const line of found.lines) {
      expect(line.path.endsWith(`H${(found.cards[count]?.x ?? 0) - 1}`)).toBe(true);
      expect(line.tip[0]).toBe(found.cards[count]?.x);
    }
  });

  it('stays readable with twenty and takes forty', async () => {
    const many = (count: number) => ({
      root: 0,
      leftOut: 0,
      nodes: Array.from({ length: count }, (_, at) => node(`N${at}`, Math.floor(at / 4), { group: at })),
      edges: Array.from({ length: count - 4 }, (_, at) => edge(at, at + 4)),
    });
    const twenty = await layout(many(20));
    expect(twenty.height).toBeLessThan(420);
    const forty = await layout(many(40));
    expect(forty.cards.length).toBe(40);
  });

  it('shows one alone', async () => {
    const found = await layout({ root: 0, leftOut: 0, nodes: [node('Alone', 0)], edges: [] });
    expect([found.cards.length, found.lines.length]).toEqual([1, 0]);
  });
});

describe('step', () => {
  it('leads along the lines, up and down a column, and to both ends', async () => {
    const lineage = chain();
    const { cards } = await layout(lineage);
    const go = (at: number, key: string) => step(lineage, cards, at, key);
    expect(go(3, 'ArrowLeft')).toBe(2);
    expect(go(2, 'ArrowLeft')).toBe(1);
    expect(go(1, 'ArrowUp')).toBe(0);
    expect(go(0, 'ArrowDown')).toBe(1);
    expect(go(2, 'ArrowRight')).toBe(3);
    expect(go(5, 'ArrowRight')).toBe(6);
    expect(go(6, 'ArrowLeft')).toBe(5);
    expect([go(4, 'ArrowDown'), go(4, 'ArrowUp')]).toContain(5);
    expect([go(3, 'Home'), go(3, 'End')]).toEqual([0, 6]);
    // From what leads no further, still to the nearest that way; and nowhere past the edge.
    expect(go(4, 'ArrowRight')).toBe(6);
    expect(go(0, 'ArrowRight')).toBe(2);
    expect([go(0, 'ArrowLeft'), go(6, 'ArrowRight'), go(3, 'x')]).toEqual([null, null, null]);
  });

  it('reaches everything', async () => {
    const lineage = chain();
    const { cards } = await layout(lineage);
    const seen = new Set([lineage.root]);
    for (const at of seen)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const to = step(lineage, cards, at, key);
        if (to !== null) seen.add(to);
      }
    expect(seen.size).toBe(lineage.nodes.length);
  });
});
