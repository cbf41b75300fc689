// The columns of every list of commitments; CommitmentCells fills them. Narrow lists keep what decides: what it is,
// who owes it, by when, how fresh our knowledge is.
import type { Column } from '$lib/widget/columns';

export const commitmentColumns: readonly Column[] = [
  { id: 'lamp', label: 'Delivery', width: '14px', hideLabel: true },
  { id: 'what', label: 'Commitment', width: 'minmax(0, 1fr)' },
  { id: 'who', label: 'Bound, owners', width: 'minmax(104px, 0.34fr)', from: 520 },
  { id: 'due', label: 'Due', width: '116px' },
  { id: 'heard', label: 'Heard', width: '50px', from: 440 },
  { id: 'raised', label: 'Last raised', width: 'minmax(96px, 0.22fr)', from: 900 },
  { id: 'status', label: 'Status', width: '92px', from: 640 },
];
