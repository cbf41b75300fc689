// Where the cards of a lineage and the lines between them stand, in pixels. The columns come from the core, in the
// order of time; how the cards of a column follow one another and which way long lines take is d3-dag's work, which
// of the libraries we looked at (dagre, elkjs) is the one that takes columns as given. LineagePicture.svelte draws it.
import type { Lineage, LineageEdge } from '$lib/bridge/generated/wire';

export const CARD = { width: 182, height: 76 } as const;
/** Between columns: room for the words on a line. */
export const GAP = 90;
/** Between a meeting and what was put out or signed there. */
const JOINT = 22;
const BETWEEN = 14;
/** The head of the columns. */
export const HEAD = 30;
const EDGE = 4;
/** Between two lines that end at one card. */
const PORT = 22;
/** Room for a line to turn before a card. */
const TURN = 24;
/** Of more lines that end at one card, the words would lie on one another there. */
const LEGIBLE = 6;

export interface Card {
  at: number;
  x: number;
  y: number;
}

export interface Line {
  from: number;
  to: number;
  path: string;
  /** The words on it: above the line, and below it where there are more. */
  words: string[];
  /** Where they stand: at their end; at their beginning where the line goes down, or where many end at one card. */
  x: number;
  y: number;
  anchor: 'start' | 'end';
  /** Where it ends. */
  tip: [number, number];
  joint: boolean;
}

export interface Layout {
  width: number;
  height: number;
  cards: Card[];
  lines: Line[];
  /** Left edge of each column. */
  columns: number[];
}

/** A meeting with what came of it there; or one thing. */
interface Group {
  column: number;
  members: number[];
  height: number;
}

export async function layout(lineage: Lineage): Promise<Layout> {
  const { coordSimplex, graph, sugiyama } = await import('d3-dag');
  const groups = groupsOf(lineage);
  const groupAt = new Map<number, Group>();
  for (const group of groups) for (const member of group.members) groupAt.set(member, group);

  const dag = graph<Group, LineageEdge>();
  const nodeOf = new Map(groups.map((group) => [group, dag.node(group)]));
  const joined: LineageEdge[] = [];
  for (const edge of lineage.edges) {
    const [from, to] = [groupAt.get(edge.from), groupAt.get(edge.to)];
    const [source, target] = [from && nodeOf.get(from), to && nodeOf.get(to)];
    if (!source || !target) continue;
    if (source === target) joined.push(edge);
    else dag.link(source, target, edge);
  }
  // The library lays out from above; ours goes from left to right.
  const placed = sugiyama()
    .layering((all: { nodes: () => Iterable<{ y: number; data: Group }> }) => {
      let last = 0;
      for (const node of all.nodes()) {
        node.y = node.data.column;
        last = Math.max(last, node.y);
      }
      return last;
    })
    .coord(coordSimplex())
    .nodeSize(({ data }: { data: Group }) => [data.height, CARD.width] as const)
    .gap([BETWEEN, GAP])(dag);

  const columns: number[] = [];
  const cards: Card[] = [];
  for (const node of dag.nodes()) {
    const x = EDGE + node.y - CARD.width / 2;
    columns[node.data.column] = x;
    node.data.members.forEach((at, i) => {
      const y = HEAD + node.x - node.data.height / 2 + i * (CARD.height + JOINT);
      cards.push({ at, x, y });
    });
  }
  cards.sort((a, b) => a.at - b.at);
  const routes = new Map<LineageEdge, readonly (readonly [number, number])[]>();
  for (const link of dag.links()) routes.set(link.data, link.points);
  return {
    width: placed.height + 2 * EDGE,
    height: placed.width + HEAD + EDGE,
    cards,
    lines: [...between(lineage, cards, routes), ...joints(joined, cards)],
    columns,
  };
}

function groupsOf(lineage: Lineage): Group[] {
  const groups: Group[] = [];
  lineage.nodes.forEach((node, at) => {
    const group = (groups[node.group] ??= { column: node.column, members: [], height: 0 });
    group.members.push(at);
    group.height = group.members.length * (CARD.height + JOINT) - JOINT;
  });
  return groups.filter(Boolean);
}

/** The lines from one column to a later one: from the right edge of a card to the left edge of another. */
function between(
  lineage: Lineage,
  cards: readonly Card[],
  routes: ReadonlyMap<LineageEdge, readonly (readonly [number, number])[]>,
): Line[] {
  const edges = lineage.edges.filter((edge) => routes.has(edge));
  const lines: Line[] = [];
  for (const edge of edges) {
    const [from, to] = [cards[edge.from], cards[edge.to]];
    const points = routes.get(edge);
    if (!from || !to || !points) continue;
    // Lines that leave or reach one card stand apart, in the order in which they come.
    const leaving = edges.filter((e) => e.from === edge.from);
    const reaching = edges.filter((e) => e.to === edge.to);
    const early = reaching.length > LEGIBLE && leaving.length < reaching.length;
    const start = from.y + port(leaving, edge, (e) => cards[e.to]?.y ?? 0);
    const end = to.y + port(reaching, edge, (e) => cards[e.from]?.y ?? 0);
    let [x, y] = [from.x + CARD.width, start];
    let path = `M${x} ${y}`;
    // Level where the words stand.
    const ahead = (left: number): string => {
      if (!early || x !== from.x + CARD.width) return '';
      x = left - TURN;
      return `H${x}`;
    };
    // Past the columns between, a line runs level. Where several lines join two groups, the library puts points of
    // theirs into the gaps as well: those are no columns.
    for (const [middle, column] of points.slice(1, -1)) {
      const left = EDGE + column - CARD.width / 2;
      if (left < x || left + CARD.width > to.x) continue;
      const level = HEAD + middle;
      path += ahead(left) + curve(x, y, left, level) + `H${left + CARD.width}`;
      [x, y] = [left + CARD.width, level];
    }
    path += ahead(to.x - 1) + curve(x, y, to.x - 1, end);
    lines.push({
      from: edge.from,
      to: edge.to,
      path,
      words: wordsOf(edge),
      x: early ? from.x + CARD.width + 6 : to.x - 9,
      y: early ? start : end,
      anchor: early ? 'start' : 'end',
      tip: [to.x, end],
      joint: false,
    });
  }
  return lines;
}

/** How far below the top of a card one of its lines begins or ends. */
function port(edges: LineageEdge[], edge: LineageEdge, order: (edge: LineageEdge) => number): number {
  const sorted = [...edges].sort((a, b) => order(a) - order(b) || a.from - b.from || a.to - b.to);
  const step = Math.min(PORT, (CARD.height - 16) / Math.max(1, sorted.length - 1));
  return CARD.height / 2 + (sorted.indexOf(edge) - (sorted.length - 1) / 2) * step;
}

function curve(x: number, y: number, toX: number, toY: number): string {
  // Level where the words stand, so that they can be read.
  const bend = Math.min(20, (toX - x) / 2);
  return `C${x + bend} ${y} ${x + bend * 0.1} ${toY} ${x + bend * 1.1} ${toY}H${toX}`;
}

function wordsOf(edge: LineageEdge): string[] {
  const [first = '', ...rest] = edge.words.split(', ');
  return rest.length > 0 ? [`${first},`, rest.join(', ')] : [first];
}

/** The lines from a meeting down to what came of it there. */
function joints(edges: readonly LineageEdge[], cards: readonly Card[]): Line[] {
  return edges.flatMap((edge) => {
    const to = cards[edge.to];
    if (!to) return [];
    const x = to.x + 18;
    return [
      {
        from: edge.from,
        to: edge.to,
        path: `M${x} ${to.y - JOINT}V${to.y - 1}`,
        words: [edge.words],
        x: x + 7,
        y: to.y - JOINT / 2 + 4,
        anchor: 'start' as const,
        tip: [x, to.y] as [number, number],
        joint: true,
      },
    ];
  });
}
