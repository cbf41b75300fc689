// The ledger's words, and where its numbers lead. Pure.
import type { Bound, LedgerCell } from '$lib/bridge/generated/wire';

export type LedgerMeasure = 'open' | 'overdue' | 'kept' | 'notKept';

export const LEDGER_MEASURES: readonly { id: LedgerMeasure; label: string }[] = [
  { id: 'open', label: 'open' },
  { id: 'overdue', label: 'overdue' },
  { id: 'kept', label: 'kept' },
  { id: 'notKept', label: 'not kept' },
];

export const sideWords: Record<Bound, string> = {
  home: 'We owe',
  partner: 'They owe',
  both: 'Both owe',
  named: 'Named parties owe',
};

const asked: Record<Bound, string> = { home: 'us', partner: 'them', both: 'both', named: 'named' };

/** The address of the list of what a number counts. */
export function listOf(
  track: string | null,
  side: Bound,
  measure: LedgerMeasure,
): Record<string, string | undefined> {
  const owed = `bound:${asked[side]}`;
  const params = { track: track ?? undefined };
  switch (measure) {
    case 'open':
      return { ...params, q: owed };
    case 'overdue':
      return { ...params, q: `${owed} overdue` };
    case 'kept':
      return { ...params, show: 'closed', q: `${owed} status:fulfilled` };
    case 'notKept':
      return { ...params, show: 'closed', q: `${owed} status:not-fulfilled` };
  }
}

/** `67 %`; none where nothing had a date. */
export function shareInTime({ dated, inTime }: LedgerCell): string | null {
  return dated === 0 ? null : `${Math.floor((inTime * 100) / dated)} %`;
}
