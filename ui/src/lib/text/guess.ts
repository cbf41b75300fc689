// What the words around a passage say of the commitment taken from it: how strongly it binds, whom, and whose
// bodies it names. Proposals only, for the form to begin with; the officer decides.
import type { Bound, Choice, Choices, Strength } from '$lib/bridge/generated/wire';
import { findCues, strongestCue } from '$lib/commitment/cue';
import type { Range } from './layout';

const TOGETHER =
  /\b(both|each|two (?:sides|countries|delegations|governments|leaders|nations)|sides|parties|participants|leaders|ministers|delegations|governments|they|we|jointly|each other)\b/i;

/** Whether a name stands in the text as a word of its own. Codes of two letters ("US") mind their case. */
function names(text: string, name: string): boolean {
  if (name.length < 2) return false;
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const flags = name.length <= 3 ? 'u' : 'iu';
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, flags).test(text);
}

/** The first words of a choice's hint and its label: `United States`, `US`, and `U.S.` where the code has two letters. */
function partyNames(party: Choice): string[] {
  const own = [party.label, ...party.hint.split(/[·,]/).map((h) => h.trim())].filter(Boolean);
  return own.flatMap((n) => (/^\p{Lu}{2}$/u.test(n) ? [n, `${n[0]}.${n[1]}.`] : [n]));
}

/** How strongly the passage binds: by its own verb, by the last one before it in its sentence, or by the next one. */
export function strengthOfPassage(body: string, passage: Range, sentence: Range): Strength | undefined {
  const own = strongestCue(body.slice(passage.start, passage.end));
  if (own) return own.strength;
  const before = findCues(body.slice(sentence.start, passage.start)).at(-1);
  return (before ?? findCues(body.slice(passage.end, sentence.end))[0])?.strength;
}

/** Who is bound, by the subject of the sentence; both sides where it names neither or both. */
export function boundBy(
  body: string,
  passage: Range,
  sentence: Range,
  choices: Choices,
  home: string,
): Bound {
  const words = body.slice(sentence.start, sentence.end);
  // The subject stands before the verb; where there is no verb, all that stands before the passage.
  const verb = findCues(words).find((c) => sentence.start + c.end > passage.start)?.start;
  const subject = words.slice(0, verb ?? Math.max(0, passage.start - sentence.start));
  if (TOGETHER.test(subject)) return 'both';
  const of = (ours: boolean) =>
    choices.parties.some((p) => (p.id === home) === ours && partyNames(p).some((n) => names(subject, n))) ||
    choices.bodies.some((b) => (b.party === home) === ours && names(subject, b.label));
  const [ours, theirs] = [of(true), of(false)];
  return ours === theirs ? 'both' : ours ? 'home' : 'partner';
}

/** Bodies that the passage calls by their short names, those of our side and those of the others. */
export function bodiesNamed(
  quote: string,
  choices: Choices,
  home: string,
): { ours: string[]; theirs: string[] } {
  const named = choices.bodies.filter((b) => !b.retired && names(quote, b.label));
  return {
    ours: named.filter((b) => b.party === home).map((b) => b.id),
    theirs: named.filter((b) => b.party !== home).map((b) => b.id),
  };
}
