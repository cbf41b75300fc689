// Lineages for the tests: as many things as wanted, each with what a test says of it.
import type { Lineage, LineageEdge, LineageNode } from '$lib/bridge/generated/wire';

export function node(title: string, column: number, rest: Partial<LineageNode> = {}): LineageNode {
  return {
    kind: 'commitment',
    opens: 'commitment',
    id: title,
    ref: '',
    title,
    quote: '',
    passage: null,
    on: null,
    when: '',
    state: 'in progress',
    delivery: 'amber',
    column,
    group: column,
    more: 0,
    ...rest,
  };
}

export function edge(from: number, to: number, words = 'reaffirmed by'): LineageEdge {
  return { from, to, links: ['reaffirmed'], words };
}

/** A visit with its statement → a promise → a memorandum → two promises, of which one is reaffirmed. */
export function chain(): Lineage {
  return {
    root: 3,
    leftOut: 0,
    nodes: [
      node('Visit', 0, { kind: 'meeting', opens: 'meeting', group: 0, on: '2011-05-01', when: 'May 2011' }),
      node('Statement', 0, {
        kind: 'statement',
        opens: 'text',
        passage: [5, 20],
        group: 0,
        on: '2011-05-01',
        when: 'May 2011',
      }),
      node('Draw up', 1, { ref: 'CYB-2011-001', group: 1, on: '2011-05-01', when: 'May 2011' }),
      node('Memorandum', 2, {
        kind: 'instrument',
        opens: 'instrument',
        ref: 'INS-2011-001',
        group: 2,
        on: '2011-07-19',
        when: '19 Jul 2011',
        state: 'operative',
        delivery: null,
      }),
      node('Practices', 3, { ref: 'CYB-2011-002', group: 3, on: '2011-07-19', when: '19 Jul 2011' }),
      node('Cooperation', 3, { ref: 'CYB-2011-003', group: 4, on: '2011-07-19', when: '19 Jul 2011' }),
      node('Robust', 4, { ref: 'CYB-2015-001', group: 5, on: '2015-08-14', when: '14 Aug 2015' }),
    ],
    edges: [
      edge(0, 1, 'issued'),
      edge(1, 2, 'origin of'),
      edge(2, 3, 'delivered by, shown by'),
      edge(2, 4, 'needed by'),
      edge(3, 4, 'origin of'),
      edge(3, 5, 'origin of'),
      edge(5, 6),
    ],
  };
}
