// The question for what a party is bound by. Pure.
import type { CommitmentQuery } from '$lib/bridge/generated/wire';

/** Open commitments that bind this party, in the order of a review. */
export function boundBy(party: string): CommitmentQuery {
  return {
    frame: null,
    open: true,
    tracks: [],
    delivery: [],
    freshness: [],
    exceptions: [],
    onCourse: null,
    statuses: [],
    owner: null,
    party,
    meeting: null,
    dialogue: null,
    dueBefore: null,
    words: '',
    sort: 'review',
    after: null,
    limit: 200,
  };
}
