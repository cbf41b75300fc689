// Candidates for the tests of this folder: invented sentences, with everything proposed that a reading proposes.
import type { CandidateView, CaptureView } from '$lib/bridge/generated/wire';
import type { Stretch } from '$lib/bridge/generated/wire';

export const BODY =
  'Both sides will set up a joint desk by 31 March. They intend to exchange officers and to train them.\n' +
  'The experts met in May. Both sides look forward to the next round.';

export function at(words: string): Stretch {
  const start = BODY.indexOf(words);
  return { start, end: start + words.length };
}

export function candidate(words: string, change: Partial<CandidateView> = {}): CandidateView {
  const where = at(words);
  return {
    at: where,
    quote: words,
    leadIn: null,
    leadInWords: '',
    class: 'commitment',
    state: 'waiting',
    cue: { start: where.start, end: where.start + 4 },
    cueWords: words.slice(0, 4),
    rule: 'firm.will',
    confidence: 90,
    boundLabel: 'Both',
    dueAt: null,
    dueWords: '',
    dueLabel: '',
    trackReason: '',
    ownersReason: '',
    acts: [],
    draft: {
      id: null,
      revision: 0,
      title: words.slice(0, 20),
      wording: words,
      track: 'track',
      bound: 'both',
      boundParties: [],
      strength: 'firm',
      meeting: null,
      instrument: null,
      passage: { text: 'text', ...where },
      madeOn: null,
      owners: [{ role: 'lead', body: 'cert', person: null }],
      due: { kind: 'none' },
      status: 'not_started',
      score: null,
      note: '',
      marking: [],
    },
    like: [],
    entered: null,
    verdict: null,
    ...change,
  };
}

const DESK = 'Both sides will set up a joint desk by 31 March.';
const OFFICERS = 'They intend to exchange officers and to train them.';
const MET = 'The experts met in May.';
const NEXT = 'Both sides look forward to the next round.';

export const WORDS = { DESK, OFFICERS, MET, NEXT };

/** A reading of four sentences, of which three wait; each may be read otherwise. */
export function reading(
  changes: Partial<Record<keyof typeof WORDS, Partial<CandidateView>>> = {},
): CaptureView {
  const soft = { ...candidate(NEXT).draft, strength: 'soft' as const };
  return {
    text: 'text',
    parties: [],
    candidates: [
      candidate(DESK, changes.DESK),
      candidate(OFFICERS, {
        acts: [at('They intend to exchange officers'), at('to train them.')],
        ...changes.OFFICERS,
      }),
      candidate(MET, { class: 'delivered', ...changes.MET }),
      candidate(NEXT, { draft: soft, ...changes.NEXT }),
    ],
    remaining: 3,
    remainingFirm: 2,
    problem: null,
  };
}
