// Rows for tests: a commitment as the core would hand it out, with what a test cares about changed.
import type { CommitmentRow, DueView } from '$lib/bridge/generated/wire';

export function due(change: Partial<DueView> = {}): DueView {
  return {
    kind: 'day',
    on: '2015-06-30',
    label: '30 Jun 2015',
    meeting: null,
    event: null,
    months: null,
    firstOn: '2015-06-30',
    waits: null,
    slips: 0,
    wasOverdue: false,
    kept: 0,
    missed: 0,
    daysLeft: -51,
    overdue: true,
    ...change,
  };
}

export function commitment(change: Partial<CommitmentRow> = {}): CommitmentRow {
  return {
    id: 'c1',
    revision: 3,
    ref: 'CT-2011-001',
    title: 'Border management: exchange of officers',
    wording: 'increase cooperation on border management',
    track: 't1',
    bound: 'both',
    boundLabel: 'Both',
    strength: 'firm',
    madeOn: '2011-07-19',
    owner: 'MHA',
    counterpart: 'DHS',
    due: due(),
    status: 'in_progress',
    theirStatus: null,
    blocked: null,
    delivery: 'red',
    heard: { lamp: 'stale', days: 148, on: '2015-03-25', note: '' },
    raised: null,
    exceptions: ['overdue'],
    decision: null,
    ...change,
  };
}
