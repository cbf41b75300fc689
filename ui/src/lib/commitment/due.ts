// A due date while it is being entered: every kind's fields side by side, so that trying another kind loses
// nothing; and what the core is given of it.
import type { DueDraft, DueKind, DueView } from '$lib/bridge/generated/wire';

export interface DueModel {
  kind: DueKind;
  /** The date, the event's day, or the next recurrence. */
  on: string | null;
  meeting: string | null;
  event: string;
  /** As typed. */
  months: string;
}

export function emptyDue(): DueModel {
  return { kind: 'none', on: null, meeting: null, event: '', months: '12' };
}

/** Begins where the commitment stands. */
export function dueModel(due: DueView): DueModel {
  return {
    kind: due.kind,
    on: due.kind === 'meeting' ? null : due.on,
    meeting: due.meeting?.id ?? null,
    event: due.event ?? '',
    months: String(due.months ?? 12),
  };
}

/** Begins where a proposal stands. */
export function proposedDue(due: DueDraft): DueModel {
  const empty = { ...emptyDue(), kind: due.kind };
  switch (due.kind) {
    case 'none':
    case 'ongoing':
      return empty;
    case 'day':
      return { ...empty, on: due.on };
    case 'meeting':
      return { ...empty, meeting: due.meeting };
    case 'event':
      return { ...empty, event: due.event, on: due.on };
    case 'recurring':
      return { ...empty, months: String(due.months), on: due.on };
  }
}

export type DueFault = { field: 'on' | 'meeting' | 'event' | 'months'; sentence: string };

/** The draft, or what is still missing. Rules beyond completeness are the core's. */
export function dueDraft(model: DueModel): DueDraft | DueFault {
  const fault = (field: DueFault['field'], sentence: string): DueFault => ({ field, sentence });
  switch (model.kind) {
    case 'none':
    case 'ongoing':
      return { kind: model.kind };
    case 'day':
      return model.on ? { kind: 'day', on: model.on } : fault('on', 'Give the date, or choose another kind.');
    case 'meeting':
      return model.meeting
        ? { kind: 'meeting', meeting: model.meeting }
        : fault('meeting', 'Choose the meeting it follows.');
    case 'event':
      return model.event.trim()
        ? { kind: 'event', event: model.event.trim(), on: model.on }
        : fault('event', 'Name the event, as in COP 17.');
    case 'recurring': {
      const months = Number(model.months);
      if (!Number.isInteger(months) || months < 1 || months > 120) {
        return fault('months', 'Every 1 to 120 months, as a whole number.');
      }
      return model.on ? { kind: 'recurring', months, on: model.on } : fault('on', 'Give the next time.');
    }
  }
}

export function isDueFault(answer: DueDraft | DueFault): answer is DueFault {
  return 'sentence' in answer;
}
