// A commitment while it is being entered or edited, and what the core is given of it. Pure: no component, no call.
import type {
  Bound,
  CommitmentDraft,
  CommitmentView,
  PassageDraft,
  Status,
  Strength,
} from '$lib/bridge/generated/wire';
import { strengthOf } from './cue';
import { dueDraft, type DueModel, emptyDue, isDueFault, proposedDue } from './due';
import { keysOf, ownerDraft, type OwnerKey, proposedKeys } from './owners';
import { titleFrom } from './wording';

/** What is known beforehand of a new commitment; everything else begins empty. */
export interface Prefill {
  title?: string;
  wording?: string;
  track?: string | null;
  bound?: Bound;
  strength?: Strength;
  madeOn?: string | null;
  /** The stretch of a text it is taken from, with its words. */
  passage?: (PassageDraft & { quote: string }) | null;
  lead?: OwnerKey[];
  counterpart?: OwnerKey[];
  /** Everything, as it was proposed and changed; what stands above goes over it. */
  model?: CommitmentModel;
}

export type Score = '-1' | '0' | '1';

export interface CommitmentModel {
  title: string;
  wording: string;
  track: string | null;
  bound: Bound;
  boundParties: string[];
  strength: Strength;
  meeting: string | null;
  instrument: string | null;
  madeOn: string | null;
  lead: OwnerKey[];
  supporting: OwnerKey[];
  counterpart: OwnerKey[];
  due: DueModel;
  status: Status;
  score: Score | null;
  note: string;
  marking: string[];
}

export function newModel(prefill: Prefill, meeting: string | null): CommitmentModel {
  const wording = prefill.passage?.quote ?? prefill.wording ?? '';
  if (prefill.model) return { ...prefill.model, wording };
  return {
    title: prefill.title ?? titleFrom(wording),
    wording,
    track: prefill.track ?? null,
    bound: prefill.bound ?? 'both',
    boundParties: [],
    strength: prefill.strength ?? strengthOf(wording) ?? 'firm',
    meeting,
    instrument: null,
    madeOn: prefill.madeOn ?? null,
    lead: prefill.lead ?? [],
    supporting: [],
    counterpart: prefill.counterpart ?? [],
    due: emptyDue(),
    status: 'not_started',
    score: null,
    note: '',
    marking: [],
  };
}

/** Begins where a proposal stands; nothing of it is lost on the way back to a draft. */
export function proposedModel(draft: CommitmentDraft): CommitmentModel {
  return {
    title: draft.title,
    wording: draft.wording,
    track: draft.track || null,
    bound: draft.bound,
    boundParties: [...draft.boundParties],
    strength: draft.strength,
    meeting: draft.meeting,
    instrument: draft.instrument,
    madeOn: draft.madeOn,
    lead: proposedKeys(draft.owners, 'lead'),
    supporting: proposedKeys(draft.owners, 'supporting'),
    counterpart: proposedKeys(draft.owners, 'counterpart'),
    due: proposedDue(draft.due),
    status: draft.status,
    score: draft.score === null ? null : (String(draft.score) as Score),
    note: draft.note,
    marking: [...draft.marking],
  };
}

export function editModel(view: CommitmentView): CommitmentModel {
  const { row } = view;
  return {
    title: row.title,
    wording: row.wording,
    track: row.track,
    bound: row.bound,
    boundParties: view.boundParties.map((p) => p.id),
    strength: row.strength,
    meeting: view.meeting?.id ?? null,
    instrument: view.instrument?.id ?? null,
    madeOn: row.madeOn,
    lead: keysOf(view.owners, 'lead'),
    supporting: keysOf(view.owners, 'supporting'),
    counterpart: keysOf(view.owners, 'counterpart'),
    due: emptyDue(),
    status: row.status,
    score: view.score === null ? null : (String(view.score) as Score),
    note: view.note,
    marking: view.marking.map((m) => m.id),
  };
}

export type Faults = Partial<Record<'title' | 'track' | 'boundParties', string>>;

/** What the fields still miss, each with a sentence. */
export function faultsOf(model: CommitmentModel): Faults {
  const faults: Faults = {};
  if (model.title.trim() === '') faults.title = 'Give it a short title of our own.';
  if (!model.track) faults.track = 'Choose the track; its code begins the reference.';
  if (model.bound === 'named' && model.boundParties.length === 0) {
    faults.boundParties = 'Name the parties that are bound.';
  }
  return faults;
}

/** What the core is given. `stored` is the commitment that is edited; its passage, due date and status stay. */
export function commitmentDraft(
  model: CommitmentModel,
  passage: PassageDraft | null,
  stored: { id: string; revision: number } | null,
): CommitmentDraft {
  const due = dueDraft(model.due);
  return {
    id: stored?.id ?? null,
    revision: stored?.revision ?? 0,
    title: model.title.trim(),
    wording: model.wording,
    track: model.track ?? '',
    bound: model.bound,
    boundParties: model.bound === 'named' ? model.boundParties : [],
    strength: model.strength,
    meeting: model.meeting,
    instrument: model.instrument,
    passage: stored || !passage ? null : { text: passage.text, start: passage.start, end: passage.end },
    madeOn: model.madeOn,
    owners: [
      ...model.lead.map((key) => ownerDraft('lead', key)),
      ...model.supporting.map((key) => ownerDraft('supporting', key)),
      ...model.counterpart.map((key) => ownerDraft('counterpart', key)),
    ],
    due: stored || isDueFault(due) ? { kind: 'none' } : due,
    status: model.status,
    score: model.score === null ? null : Number(model.score),
    note: model.note,
    marking: model.marking,
  };
}
