// How candidates and the counts of a text read on the screen.
import { type CandidateState, type CandidateView, strengthWords } from '$lib/bridge/generated/wire';
import { plural } from '$lib/widget/english';
import { type Counts, type Item, strengthOf } from './items';

/** `7 of 19 remain, 5 firm`. */
export function remainLine(counts: Counts): string {
  if (counts.all === 0) return 'Nothing proposed';
  if (counts.remain === 0) return `All ${counts.all} decided`;
  return `${counts.remain} of ${counts.all} remain, ${counts.firm} firm`;
}

/** What became of the others, and what is shown without being proposed. */
export function restLine(counts: Counts): string {
  const shown = [
    counts.delivered > 0 && `${counts.delivered} delivered`,
    counts.thirdParty > 0 && `${counts.thirdParty} of third parties`,
  ].filter(Boolean);
  return [
    counts.entered > 0 && `${counts.entered} entered`,
    counts.mentioned > 0 && `${plural(counts.mentioned, 'reaffirmation')}`,
    counts.skipped > 0 && `${counts.skipped} set aside`,
    shown.length > 0 && `${shown.join(', ')}: shown, not proposed`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The rule that fired, in words: `inherited.firm.look-forward` is a firm verb that stands in the lead-in. */
export function ruleWords(rule: string): string {
  // Anything else is a sentence already.
  if (!/^[\w.-]+$/.test(rule)) return rule;
  return rule
    .split('.')
    .map((word) => (word === 'inherited' ? 'from the lead-in' : word.replaceAll('-', ' ')))
    .join(' · ');
}

/** How sure the rule is, in a word and a figure. */
export function sureWords(percent: number): string {
  return `${percent >= 85 ? 'sure' : percent >= 60 ? 'fairly sure' : 'a guess'}, ${percent} %`;
}

export const stateWords: Record<CandidateState, string> = {
  waiting: '',
  taken: 'entered',
  mentioned: 'reaffirms',
  skipped: 'skipped',
  never: 'no commitment',
};

/** What a row says of a candidate below its title. */
export function secondLine(item: Item): string {
  const { view } = item;
  const head = classWords(view) ?? strengthWords[strengthOf(item)];
  return [head, view.cueWords && `“${view.cueWords}”`, view.boundLabel, view.dueLabel]
    .filter(Boolean)
    .join(' · ');
}

/** What a sentence is where it is no commitment of the parties. */
export function classWords(view: CandidateView): string | null {
  if (view.class === 'delivered') return 'already delivered';
  return view.class === 'third_party' ? 'promise of a third party' : null;
}
