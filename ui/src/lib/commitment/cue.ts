// The verbs that make a promise, and how strongly each binds. A proposal for whoever enters a commitment, in
// English texts only; elsewhere nothing is found and nothing is proposed.
import type { Strength } from '$lib/bridge/generated/wire';

/** Where it stands, in places of the text as JavaScript counts them. */
export interface Cue {
  start: number;
  end: number;
  strength: Strength;
  /** The verb as it stands in the text. */
  word: string;
}

// The scale of model.md; nouns of the same root ("commitment", "plan of action") bind nobody and are not here.
const VERBS: readonly [Strength, string][] = [
  ['soft', 'look(?:s|ed|ing)? forward to'],
  ['soft', 'explor(?:e|es|ed|ing)'],
  ['soft', 'consider(?:s|ed|ing)?'],
  ['soft', '(?:stand|stands|stood) ready'],
  ['intent', 'intend(?:s|ed|ing)?'],
  ['intent', '(?:plan|plans|planned|planning) (?:to|on|for)'],
  ['intent', 'aim(?:s|ed|ing)? (?:to|at)'],
  ['intent', '(?:seek|seeks|sought|seeking)(?: to)?'],
  ['intent', '(?:strive|strives|strove|endeavou?rs?|endeavou?red)'],
  ['intent', 'work(?:s|ed|ing)? towards?'],
  ['firm', 'shall'],
  ['firm', 'will(?! of\\b)'],
  ['firm', 'commit(?:s|ted|ting)?'],
  ['firm', 'decid(?:e|es|ed)'],
  ['firm', 'agree(?:s|d)?'],
  ['firm', '(?:undertake|undertakes|undertook|undertaken)'],
  ['firm', 'pledg(?:e|es|ed)'],
  ['firm', 'resolv(?:e|es|ed) to'],
];

const CUE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${VERBS.map(([, verb]) => `(${verb})`).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
const WEIGHT: Record<Strength, number> = { soft: 0, intent: 1, firm: 2 };
// "will jointly seek", "agreed to explore": at most this much may stand between the two verbs.
const BETWEEN = /^(?: \p{L}+)?(?: to)?(?: \p{L}+ly)? $/u;

/** Every binding verb of the text in its order; of two that belong together ("will seek") the one that says what is done. */
export function findCues(text: string): Cue[] {
  const found: Cue[] = [];
  for (const match of text.matchAll(CUE)) {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    const strength = VERBS[which]?.[0];
    if (!strength) continue;
    const cue = { start: match.index, end: match.index + match[0].length, strength, word: match[0] };
    const last = found.at(-1);
    if (last?.strength === 'firm' && strength !== 'firm' && BETWEEN.test(text.slice(last.end, cue.start))) {
      last.strength = strength;
      last.end = cue.end;
      last.word = text.slice(last.start, cue.end);
    } else found.push(cue);
  }
  return found;
}

/** The verb that says how strongly a passage binds: the strongest one, and of equals the first. */
export function strongestCue(text: string): Cue | null {
  return findCues(text).reduce<Cue | null>(
    (best, cue) => (best === null || WEIGHT[cue.strength] > WEIGHT[best.strength] ? cue : best),
    null,
  );
}

/** How strongly words bind, by their verbs; null without any. */
export function strengthOf(words: string): Strength | null {
  return strongestCue(words)?.strength ?? null;
}
