// What can be read from the words of a promise while it is entered: a proposal for the short title and for the
// strength of the verb. Proposals only; the officer decides.
import type { Strength } from '$lib/bridge/generated/wire';

const LONGEST = 90;

// Soft before intent before firm: "look forward to exploring how they will" binds nobody yet.
const CUES: readonly (readonly [Strength, RegExp])[] = [
  [
    'soft',
    /\b(look(s|ed|ing)? forward|explor(e|es|ed|ing)|consider(s|ed|ing)?|st(and|ands|ood) ready|encourag(e|es|ed|ing)|welcom(e|es|ed|ing))\b/i,
  ],
  ['intent', /\b(intend(s|ed|ing)?|plan(s|ned|ning)?|aim(s|ed|ing)?|seek(s|ing)?|sought)\b/i],
  [
    'firm',
    /\b(shall|will|commit(s|ted|ting)?|decid(e|es|ed|ing)|agree(s|d|ing)?|undert(ake|akes|ook|aken|aking)|pledg(e|es|ed|ing))\b/i,
  ],
];

/** The strength of the verb, where a cue word shows it. */
export function strengthOf(wording: string): Strength | null {
  return CUES.find(([, cue]) => cue.test(wording))?.[0] ?? null;
}

/** The first words of the wording, cut between words and begun with a capital. */
export function titleFrom(wording: string): string {
  const line = wording
    .replace(/\s+/g, ' ')
    .replace(/^[\s…."“”'’(]+/u, '')
    .trim();
  const whole = line.length <= LONGEST ? line : line.slice(0, line.lastIndexOf(' ', LONGEST));
  const cut = (whole || line.slice(0, LONGEST)).replace(/[\s,;:.–—-]+$/u, '');
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}
