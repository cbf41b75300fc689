// A change of status while it is being entered, for one commitment or several; what the core is given of it, and
// what must be there before it is asked.
import type { CommitmentRow, Seen, Status, StatusDraft } from '$lib/bridge/generated/wire';
import { isOpen } from './words';

export interface StatusModel {
  /** None leaves it; for several that differ there is nothing to begin with. */
  status: Status | null;
  theirStatus: Status | null;
  blocked: boolean;
  blockedReason: string;
  on: string | null;
  evidence: string;
  evidenceText: string | null;
  evidenceFollowUp: string | null;
  evidenceInstrument: string | null;
}

type Standing = Pick<CommitmentRow, 'status' | 'theirStatus' | 'blocked'>;

function common<T>(values: readonly T[]): T | null {
  return values.length > 0 && values.every((v) => v === values[0]) ? (values[0] as T) : null;
}

export function statusModel(rows: readonly Standing[], day: string | null): StatusModel {
  const blocked = rows.length > 0 && rows.every((r) => r.blocked !== null);
  return {
    status: common(rows.map((r) => r.status)),
    theirStatus: common(rows.map((r) => r.theirStatus)),
    blocked,
    blockedReason: (blocked && common(rows.map((r) => r.blocked))) || '',
    on: day,
    evidence: '',
    evidenceText: null,
    evidenceFollowUp: null,
    evidenceInstrument: null,
  };
}

/** Whether the form asks for the day and for what shows it. */
export function closes(model: StatusModel, begin: StatusModel): boolean {
  return model.status !== null && model.status !== begin.status && !isOpen(model.status);
}

export type StatusFaults = Partial<Record<'nothing' | 'evidence' | 'blockedReason', string>>;

export function statusFaults(model: StatusModel, begin: StatusModel): StatusFaults {
  const faults: StatusFaults = {};
  const draft = statusDraft(model, begin, []);
  if (draft.status === null && draft.theirStatus === null && draft.blocked === null) {
    faults.nothing = 'Nothing is changed yet: choose our view, theirs, or whether it is blocked.';
  }
  if (model.blocked && model.blockedReason.trim() === '' && !closes(model, begin)) {
    faults.blockedReason = 'Say why it is blocked.';
  }
  const shown =
    model.evidence.trim() !== '' || model.evidenceText || model.evidenceFollowUp || model.evidenceInstrument;
  if (closes(model, begin) && model.status === 'fulfilled' && !shown) {
    faults.evidence =
      'Closing as fulfilled needs what shows it: a sentence, a text, an instrument, or one of its follow-ups.';
  }
  return faults;
}

/** Only what differs from the beginning is changed. */
export function statusDraft(
  model: StatusModel,
  begin: StatusModel,
  commitments: readonly Seen[],
): StatusDraft {
  const closing = closes(model, begin);
  const blocked =
    !closing &&
    (model.blocked !== begin.blocked || (model.blocked && model.blockedReason !== begin.blockedReason))
      ? model.blocked
      : null;
  return {
    commitments: [...commitments],
    status: model.status === begin.status ? null : model.status,
    theirStatus: model.theirStatus === begin.theirStatus ? null : model.theirStatus,
    blocked,
    blockedReason: blocked ? model.blockedReason.trim() : '',
    on: closing ? model.on : null,
    evidence: closing ? model.evidence : '',
    evidenceText: closing ? model.evidenceText : null,
    evidenceFollowUp: closing ? model.evidenceFollowUp : null,
    evidenceInstrument: closing ? model.evidenceInstrument : null,
  };
}
