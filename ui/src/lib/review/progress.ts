// How far a review has come, from its counts. Pure.
import type { DecisionCounts, Tally } from '$lib/bridge/generated/wire';

export interface ReviewProgress {
  /** Open commitments that want a decision. */
  exceptions: number;
  /** Of those, decided. */
  decided: number;
  /** Of those, not yet. */
  left: number;
  /** What would pass in one stroke: what is on course and was not spoken about, and what somebody else proposed. */
  unopposed: number;
}

export function progressOf(counts: DecisionCounts, total: Tally): ReviewProgress {
  const decided = Math.min(counts.exceptions, total.exceptions);
  const onCourse = Math.max(0, total.onCourse - (counts.decided - counts.exceptions));
  return {
    exceptions: total.exceptions,
    decided,
    left: total.exceptions - decided,
    unopposed: onCourse + counts.toConfirm,
  };
}
