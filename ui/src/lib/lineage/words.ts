// How a lineage reads: to the ear, in the head of its columns, and cut to the width of a card.
import { type Lineage, lineageKindWords, type LineageNode } from '$lib/bridge/generated/wire';
import type { Route } from '$lib/frame/route.svelte';

/** How wide some words are, in pixels. */
export type Measure = (words: string) => number;

/** What a thing is called in few words: its ref, or its title. */
export function shortName(node: LineageNode): string {
  return node.ref || node.title;
}

/** The page a thing opens: a statement at its very passage. */
export function routeOf(node: LineageNode): Route {
  const page =
    node.opens === 'instrument' || node.opens === 'meeting' || node.opens === 'text'
      ? node.opens
      : 'commitment';
  if (!node.passage) return { page, id: node.id };
  return { page, id: node.id, params: { at: `${node.passage[0]}-${node.passage[1]}` } };
}

/** What leads on from a thing, in words: `delivered by INS-2011-001; needed by CYB-2011-002`. */
export function onward(lineage: Lineage, at: number): string {
  return lineage.edges
    .filter((edge) => edge.from === at)
    .map((edge) => {
      const to = lineage.nodes[edge.to];
      return to ? `${edge.words} ${shortName(to)}` : edge.words;
    })
    .join('; ');
}

/** All of a thing for the ear: `CYB-2011-001 …, commitment, May 2011, fulfilled; delivered by INS-2011-001; 3 of 9`. */
export function spoken(lineage: Lineage, at: number): string {
  const node = lineage.nodes[at];
  if (!node) return '';
  const name = [node.ref, node.title].filter(Boolean).join(' ');
  const what = [name, lineageKindWords[node.kind], node.when || 'no day', node.state]
    .filter(Boolean)
    .join(', ');
  const more = node.more > 0 ? `${node.more} more not shown` : '';
  const place = `${at + 1} of ${lineage.nodes.length}`;
  return [what, onward(lineage, at), more, place].filter(Boolean).join('; ');
}

/** A sentence on the whole: what it shows, from when to when. */
export function description(lineage: Lineage): string {
  const root = lineage.nodes[lineage.root];
  const first = lineage.nodes[0];
  const last = lineage.nodes.at(-1);
  if (!root || !first || !last) return '';
  const from =
    first === root ? '' : ` It begins with ${shortName(first)}${first.when ? `, ${first.when}` : ''}.`;
  const to = last === root ? '' : ` It comes down to ${shortName(last)}${last.when ? `, ${last.when}` : ''}.`;
  const count = `${lineage.nodes.length} things from left to right in time.`;
  return `What led to ${shortName(root)} and what came of it: ${count}${from}${to}`;
}

/** The head over some columns. */
export interface Period {
  label: string;
  /** First and last column. */
  from: number;
  to: number;
}

/** When the things of each column were; neighbours of the same time have one head. */
export function periods(nodes: readonly LineageNode[]): Period[] {
  const columns: LineageNode[][] = [];
  for (const node of nodes) (columns[node.column] ??= []).push(node);
  const found: Period[] = [];
  columns.forEach((held, column) => {
    const label = periodOf(held);
    const before = found.at(-1);
    if (before?.label === label) before.to = column;
    else found.push({ label, from: column, to: column });
  });
  return found;
}

function periodOf(nodes: readonly LineageNode[]): string {
  const dated = nodes.filter((node) => node.on !== null);
  const first = dated[0];
  const last = dated.at(-1);
  if (!first || !last) return 'no day';
  if (dated.every((node) => node.when === first.when)) return first.when;
  const years = [first, last].map((node) => node.on?.slice(0, 4) ?? '');
  return years[0] === years[1] ? (years[0] ?? '') : years.join(' – ');
}

const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Words in lines of at most `width` pixels. What does not fit into `most` lines is cut with an ellipsis, between
 * letters as people see them: a vowel sign stays with its consonant.
 */
export function wrapped(words: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let rest = words.trim().replace(/\s+/g, ' ');
  while (rest && lines.length < most) {
    const end = rest.indexOf(' ') === -1 ? rest.length : rest.indexOf(' ');
    const word = rest.slice(0, end);
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      rest = rest.slice(end + 1);
    } else if (line) {
      if (lines.length === most - 1) break;
      lines.push(line);
      line = '';
    } else {
      // A word longer than a line is parted.
      if (lines.length === most - 1) break;
      const part = fitting(word, width, measure);
      lines.push(part);
      rest = rest.slice(part.length);
    }
  }
  if (!rest) return line ? [...lines, line] : lines;
  const all = line ? `${line} ${rest}` : rest;
  return [...lines, `${fitting(all, width - measure('…'), measure).trimEnd()}…`];
}

/** The longest beginning of some words that is no wider; one letter at least. */
function fitting(words: string, width: number, measure: Measure): string {
  let fits = '';
  for (const { segment } of clusters.segment(words)) {
    if (fits && measure(fits + segment) > width) break;
    fits += segment;
  }
  return fits;
}
