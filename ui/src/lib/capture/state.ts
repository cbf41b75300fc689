// What the workbench tells the head of its page.
import type { Counts } from './items';

export interface BenchState {
  counts: Counts;
  /** Enters all firm ones in one act; null while that cannot be done. */
  acceptFirm: (() => void) | null;
}
