// A follow-up while it is being entered, and what the core is given of it.
import type { FollowUpDraft, FollowUpView, Status } from '$lib/bridge/generated/wire';

export interface FollowUpModel {
  note: string;
  day: string | null;
  reportedBy: string;
  ourStatus: Status | null;
  theirStatus: Status | null;
  nextStep: string;
  nextStepDue: string | null;
  evidence: string;
  marking: string[];
}

export function newFollowUp(day: string | null): FollowUpModel {
  return {
    note: '',
    day,
    reportedBy: '',
    ourStatus: null,
    theirStatus: null,
    nextStep: '',
    nextStepDue: null,
    evidence: '',
    marking: [],
  };
}

export function editFollowUp(view: FollowUpView): FollowUpModel {
  const { note, day, reportedBy, ourStatus, theirStatus, nextStep, nextStepDue, evidence, marking } = view;
  return {
    note,
    day,
    reportedBy,
    ourStatus,
    theirStatus,
    nextStep,
    nextStepDue,
    evidence,
    marking: marking.map((m) => m.id),
  };
}

/** An entry says something: words, or how one side sees it. */
export function saysSomething(model: FollowUpModel): boolean {
  return model.note.trim() !== '' || model.ourStatus !== null || model.theirStatus !== null;
}

export function followUpDraft(
  model: FollowUpModel,
  commitments: readonly string[],
  stored: { id: string; revision: number } | null,
  agendaItem: string | null,
  instrument: string | null = null,
): FollowUpDraft {
  return {
    id: stored?.id ?? null,
    revision: stored?.revision ?? 0,
    commitments: [...commitments],
    instrument,
    day: model.day,
    reportedBy: model.reportedBy.trim(),
    note: model.note,
    ourStatus: model.ourStatus,
    theirStatus: model.theirStatus,
    nextStep: model.nextStep.trim(),
    nextStepDue: model.nextStepDue,
    evidence: model.evidence,
    agendaItem,
    marking: model.marking,
  };
}
