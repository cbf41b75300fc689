// A proposal for the short title of a commitment, from its words; the officer decides. What its verb proposes
// stands in cue.ts.

const LONGEST = 90;

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
