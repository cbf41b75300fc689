// Generated from the core's wire shapes; `make types` writes it anew. Not to be edited.

/**
 * The nouns that are rows of their own; each word is also the name of its table.
 */
export type Noun = "dossier" | "marking" | "party" | "body" | "person" | "track" | "dialogue" | "meeting" | "attendance" | "agenda_item" | "corrigendum" | "meeting_move" | "text" | "passage" | "commitment" | "owner" | "due_change" | "period" | "link" | "raising" | "follow_up" | "decision" | "handover" | "mention" | "verdict" | "saved_view" | "brief_plan" | "kept_paper" | "instrument" | "instrument_party" | "instrument_act" | "instrument_link" | "delivered_by";

export const nounWords: Record<Noun, string> = {
  dossier: "dossier",
  marking: "marking",
  party: "party",
  body: "body",
  person: "person",
  track: "track",
  dialogue: "dialogue",
  meeting: "meeting",
  attendance: "attendance",
  agenda_item: "agenda item",
  corrigendum: "corrigendum",
  meeting_move: "move of a meeting",
  text: "text",
  passage: "passage",
  commitment: "commitment",
  owner: "owner",
  due_change: "change of due date",
  period: "report of a period",
  link: "link",
  raising: "mention at a meeting",
  follow_up: "follow-up",
  decision: "decision",
  handover: "handover",
  mention: "reaffirmation",
  verdict: "verdict on a candidate",
  saved_view: "saved view",
  brief_plan: "plan of a brief",
  kept_paper: "copy of a paper",
  instrument: "instrument",
  instrument_party: "party to an instrument",
  instrument_act: "act on an instrument",
  instrument_link: "link between instruments",
  delivered_by: "delivery by an instrument",
};

/**
 * What kind of subject of international law a party is.
 */
export type PartyKind = "state" | "organisation";

export const partyKindWords: Record<PartyKind, string> = {
  state: "state",
  organisation: "international organisation",
};

/**
 * The three separate axes of a marking; see <https://www.first.org/tlp/> for the last.
 */
export type MarkingAxis = "classification" | "handling" | "tlp";

export const markingAxisWords: Record<MarkingAxis, string> = {
  classification: "classification",
  handling: "handling",
  tlp: "TLP",
};

/**
 * Levels at which governments meet, lowest first. A commitment escalates to the next.
 */
export type Level = "working_group" | "joint_working_group" | "senior_officials" | "ministerial" | "summit";

export const levelWords: Record<Level, string> = {
  working_group: "working group or technical",
  joint_working_group: "joint working group",
  senior_officials: "senior officials",
  ministerial: "ministerial",
  summit: "summit",
};

/**
 * Whether a dialogue still meets.
 */
export type DialogueState = "active" | "dormant" | "concluded";

export const dialogueStateWords: Record<DialogueState, string> = {
  active: "active",
  dormant: "dormant",
  concluded: "concluded",
};

/**
 * Whether a meeting has taken place.
 */
export type MeetingState = "planned" | "held" | "postponed" | "cancelled";

export const meetingStateWords: Record<MeetingState, string> = {
  planned: "planned",
  held: "held",
  postponed: "postponed",
  cancelled: "cancelled",
};

/**
 * How the participants of a meeting came together.
 */
export type Mode = "in_person" | "video" | "telephone" | "hybrid" | "correspondence";

export const modeWords: Record<Mode, string> = {
  in_person: "in person",
  video: "by video",
  telephone: "by telephone",
  hybrid: "hybrid",
  correspondence: "by correspondence",
};

/**
 * How exactly a day is known. A source that names a month only is entered as that month.
 */
export type DayPrecision = "day" | "month";

export const dayPrecisionWords: Record<DayPrecision, string> = {
  day: "to the day",
  month: "to the month",
};

/**
 * What someone was at a meeting.
 */
export type AttendanceRole = "head" | "member" | "adviser" | "interpreter" | "note_taker";

export const attendanceRoleWords: Record<AttendanceRole, string> = {
  head: "head of delegation",
  member: "member",
  adviser: "adviser",
  interpreter: "interpreter",
  note_taker: "note-taker",
};

/**
 * The state of a meeting's record. A final record is frozen; corrigenda follow it.
 */
export type RecordState = "draft" | "final";

export const recordStateWords: Record<RecordState, string> = {
  draft: "draft",
  final: "final",
};

/**
 * What kind of paper a text is.
 */
export type TextKind = "joint_statement" | "press_release" | "press_report" | "minutes" | "instrument_text" | "note_verbale" | "non_paper" | "aide_memoire" | "other";

export const textKindWords: Record<TextKind, string> = {
  joint_statement: "joint statement",
  press_release: "press release",
  press_report: "press report",
  minutes: "minutes",
  instrument_text: "text of an instrument",
  note_verbale: "note verbale",
  non_paper: "non-paper",
  aide_memoire: "aide-mémoire",
  other: "other",
};

/**
 * What became of one period of a recurring commitment.
 */
export type Outcome = "kept" | "missed";

export const outcomeWords: Record<Outcome, string> = {
  kept: "kept",
  missed: "missed",
};

/**
 * How one period of a recurring commitment stands.
 */
export type PeriodState = "kept" | "missed" | "open" | "next";

export const periodStateWords: Record<PeriodState, string> = {
  kept: "kept",
  missed: "missed",
  open: "not reported",
  next: "next",
};

/**
 * Who owes a commitment.
 */
export type Bound = "both" | "home" | "partner" | "named";

export const boundWords: Record<Bound, string> = {
  both: "both sides",
  home: "us",
  partner: "them",
  named: "named parties",
};

/**
 * How strongly the verb binds.
 */
export type Strength = "firm" | "intent" | "soft";

export const strengthWords: Record<Strength, string> = {
  firm: "firm",
  intent: "intent",
  soft: "soft",
};

/**
 * By when a commitment is to be kept.
 */
export type DueKind = "none" | "day" | "meeting" | "event" | "recurring" | "ongoing";

export const dueKindWords: Record<DueKind, string> = {
  none: "no date",
  day: "on a date",
  meeting: "by a meeting",
  event: "by an outside event",
  recurring: "recurring",
  ongoing: "ongoing",
};

/**
 * Where a commitment stands.
 */
export type Status = "not_started" | "in_progress" | "delivered" | "fulfilled" | "not_fulfilled" | "dropped" | "superseded" | "suspended";

export const statusWords: Record<Status, string> = {
  not_started: "not started",
  in_progress: "in progress",
  delivered: "delivered, awaiting confirmation",
  fulfilled: "closed, fulfilled",
  not_fulfilled: "closed, not fulfilled",
  dropped: "dropped by agreement",
  superseded: "superseded",
  suspended: "suspended",
};

/**
 * What a body or person is to a commitment.
 */
export type OwnerRole = "lead" | "supporting" | "counterpart";

export const ownerRoleWords: Record<OwnerRole, string> = {
  lead: "lead",
  supporting: "supporting",
  counterpart: "counterpart",
};

/**
 * How one commitment stands to another.
 */
export type LinkKind = "reaffirms" | "supersedes" | "depends_on";

export const linkKindWords: Record<LinkKind, string> = {
  reaffirms: "reaffirms",
  supersedes: "supersedes",
  depends_on: "depends on",
};

/**
 * Delivery lamp: is it being done?
 */
export type Delivery = "red" | "amber" | "green" | "grey";

export const deliveryWords: Record<Delivery, string> = {
  red: "late, blocked or at risk",
  amber: "being carried out",
  green: "carried out",
  grey: "set aside",
};

/**
 * Freshness lamp: how old is our knowledge of it?
 */
export type Freshness = "fresh" | "ageing" | "stale";

export const freshnessWords: Record<Freshness, string> = {
  fresh: "fresh",
  ageing: "ageing",
  stale: "stale",
};

/**
 * Why a commitment is brought up in a review by exception.
 */
export type Exception = "overdue" | "blocked" | "due_before" | "stale" | "cancelled";

export const exceptionWords: Record<Exception, string> = {
  overdue: "overdue",
  blocked: "blocked",
  due_before: "due before",
  stale: "stale",
  cancelled: "its meeting was cancelled",
};

/**
 * What is to become of an open commitment at a coming meeting.
 */
export type DecisionKind = "deliver" | "announce" | "escalate" | "drop" | "hold";

export const decisionKindWords: Record<DecisionKind, string> = {
  deliver: "deliver",
  announce: "announce",
  escalate: "escalate",
  drop: "drop by agreement",
  hold: "hold",
};

/**
 * What an act did to the journal.
 */
export type ActKind = "done" | "undo" | "redo";

export const actKindWords: Record<ActKind, string> = {
  done: "done",
  undo: "undone",
  redo: "redone",
};

/**
 * What a sentence of a text turned out to be.
 */
export type CandidateClass = "commitment" | "third_party" | "delivered";

export const candidateClassWords: Record<CandidateClass, string> = {
  commitment: "commitment",
  third_party: "promise of a third party",
  delivered: "already delivered",
};

/**
 * What has been decided of a candidate.
 */
export type CandidateState = "waiting" | "taken" | "mentioned" | "skipped" | "never";

export const candidateStateWords: Record<CandidateState, string> = {
  waiting: "to decide",
  taken: "entered",
  mentioned: "entered as a reaffirmation",
  skipped: "skipped",
  never: "no commitment",
};

/**
 * Why a candidate is not entered.
 */
export type Judgement = "skipped" | "never";

export const judgementWords: Record<Judgement, string> = {
  skipped: "skipped",
  never: "no commitment, never again like this",
};

/**
 * What a part of a line of quick entry says.
 */
export type QuickKind = "title" | "bound" | "due" | "track" | "owner" | "counterpart" | "strength" | "meeting";

export const quickKindWords: Record<QuickKind, string> = {
  title: "title",
  bound: "bound",
  due: "due",
  track: "track",
  owner: "owner",
  counterpart: "counterpart",
  strength: "strength",
  meeting: "made at",
};

/**
 * How a run of words stands in two wordings.
 */
export type Likeness = "kept" | "old" | "new";

export const likenessWords: Record<Likeness, string> = {
  kept: "in both",
  old: "only in the old wording",
  new: "only in the new wording",
};

/**
 * In which way something differs on two days, in the order in which a comparison tells it.
 */
export type ComparedAs = "added" | "closed" | "reopened" | "slipped" | "redated" | "reworded" | "restated" | "reowned" | "otherwise" | "removed" | "instruments" | "meetings";

export const comparedAsWords: Record<ComparedAs, string> = {
  added: "Added",
  closed: "Closed",
  reopened: "Reopened",
  slipped: "Slipped",
  redated: "Due date changed",
  reworded: "Reworded",
  restated: "Status changed",
  reowned: "Owners changed",
  otherwise: "Changed otherwise",
  removed: "Removed",
  instruments: "Instruments",
  meetings: "Meetings",
};

/**
 * The papers that leave the register.
 */
export type PaperKind = "brief" | "record" | "matrix" | "chaser" | "instruments" | "outcome" | "handover" | "track" | "history" | "calendar";

export const paperKindWords: Record<PaperKind, string> = {
  brief: "brief",
  record: "record of discussion",
  matrix: "commitments matrix",
  chaser: "chaser sheet",
  instruments: "instruments",
  outcome: "outcome of the visit",
  handover: "handover note",
  track: "track report",
  history: "history of a commitment",
  calendar: "calendar",
};

/**
 * What a paper is written as; the word is the ending of its file's name.
 */
export type PaperForm = "pdf" | "docx" | "xlsx" | "md" | "ics";

export const paperFormWords: Record<PaperForm, string> = {
  pdf: "PDF",
  docx: "Word document",
  xlsx: "Excel workbook",
  md: "Markdown",
  ics: "calendar file",
};

/**
 * What kind of instrument it is, by its name.
 */
export type InstrumentType = "treaty" | "agreement" | "convention" | "protocol" | "memorandum_of_understanding" | "memorandum_of_cooperation" | "arrangement" | "exchange_of_notes" | "exchange_of_letters" | "letter_of_intent" | "charter" | "action_plan" | "joint_statement" | "joint_declaration" | "initiative" | "roadmap";

export const instrumentTypeWords: Record<InstrumentType, string> = {
  treaty: "treaty",
  agreement: "agreement",
  convention: "convention",
  protocol: "protocol",
  memorandum_of_understanding: "memorandum of understanding",
  memorandum_of_cooperation: "memorandum of cooperation",
  arrangement: "arrangement",
  exchange_of_notes: "exchange of notes",
  exchange_of_letters: "exchange of letters",
  letter_of_intent: "letter of intent",
  charter: "charter",
  action_plan: "action plan",
  joint_statement: "joint statement",
  joint_declaration: "joint declaration",
  initiative: "initiative",
  roadmap: "roadmap",
};

/**
 * Where an instrument stands. What binds is *in force*, what does not is *operative*.
 */
export type Stage = "proposed" | "negotiating" | "ad_referendum" | "initialled" | "signed" | "in_force" | "operative" | "suspended" | "expired" | "terminated" | "replaced";

export const stageWords: Record<Stage, string> = {
  proposed: "proposed",
  negotiating: "negotiating",
  ad_referendum: "agreed ad referendum",
  initialled: "initialled",
  signed: "signed",
  in_force: "in force",
  operative: "operative",
  suspended: "suspended",
  expired: "expired",
  terminated: "terminated",
  replaced: "replaced",
};

/**
 * What is done on an instrument, by a party or by all together. The acts by which a party consents to be bound are
 * those of the Vienna Convention on the Law of Treaties, articles 11 to 16, and succession.
 */
export type InstrumentActKind = "proposal" | "negotiation" | "ad_referendum" | "initialling" | "signature" | "definitive_signature" | "adoption" | "provisional_application" | "ratification" | "acceptance" | "approval" | "accession" | "succession" | "notification" | "exchange" | "entry_into_force" | "renewal" | "non_renewal" | "denunciation" | "revocation" | "suspension" | "resumption" | "termination" | "replacement";

export const instrumentActKindWords: Record<InstrumentActKind, string> = {
  proposal: "proposal",
  negotiation: "opening of negotiations",
  ad_referendum: "agreement ad referendum",
  initialling: "initialling",
  signature: "signature",
  definitive_signature: "definitive signature",
  adoption: "adoption or issue",
  provisional_application: "provisional application",
  ratification: "ratification",
  acceptance: "acceptance",
  approval: "approval",
  accession: "accession",
  succession: "succession",
  notification: "notification of completion",
  exchange: "exchange of instruments",
  entry_into_force: "entry into force",
  renewal: "renewal",
  non_renewal: "notice of non-renewal",
  denunciation: "denunciation",
  revocation: "revocation of a notice",
  suspension: "suspension",
  resumption: "resumption",
  termination: "termination by agreement",
  replacement: "replacement",
};

/**
 * How exactly the day of an act is known.
 */
export type Dated = "day" | "month" | "year" | "before";

export const datedWords: Record<Dated, string> = {
  day: "on the day",
  month: "in the month",
  year: "in the year",
  before: "before the day",
};

/**
 * Whether a party holds that an instrument binds it in law.
 */
export type LegalEffect = "not_stated" | "binding" | "not_binding";

export const legalEffectWords: Record<LegalEffect, string> = {
  not_stated: "not stated",
  binding: "binding",
  not_binding: "not binding",
};

/**
 * When an instrument enters into force, as its clause says.
 */
export type EntryClause = "not_stated" | "on_signature" | "on_notifications" | "on_ratifications" | "on_exchange" | "on_day";

export const entryClauseWords: Record<EntryClause, string> = {
  not_stated: "not stated",
  on_signature: "on signature",
  on_notifications: "on the later of the notifications",
  on_ratifications: "on the last ratification, or one by number",
  on_exchange: "on the exchange of instruments",
  on_day: "on a day",
};

/**
 * What a period is counted in.
 */
export type PeriodUnit = "days" | "months" | "years";

export const periodUnitWords: Record<PeriodUnit, string> = {
  days: "days",
  months: "months",
  years: "years",
};

/**
 * How long an instrument lasts at first.
 */
export type TermKind = "not_stated" | "endless" | "period" | "until";

export const termKindWords: Record<TermKind, string> = {
  not_stated: "not stated",
  endless: "without end",
  period: "for a period",
  until: "until a day",
};

/**
 * What the first term begins with.
 */
export type TermStart = "signature" | "entry_into_force" | "day";

export const termStartWords: Record<TermStart, string> = {
  signature: "signature",
  entry_into_force: "entry into force",
  day: "a fixed day",
};

/**
 * What follows the end of a term.
 */
export type Renewal = "not_stated" | "none" | "tacit" | "express";

export const renewalWords: Record<Renewal, string> = {
  not_stated: "not stated",
  none: "none",
  tacit: "tacit, unless notice is given",
  express: "express, by agreement each time",
};

/**
 * When a denunciation takes effect.
 */
export type Denouncing = "not_stated" | "after_notice" | "at_term_end";

export const denouncingWords: Record<Denouncing, string> = {
  not_stated: "not stated",
  after_notice: "when its notice has run out",
  at_term_end: "at the end of the term",
};

/**
 * How one instrument stands to another.
 */
export type InstrumentLinkKind = "replaces" | "amends" | "implements";

export const instrumentLinkKindWords: Record<InstrumentLinkKind, string> = {
  replaces: "replaces",
  amends: "amends",
  implements: "implements",
};

/**
 * Whether notice can still be given in the current term.
 */
export type NoticeWindow = "none" | "open" | "passed" | "given";

export const noticeWindowWords: Record<NoticeWindow, string> = {
  none: "no notice",
  open: "open",
  passed: "passed",
  given: "notice given",
};

/**
 * Why an instrument needs looking at.
 */
export type Concern = "notice_due" | "ends_soon" | "not_in_force" | "long_not_in_force" | "no_progress" | "disputed" | "contradiction";

export const concernWords: Record<Concern, string> = {
  notice_due: "notice due within 90 days",
  ends_soon: "ends within 90 days",
  not_in_force: "signed, not in force",
  long_not_in_force: "signed, not in force for over a year",
  no_progress: "no progress in a year",
  disputed: "legal effect disputed",
  contradiction: "stage contradicts the acts",
};

/**
 * How an entry of an instrument's life line stands to the day.
 */
export type LifeState = "done" | "coming" | "missing";

export const lifeStateWords: Record<LifeState, string> = {
  done: "done",
  coming: "to come",
  missing: "missing",
};

/**
 * What stands in a lineage.
 */
export type LineageKind = "meeting" | "statement" | "commitment" | "instrument" | "follow_up" | "evidence";

export const lineageKindWords: Record<LineageKind, string> = {
  meeting: "meeting",
  statement: "statement",
  commitment: "commitment",
  instrument: "instrument",
  follow_up: "follow-up",
  evidence: "evidence",
};

/**
 * How one thing leads to the next, as it reads from the earlier to the later one.
 */
export type LineageLink = "issued" | "signed" | "origin" | "reaffirmed" | "superseded" | "needed" | "said" | "delivered" | "shown" | "raised" | "agenda" | "replaced" | "amended" | "implemented";

export const lineageLinkWords: Record<LineageLink, string> = {
  issued: "issued",
  signed: "signed",
  origin: "origin of",
  reaffirmed: "reaffirmed by",
  superseded: "superseded by",
  needed: "needed by",
  said: "said again in",
  delivered: "delivered by",
  shown: "shown by",
  raised: "raised at",
  agenda: "on the agenda of",
  replaced: "replaced by",
  amended: "amended by",
  implemented: "implemented by",
};

/**
 * A row named: what a link, a chip or an option needs.
 */
export type Named = { 
/**
 * Its id.
 */
id: string, 
/**
 * What a person reads.
 */
name: string, };

/**
 * One row that an act changed.
 */
export type Change = { 
/**
 * Which noun.
 */
noun: Noun, 
/**
 * Which row.
 */
id: string, 
/**
 * The revision the row has now; 0 when it was removed.
 */
revision: number, };

/**
 * What every act answers: its output, and what changed.
 */
export type Changed<T> = { 
/**
 * What the act yields: an id, a number of rows.
 */
output: T, 
/**
 * The journal's act; none when the act left everything as it was.
 */
act: ActView | null, 
/**
 * The rows changed, each once; of a noun in `many`, none.
 */
changes: Array<Change>, 
/**
 * The nouns of which so many rows were changed that they are not told one by one.
 */
many: Array<Noun>, 
/**
 * What a person should know although the act was carried out.
 */
warnings: Array<string>, };

/**
 * A marking of the dossier's scheme.
 */
export type MarkingView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * On which axis it stands.
 */
axis: MarkingAxis, 
/**
 * As printed.
 */
label: string, 
/**
 * Order on its axis, lowest restriction first.
 */
rank: number, };

/**
 * A marking to create or change.
 */
export type MarkingDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * On which axis it stands.
 */
axis: MarkingAxis, 
/**
 * As printed.
 */
label: string, 
/**
 * Order on its axis, lowest restriction first.
 */
rank: number, };

/**
 * A marking scheme whose labels can be taken into a dossier.
 */
export type SchemeView = { 
/**
 * What it is asked for by.
 */
name: string, 
/**
 * `United Kingdom`.
 */
title: string, 
/**
 * What is to be known of it.
 */
note: string, 
/**
 * The documents it is taken from, with their addresses.
 */
sources: Array<string>, 
/**
 * Its labels, by axis, lowest restriction first.
 */
labels: Array<SchemeLabel>, };

/**
 * A label of a scheme.
 */
export type SchemeLabel = { 
/**
 * On which axis it stands.
 */
axis: MarkingAxis, 
/**
 * As printed.
 */
label: string, 
/**
 * Order on its axis, lowest restriction first.
 */
rank: number, 
/**
 * Whether the dossier has it.
 */
held: boolean, };

/**
 * How much stands under each entry of the navigation.
 */
export type NavigationCounts = { 
/**
 * Entries on the Today page.
 */
today: number, 
/**
 * Open commitments.
 */
commitments: number, 
/**
 * Meetings.
 */
meetings: number, 
/**
 * Dialogues.
 */
dialogues: number, 
/**
 * Instruments that have not come to their end.
 */
instruments: number, 
/**
 * Parties, bodies and persons.
 */
people: number, 
/**
 * Things in the bin.
 */
bin: number, };

/**
 * The next meeting at ministerial level or above, which a review prepares; any other coming meeting where none is.
 */
export type NextMeeting = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * First day.
 */
on: string, 
/**
 * Days from the dossier's day.
 */
days: number, 
/**
 * At which level.
 */
level: Level, };

/**
 * A track with its open commitments.
 */
export type TrackView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Its code (`CYB`), the first part of a `ref`.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Index of its colour in the palette, from 1.
 */
colour: number, 
/**
 * Order in lists.
 */
rank: number, 
/**
 * The lead body of each side.
 */
leads: Array<Named>, 
/**
 * Open commitments.
 */
open: number, 
/**
 * All commitments.
 */
commitments: number, };

/**
 * A track to create or change.
 */
export type TrackDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * Two to eight capital letters or digits.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Index of its colour in the palette, from 1.
 */
colour: number, 
/**
 * Order in lists.
 */
rank: number, 
/**
 * The lead body of each side.
 */
leads: Array<string>, };

/**
 * A past day at whose end the dossier is shown.
 */
export type PastView = { 
/**
 * The day.
 */
day: string, 
/**
 * The day before it on which something was entered last; none where nothing was.
 */
previous: string | null, 
/**
 * The day after it on which something was entered next; none where nothing was.
 */
next: string | null, };

/**
 * The open dossier.
 */
export type DossierView = { 
/**
 * Where the file lies.
 */
path: string, 
/**
 * The file's name.
 */
fileName: string, 
/**
 * Revision of the settings.
 */
revision: number, 
/**
 * Its title.
 */
title: string, 
/**
 * The home party.
 */
home: Named, 
/**
 * IANA name of the default time zone.
 */
timeZone: string, 
/**
 * The day everything is computed as of.
 */
day: string, 
/**
 * Whether the dossier fixes that day.
 */
dayFixed: boolean, 
/**
 * The dossier's own marking, at most one per axis.
 */
marking: Array<MarkingView>, 
/**
 * Whether the file can only be read, with the reason in words.
 */
readOnly: string | null, 
/**
 * The past day that is looked at; none where the dossier is shown as it stands.
 */
past: PastView | null, 
/**
 * Under whose name changes are entered.
 */
actor: string, 
/**
 * What undo would take back.
 */
undo: ActView | null, 
/**
 * What redo would do again.
 */
redo: ActView | null, 
/**
 * Counts for the navigation.
 */
counts: NavigationCounts, 
/**
 * The meeting that Review opens with.
 */
nextMeeting: NextMeeting | null, 
/**
 * Tracks in their order.
 */
tracks: Array<TrackView>, 
/**
 * The marking scheme.
 */
markings: Array<MarkingView>, };

/**
 * The days that can be looked back to.
 */
export type PastDays = { 
/**
 * The first: the day the dossier was begun.
 */
began: string, 
/**
 * The day of the last act.
 */
last: string, 
/**
 * Days worth a look, the latest first.
 */
proposals: Array<PastDay>, };

/**
 * A day worth a look.
 */
export type PastDay = { 
/**
 * The day.
 */
day: string, 
/**
 * Why: `A year ago`, the title of a meeting that ended then.
 */
label: string, };

/**
 * Which two days to compare, and how much of it to tell.
 */
export type CompareQuery = { 
/**
 * The end of this day …
 */
from: string, 
/**
 * … with the end of this one; none for the dossier as it stands now.
 */
to: string | null, 
/**
 * One section alone; none for all of them.
 */
section: ComparedAs | null, 
/**
 * How many rows of each section are left out at its beginning.
 */
skip: number, 
/**
 * How many rows of each section are told at most.
 */
limit: number, };

/**
 * Two days compared: the net change between them. What was changed and changed back is not told.
 */
export type Comparison = { 
/**
 * The end of this day …
 */
from: string, 
/**
 * … with the end of this one; none for the dossier as it stands now.
 */
to: string | null, 
/**
 * How many rows were changed in between, in all.
 */
changes: number, 
/**
 * How many follow-ups were entered in between and stand.
 */
followUps: number, 
/**
 * What changed, by kind; kinds of which there is nothing are left out.
 */
sections: Array<ComparedSection>, };

/**
 * What changed in one way. What changed in several ways stands in several sections.
 */
export type ComparedSection = { 
/**
 * In which way.
 */
kind: ComparedAs, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * Those that are told, by ref; meetings by day.
 */
rows: Array<ComparedRow>, };

/**
 * A commitment, an instrument or a meeting that changed between two days.
 */
export type ComparedRow = { 
/**
 * Which noun.
 */
noun: Noun, 
/**
 * Which row.
 */
id: string, 
/**
 * Its ref; empty for a meeting.
 */
ref: string, 
/**
 * Its title on the later day; of what was removed, on the earlier.
 */
title: string, 
/**
 * The track of a commitment.
 */
track: string | null, 
/**
 * Where it stood on the later day, in a line; of what was removed, on the earlier.
 */
line: string, 
/**
 * What changed.
 */
fields: Array<ComparedField>, 
/**
 * The day on which it was changed last, of the two and between them.
 */
on: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Whether it is in the dossier as that stands now.
 */
there: boolean, };

/**
 * One thing that changed, as people read it.
 */
export type ComparedField = { 
/**
 * What: `due`, `status`, `wording`.
 */
field: string, 
/**
 * On the earlier day; none where there was nothing.
 */
before: string | null, 
/**
 * On the later day; none where there is nothing.
 */
after: string | null, 
/**
 * Of words, both as one run: kept, only in the old, only in the new. Empty for everything else.
 */
difference: Array<DifferencePart>, 
/**
 * Why, or how; empty where nothing is known.
 */
note: string, };

/**
 * What callers branch on.
 */
export type Code = "invalid" | "not_found" | "stale" | "refused" | "cancelled" | "read_only" | "missing" | "exists" | "not_a_dossier" | "damaged" | "newer" | "in_use" | "network_drive" | "disk_full" | "file" | "store";

/**
 * What went wrong, as the window gets it.
 */
export type Problem = { 
/**
 * What to branch on.
 */
code: Code, 
/**
 * A sentence for a person.
 */
message: string, 
/**
 * What stands behind it, for a technician.
 */
detail: string | null, };

/**
 * How far something is that takes long.
 */
export type Progress = { 
/**
 * What is being done: `Writing the paper`.
 */
doing: string, 
/**
 * How much of it is done.
 */
done: number, 
/**
 * Of how much; 0 where that is not known.
 */
total: number, };

/**
 * The name changes are entered under.
 */
export type ActorName = { 
/**
 * The name.
 */
name: string, 
/**
 * Whether the user gave it; otherwise it is the account's.
 */
given: boolean, };

/**
 * A new dossier.
 */
export type NewDossier = { 
/**
 * Its title.
 */
title: string, 
/**
 * Code of the home party (`IN`).
 */
homeCode: string, 
/**
 * Name of the home party; the code where empty.
 */
homeName: string, 
/**
 * IANA name of the time zone; `UTC` where empty.
 */
timeZone: string, };

/**
 * Settings of a dossier, as a whole.
 */
export type DossierDraft = { 
/**
 * Revision read.
 */
revision: number, 
/**
 * Its title.
 */
title: string, 
/**
 * The home party.
 */
home: string, 
/**
 * IANA name of the time zone.
 */
timeZone: string, 
/**
 * The day to compute everything as of; none for the real one.
 */
day: string | null, 
/**
 * At most one marking per axis.
 */
marking: Array<string>, };

/**
 * A file opened before.
 */
export type RecentDossier = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Its title when last opened.
 */
title: string, 
/**
 * When it was last opened.
 */
openedAt: string, 
/**
 * Whether a file still lies there.
 */
present: boolean, };

/**
 * A choice for a finder: a row with what helps to tell it from others.
 */
export type Choice = { 
/**
 * Its id.
 */
id: string, 
/**
 * What a person reads and types.
 */
label: string, 
/**
 * Party, post, parent: what tells it from others of the same name.
 */
hint: string, 
/**
 * The party it belongs to, for bodies and persons.
 */
party: string | null, 
/**
 * Retired or no longer in post: offered last.
 */
retired: boolean, };

/**
 * An outside event that commitments are due by.
 */
export type EventChoice = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its day, where known: the latest that was given.
 */
on: string | null, 
/**
 * Open commitments that are due by it.
 */
open: number, };

/**
 * Everything that finders offer, by noun.
 */
export type Choices = { 
/**
 * Parties; the home party first.
 */
parties: Array<Choice>, 
/**
 * Bodies.
 */
bodies: Array<Choice>, 
/**
 * Persons.
 */
persons: Array<Choice>, 
/**
 * Tracks.
 */
tracks: Array<Choice>, 
/**
 * Dialogues.
 */
dialogues: Array<Choice>, 
/**
 * Meetings, newest first.
 */
meetings: Array<Choice>, 
/**
 * Texts, newest first.
 */
texts: Array<Choice>, 
/**
 * Instruments, by ref.
 */
instruments: Array<Choice>, 
/**
 * Markings.
 */
markings: Array<Choice>, 
/**
 * Outside events that commitments are due by, by name.
 */
events: Array<EventChoice>, };

/**
 * A party, with its bodies and persons beneath.
 */
export type PartyView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Its code (`IN`).
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * State or organisation.
 */
kind: PartyKind, 
/**
 * Whether it is the home party.
 */
home: boolean, 
/**
 * No longer offered since.
 */
retiredOn: string | null, 
/**
 * Open commitments it is bound by.
 */
open: number, 
/**
 * Its bodies, parents before children.
 */
bodies: Array<BodyRow>, 
/**
 * Its persons.
 */
persons: Array<PersonRow>, };

/**
 * A party to create or change.
 */
export type PartyDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * Its code (`IN`, `UNFCCC`): capital letters and digits, at most twelve.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * State or organisation.
 */
kind: PartyKind, 
/**
 * No longer offered since.
 */
retiredOn: string | null, };

/**
 * A body in a list.
 */
export type BodyRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Short name (`MEA`), or the full one where none is in use.
 */
shortName: string, 
/**
 * Full name.
 */
name: string, 
/**
 * Its party.
 */
party: Named, 
/**
 * The body above it.
 */
parent: Named | null, 
/**
 * How many bodies stand above it.
 */
depth: number, 
/**
 * No longer offered since.
 */
retiredOn: string | null, 
/**
 * Open commitments it owns or is counterpart of.
 */
open: number, };

/**
 * A body to create or change.
 */
export type BodyDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * Short name; may be empty.
 */
shortName: string, 
/**
 * Full name.
 */
name: string, 
/**
 * Its party.
 */
party: string, 
/**
 * The body above it, of the same party.
 */
parent: string | null, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * No longer offered since.
 */
retiredOn: string | null, };

/**
 * Everything about one body.
 */
export type BodyView = { 
/**
 * The body.
 */
row: BodyRow, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * Bodies beneath it.
 */
bodies: Array<BodyRow>, 
/**
 * Its persons.
 */
persons: Array<PersonRow>, 
/**
 * The first of what it has a part in, open ones first.
 */
commitments: Array<OwnedCommitment>, 
/**
 * How many commitments it has a part in.
 */
owned: number, 
/**
 * Tracks it leads.
 */
tracks: Array<Named>, };

/**
 * A commitment with the part its owner has in it.
 */
export type OwnedCommitment = { 
/**
 * Lead, supporting or counterpart.
 */
role: OwnerRole, 
/**
 * The commitment.
 */
commitment: CommitmentRow, };

/**
 * A person in a list.
 */
export type PersonRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Name as used.
 */
name: string, 
/**
 * Post; may be empty.
 */
post: string, 
/**
 * Party.
 */
party: Named, 
/**
 * Body; none where the person stands directly under the party.
 */
body: Named | null, 
/**
 * In post since.
 */
activeFrom: string | null, 
/**
 * In post until.
 */
activeTo: string | null, 
/**
 * Open commitments owned.
 */
open: number, };

/**
 * A person to create or change.
 */
export type PersonDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * Name as used.
 */
name: string, 
/**
 * Post; may be empty.
 */
post: string, 
/**
 * Party.
 */
party: string, 
/**
 * Body of that party.
 */
body: string | null, 
/**
 * In post since.
 */
activeFrom: string | null, 
/**
 * In post until.
 */
activeTo: string | null, 
/**
 * Anything worth knowing.
 */
note: string, };

/**
 * Everything about one person.
 */
export type PersonView = { 
/**
 * The person.
 */
row: PersonRow, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * The first of what they have a part in, open ones first.
 */
commitments: Array<OwnedCommitment>, 
/**
 * How many commitments they have a part in.
 */
owned: number, 
/**
 * Meetings attended, newest first.
 */
meetings: Array<MeetingRow>, 
/**
 * Dialogues they co-chair.
 */
dialogues: Array<Named>, 
/**
 * What they handed over, and what was handed over to them, newest first.
 */
handovers: Array<HandoverRow>, };

/**
 * A dialogue in a list.
 */
export type DialogueRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Full name.
 */
name: string, 
/**
 * Short name; the full one where none is in use.
 */
shortName: string, 
/**
 * Between whom.
 */
parties: Array<Named>, 
/**
 * The dialogue it stands under.
 */
parent: Named | null, 
/**
 * How many dialogues stand above it.
 */
depth: number, 
/**
 * Tracks it deals with.
 */
tracks: Array<Named>, 
/**
 * At which level it meets.
 */
level: Level, 
/**
 * Active, dormant, concluded.
 */
state: DialogueState, 
/**
 * Months between rounds, where there is a rule.
 */
cadenceMonths: number | null, 
/**
 * Rounds held.
 */
rounds: number, 
/**
 * First day of the last round held.
 */
lastOn: string | null, 
/**
 * First day of the next planned round.
 */
nextOn: string | null, 
/**
 * When the next round is to be expected by the cadence, where none is planned.
 */
expectedOn: string | null, 
/**
 * Open commitments of its rounds.
 */
open: number, };

/**
 * A dialogue to create or change.
 */
export type DialogueDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * Full name.
 */
name: string, 
/**
 * Short name; may be empty.
 */
shortName: string, 
/**
 * Between whom.
 */
parties: Array<string>, 
/**
 * The dialogue it stands under.
 */
parent: string | null, 
/**
 * The pillar of the parent it serves.
 */
pillar: string, 
/**
 * Tracks it deals with.
 */
tracks: Array<string>, 
/**
 * At which level it meets.
 */
level: Level, 
/**
 * Months between rounds, 1 to 120.
 */
cadenceMonths: number | null, 
/**
 * Day it was established.
 */
establishedOn: string | null, 
/**
 * Persons who chair it.
 */
coChairs: Array<string>, 
/**
 * Active, dormant, concluded.
 */
state: DialogueState, 
/**
 * Anything worth knowing.
 */
note: string, };

/**
 * Everything about one dialogue.
 */
export type DialogueView = { 
/**
 * The dialogue.
 */
row: DialogueRow, 
/**
 * The pillar of the parent it serves.
 */
pillar: string, 
/**
 * Day it was established.
 */
establishedOn: string | null, 
/**
 * Persons who chair it.
 */
coChairs: Array<Named>, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * Its rounds, oldest first.
 */
meetings: Array<MeetingRow>, 
/**
 * Dialogues beneath it.
 */
children: Array<DialogueRow>, 
/**
 * Open commitments of its rounds, in the order of a review.
 */
commitments: Array<CommitmentRow>, };

/**
 * What a new round of a dialogue starts from.
 */
export type RoundProposal = { 
/**
 * The next ordinal.
 */
ordinal: number, 
/**
 * A title (`5th Cyber Dialogue`).
 */
title: string, 
/**
 * The dialogue's level.
 */
level: Level, 
/**
 * Where the last round was, so that the other side is proposed as host.
 */
host: string | null, 
/**
 * Open commitments on its tracks, to be taken up.
 */
commitments: number, };

/**
 * A meeting in a list.
 */
export type MeetingRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Its title.
 */
title: string, 
/**
 * The dialogue it is a round of.
 */
dialogue: Named | null, 
/**
 * Which round.
 */
ordinal: number | null, 
/**
 * At which level.
 */
level: Level, 
/**
 * First day.
 */
beginsOn: string | null, 
/**
 * Last day.
 */
endsOn: string | null, 
/**
 * How exactly the days are known.
 */
precision: DayPrecision, 
/**
 * The days as people read them: `14 Aug 2015`, `May 2011`, `11–14 Aug 2015`; empty where unknown.
 */
when: string, 
/**
 * Town or venue; may be empty.
 */
place: string, 
/**
 * Planned, held, postponed, cancelled.
 */
state: MeetingState, 
/**
 * Draft or final.
 */
recordState: RecordState, 
/**
 * Commitments made there.
 */
commitments: number, 
/**
 * Of those, open.
 */
open: number, 
/**
 * Days from the dossier's day to the first day; negative for the past.
 */
days: number | null, };

/**
 * A meeting to create or change, without its record's text.
 */
export type MeetingDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * The dialogue it is a round of.
 */
dialogue: string | null, 
/**
 * Which round; proposed when it is created with a dialogue and none is given.
 */
ordinal: number | null, 
/**
 * Its title; proposed when it is created with a dialogue and none is given.
 */
title: string, 
/**
 * At which level.
 */
level: Level, 
/**
 * First day.
 */
beginsOn: string | null, 
/**
 * Last day; the first where it is left out.
 */
endsOn: string | null, 
/**
 * How exactly the days are known.
 */
precision: DayPrecision, 
/**
 * Town or venue.
 */
place: string, 
/**
 * How the participants came together.
 */
mode: Mode, 
/**
 * The party that hosted it.
 */
host: string | null, 
/**
 * Planned, held, postponed, cancelled.
 */
state: MeetingState, 
/**
 * The meeting in whose margins it took place.
 */
parent: string | null, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * At most one marking per axis.
 */
marking: Array<string>, 
/**
 * Only on creation: put the open commitments of the dialogue's tracks on the agenda.
 */
prefillAgenda: boolean, };

/**
 * Another day for a meeting, a postponement or a cancellation.
 */
export type MoveDraft = { 
/**
 * The meeting, as it was seen.
 */
meeting: Seen, 
/**
 * First day; none where it is not known yet.
 */
beginsOn: string | null, 
/**
 * Last day; the first where it is left out.
 */
endsOn: string | null, 
/**
 * How exactly the days are known.
 */
precision: DayPrecision, 
/**
 * Planned, held, postponed, cancelled.
 */
state: MeetingState, 
/**
 * Why; may be empty.
 */
reason: string, };

/**
 * One move of a meeting.
 */
export type MeetingMoveView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Day of the change.
 */
day: string, 
/**
 * Where it stood: `12 May 2026`, `no date yet, postponed`, `cancelled`.
 */
from: string, 
/**
 * Where it stood from then on.
 */
to: string, 
/**
 * Why; may be empty.
 */
reason: string, };

/**
 * What moved with a meeting of late; several moves come to one.
 */
export type MoveView = { 
/**
 * The meeting.
 */
meeting: Named, 
/**
 * For a person: `7 commitments moved with the Ministerial, from 12 May 2026 to 3 Jun 2026`.
 */
sentence: string, 
/**
 * Day of the last move.
 */
on: string, 
/**
 * Open commitments that are due by it.
 */
commitments: number, 
/**
 * Why it moved, as last given; may be empty.
 */
reason: string, };

/**
 * Someone, or a delegation, at a meeting.
 */
export type AttendanceView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * The person, where known to the register.
 */
person: Named | null, 
/**
 * The body, where a body as such took part.
 */
body: Named | null, 
/**
 * The bare name, where the register has no such person.
 */
name: string, 
/**
 * The person's post, where known.
 */
post: string, 
/**
 * For which party.
 */
party: Named, 
/**
 * In what role.
 */
role: AttendanceRole, 
/**
 * Size of the delegation, where that alone is known.
 */
size: number | null, };

/**
 * Attendance to enter or change: a person, a body, a bare name, or a delegation's size.
 */
export type AttendanceDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * The meeting.
 */
meeting: string, 
/**
 * The person, where known to the register.
 */
person: string | null, 
/**
 * The body, where a body as such took part.
 */
body: string | null, 
/**
 * The bare name, where the register has no such person.
 */
name: string, 
/**
 * For which party; taken from the person or body where left out.
 */
party: string | null, 
/**
 * In what role.
 */
role: AttendanceRole, 
/**
 * Size of the delegation, 1 to 9999.
 */
size: number | null, };

/**
 * One point of the agenda.
 */
export type AgendaItemView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Its place, from 1.
 */
ordinal: number, 
/**
 * What it is about.
 */
title: string, 
/**
 * Its track.
 */
track: Named | null, 
/**
 * What our side said.
 */
homeSaid: string, 
/**
 * What the other side said.
 */
partnerSaid: string, 
/**
 * Commitments taken up under it.
 */
commitments: Array<CommitmentRow>, 
/**
 * Follow-ups entered under it.
 */
followUps: Array<FollowUpView>, };

/**
 * A point to create or change.
 */
export type AgendaItemDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * The meeting.
 */
meeting: string, 
/**
 * Its place, from 1; 0 puts a new one last.
 */
ordinal: number, 
/**
 * What it is about.
 */
title: string, 
/**
 * Its track.
 */
track: string | null, 
/**
 * What our side said.
 */
homeSaid: string, 
/**
 * What the other side said.
 */
partnerSaid: string, 
/**
 * Commitments taken up under it.
 */
commitments: Array<string>, };

/**
 * A dated correction of a final record.
 */
export type CorrigendumView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Day of the correction.
 */
day: string, 
/**
 * What is corrected.
 */
text: string, 
/**
 * Who entered it.
 */
by: string, };

/**
 * Everything about one meeting.
 */
export type MeetingView = { 
/**
 * The meeting.
 */
row: MeetingRow, 
/**
 * How the participants came together.
 */
mode: Mode, 
/**
 * The party that hosted it.
 */
host: Named | null, 
/**
 * The meeting in whose margins it took place.
 */
parent: Named | null, 
/**
 * Meetings in its margins.
 */
margins: Array<MeetingRow>, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * At most one marking per axis.
 */
marking: Array<MarkingView>, 
/**
 * Tracks of its dialogue.
 */
tracks: Array<Named>, 
/**
 * Parties of its dialogue; all parties where it is a meeting by itself.
 */
parties: Array<Named>, 
/**
 * Who sat there.
 */
attendance: Array<AttendanceView>, 
/**
 * The agenda.
 */
agenda: Array<AgendaItemView>, 
/**
 * The record's text.
 */
record: string, 
/**
 * Day the record became final.
 */
finalOn: string | null, 
/**
 * Corrections since.
 */
corrigenda: Array<CorrigendumView>, 
/**
 * Texts attached.
 */
texts: Array<TextRow>, 
/**
 * Instruments signed there, or on which something else was done.
 */
instruments: Array<InstrumentRow>, 
/**
 * Commitments made there.
 */
outcomes: Array<CommitmentRow>, 
/**
 * Commitments due by it.
 */
dueByIt: Array<CommitmentRow>, 
/**
 * How it moved, oldest first.
 */
moves: Array<MeetingMoveView>, 
/**
 * What was decided for it, but for what passed without a look.
 */
decisions: Array<DecidedRow>, };

/**
 * A text in a list.
 */
export type TextRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Its title.
 */
title: string, 
/**
 * What kind of paper it is.
 */
kind: TextKind, 
/**
 * BCP 47 language tag; may be empty.
 */
language: string, 
/**
 * Day it bears.
 */
datedOn: string | null, 
/**
 * Who published it, where.
 */
source: string, 
/**
 * The meeting it belongs to.
 */
meeting: Named | null, 
/**
 * The instrument whose text it is.
 */
instrument: Named | null, 
/**
 * Whether the instrument is authentic in this language.
 */
authentic: boolean, 
/**
 * Whether it is a side letter to the instrument.
 */
sideLetter: boolean, 
/**
 * Length in Unicode scalar values.
 */
length: number, 
/**
 * Commitments taken from it.
 */
commitments: number, 
/**
 * Name of the original file kept with it.
 */
fileName: string | null, };

/**
 * A text to create or change. Once passages are cut from it, its body can change only where they still match.
 */
export type TextDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * The meeting it belongs to.
 */
meeting: string | null, 
/**
 * The instrument whose text it is.
 */
instrument: string | null, 
/**
 * Whether the instrument is authentic in this language; only with an instrument.
 */
authentic: boolean, 
/**
 * Whether it is a side letter to the instrument; only with an instrument.
 */
sideLetter: boolean, 
/**
 * Its title.
 */
title: string, 
/**
 * What kind of paper it is.
 */
kind: TextKind, 
/**
 * BCP 47 language tag; may be empty.
 */
language: string, 
/**
 * Day it bears.
 */
datedOn: string | null, 
/**
 * Who published it, where.
 */
source: string, 
/**
 * Plain text; paragraphs are separated by line breaks.
 */
body: string, 
/**
 * At most one marking per axis.
 */
marking: Array<string>, };

/**
 * One text with what was taken from it.
 */
export type TextView = { 
/**
 * The text.
 */
row: TextRow, 
/**
 * Plain text.
 */
body: string, 
/**
 * SHA-256 of the original file, in hexadecimal.
 */
fileSha256: string | null, 
/**
 * Its marking.
 */
marking: Array<MarkingView>, 
/**
 * Commitments taken from it, in the order of the text.
 */
taken: Array<TakenPassage>, };

/**
 * A stretch of a text that a commitment was taken from.
 */
export type TakenPassage = { 
/**
 * The commitment.
 */
commitment: string, 
/**
 * Its ref.
 */
ref: string, 
/**
 * Its title.
 */
title: string, 
/**
 * First Unicode scalar value of the passage, from 0.
 */
start: number, 
/**
 * One past the last.
 */
end: number, };

/**
 * A passage, beside the words around it.
 */
export type PassageView = { 
/**
 * The text it is cut from.
 */
text: string, 
/**
 * Title of that text.
 */
textTitle: string, 
/**
 * First Unicode scalar value, from 0.
 */
start: number, 
/**
 * One past the last.
 */
end: number, 
/**
 * The words.
 */
quote: string, 
/**
 * Number of the paragraph it begins in, from 1.
 */
paragraph: number, 
/**
 * The paragraph's words before it, at most 600 characters.
 */
before: string, 
/**
 * The paragraph's words after it, at most 600 characters.
 */
after: string, };

/**
 * A stretch of a text, by its range.
 */
export type PassageDraft = { 
/**
 * The text.
 */
text: string, 
/**
 * First Unicode scalar value, from 0.
 */
start: number, 
/**
 * One past the last.
 */
end: number, };

/**
 * By when a commitment is to be kept, as of the dossier's day.
 */
export type DueView = { 
/**
 * Which kind of date.
 */
kind: DueKind, 
/**
 * The day it comes to: the date, the meeting's first day, the event's day, the next recurrence.
 */
on: string | null, 
/**
 * For a person: `30 Jun 2015`, `by the leaders' meeting, New York`, `ongoing`.
 */
label: string, 
/**
 * The meeting it follows.
 */
meeting: Named | null, 
/**
 * The outside event.
 */
event: string | null, 
/**
 * Months between recurrences.
 */
months: number | null, 
/**
 * The first day ever set.
 */
firstOn: string | null, 
/**
 * Why it has no day, where the meeting it follows has none: `no date yet, postponed`, `cancelled`.
 */
waits: string | null, 
/**
 * How often it was put off.
 */
slips: number, 
/**
 * Whether its date was changed while it was overdue.
 */
wasOverdue: boolean, 
/**
 * Periods of a recurring one that were kept.
 */
kept: number, 
/**
 * Periods that were missed.
 */
missed: number, 
/**
 * Days until it; negative when past.
 */
daysLeft: number | null, 
/**
 * Open and past its day.
 */
overdue: boolean, };

/**
 * How old our knowledge of a commitment is.
 */
export type HeardView = { 
/**
 * The lamp.
 */
lamp: Freshness, 
/**
 * Days since the newest follow-up; none when there never was one.
 */
days: number | null, 
/**
 * Day of the newest follow-up.
 */
on: string | null, 
/**
 * Beginning of its note, at most 200 characters.
 */
note: string, };

/**
 * When a commitment was last on the table.
 */
export type RaisedView = { 
/**
 * The meeting's first day.
 */
on: string | null, 
/**
 * The meeting.
 */
meeting: Named, };

/**
 * A body or person that has a part in a commitment.
 */
export type OwnerView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Lead, supporting, counterpart.
 */
role: OwnerRole, 
/**
 * The party it belongs to.
 */
party: Named, 
/**
 * The body.
 */
body: Named | null, 
/**
 * The person.
 */
person: Named | null, 
/**
 * Body and person in one line: `NSCS, Arvind Gupta`.
 */
label: string, };

/**
 * A commitment in any list.
 */
export type CommitmentRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * `CYB-2015-003`.
 */
ref: string, 
/**
 * Our short title.
 */
title: string, 
/**
 * Their words, verbatim; may be empty.
 */
wording: string, 
/**
 * The track.
 */
track: string, 
/**
 * Who is bound.
 */
bound: Bound, 
/**
 * Who is bound, for a person: `Both`, `India`, `US`.
 */
boundLabel: string, 
/**
 * How strongly.
 */
strength: Strength, 
/**
 * Day it was made.
 */
madeOn: string | null, 
/**
 * Lead on the home side: `CERT-In`; empty where none.
 */
owner: string, 
/**
 * Counterparts on other sides; empty where none.
 */
counterpart: string, 
/**
 * By when.
 */
due: DueView, 
/**
 * Where it stands as we see it.
 */
status: Status, 
/**
 * Where it stands as they see it.
 */
theirStatus: Status | null, 
/**
 * Why it is blocked; none when it is not.
 */
blocked: string | null, 
/**
 * Is it being done?
 */
delivery: Delivery, 
/**
 * How old is our knowledge?
 */
heard: HeardView, 
/**
 * Where it was last on the table.
 */
raised: RaisedView | null, 
/**
 * Why a review brings it up; empty when it is on course.
 */
exceptions: Array<Exception>, 
/**
 * What was decided on it for the meeting that the list is framed by.
 */
decision: DecisionView | null, };

/**
 * One change of a due date.
 */
export type DueChangeView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Day of the change.
 */
day: string, 
/**
 * What it was.
 */
from: string, 
/**
 * What it became.
 */
to: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Whether it was put off.
 */
slip: boolean, 
/**
 * Whether it moved with its meeting, and the promise stayed as it was.
 */
moved: boolean, 
/**
 * How many days it was overdue when it changed; nought where it was not.
 */
late: number, };

/**
 * One period of a recurring commitment.
 */
export type PeriodView = { 
/**
 * Its report; none where there is none yet.
 */
id: string | null, 
/**
 * The day it falls due.
 */
dueOn: string, 
/**
 * Kept, missed, not reported, next.
 */
state: PeriodState, 
/**
 * Day of the report.
 */
reportedOn: string | null, };

/**
 * The report of a period, to enter or to correct.
 */
export type PeriodDraft = { 
/**
 * The recurring commitment, as it was seen.
 */
commitment: Seen, 
/**
 * The report to correct; none to report the oldest period that was not.
 */
period: string | null, 
/**
 * Kept or missed.
 */
outcome: Outcome, 
/**
 * Day of the report; the dossier's day where left out.
 */
day: string | null, 
/**
 * Who reported.
 */
reportedBy: string, 
/**
 * What was reported; may be empty.
 */
note: string, 
/**
 * What shows it.
 */
evidence: string, };

/**
 * A dated entry on a commitment or an instrument.
 */
export type FollowUpView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * The commitment it is on; none where it is on an instrument.
 */
commitment: string | null, 
/**
 * The instrument it is on; none where it is on a commitment.
 */
instrument: string | null, 
/**
 * The ref of what it is on.
 */
onRef: string, 
/**
 * The title of what it is on.
 */
onTitle: string, 
/**
 * Its day.
 */
day: string, 
/**
 * Who reported.
 */
reportedBy: string, 
/**
 * What was reported.
 */
note: string, 
/**
 * Status as we see it, where it says so.
 */
ourStatus: Status | null, 
/**
 * Status as they see it, where it says so.
 */
theirStatus: Status | null, 
/**
 * What comes next.
 */
nextStep: string, 
/**
 * By when.
 */
nextStepDue: string | null, 
/**
 * What shows it.
 */
evidence: string, 
/**
 * The meeting it was entered at.
 */
meeting: Named | null, 
/**
 * At most one marking per axis.
 */
marking: Array<MarkingView>, };

/**
 * A stretch of the follow-ups on a commitment, newest first.
 */
export type FollowUpPage = { 
/**
 * Follow-ups.
 */
rows: Array<FollowUpView>, 
/**
 * Where the next stretch begins; none at the end.
 */
next: string | null, };

/**
 * Which follow-ups to show.
 */
export type FollowUpQuery = { 
/**
 * Those on this commitment.
 */
commitment: string, 
/**
 * From a page's `next`, or from a mark; none for the newest.
 */
after: string | null, 
/**
 * At most 200.
 */
limit: number, };

/**
 * A follow-up to enter on one commitment or several, or on an instrument, or to change.
 */
export type FollowUpDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * The commitments it is entered on; for a change, just its own.
 */
commitments: Array<string>, 
/**
 * The instrument it is entered on instead. What it says of a status is then refused.
 */
instrument: string | null, 
/**
 * Its day; the dossier's day where left out.
 */
day: string | null, 
/**
 * Who reported.
 */
reportedBy: string, 
/**
 * What was reported.
 */
note: string, 
/**
 * Status as we see it; carried over to the commitment where it is newest.
 */
ourStatus: Status | null, 
/**
 * Status as they see it; likewise.
 */
theirStatus: Status | null, 
/**
 * What comes next.
 */
nextStep: string, 
/**
 * By when.
 */
nextStepDue: string | null, 
/**
 * What shows it.
 */
evidence: string, 
/**
 * The agenda point it is entered under.
 */
agendaItem: string | null, 
/**
 * At most one marking per axis.
 */
marking: Array<string>, };

/**
 * A link between two commitments, seen from one of them.
 */
export type LinkView = { 
/**
 * Its id.
 */
id: string, 
/**
 * How.
 */
kind: LinkKind, 
/**
 * Whether this commitment is the one that reaffirms, supersedes, depends.
 */
outgoing: boolean, 
/**
 * For a person: `reaffirms`, `is reaffirmed by`.
 */
label: string, 
/**
 * The other one.
 */
other: CommitmentRow, };

/**
 * Which words of a text a commitment comes from.
 */
export type OriginDraft = { 
/**
 * The commitment.
 */
commitment: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * The text; none where it is to come from no text any more.
 */
text: string | null, 
/**
 * The words, as they stand there, in one place.
 */
quote: string, };

/**
 * A link to enter.
 */
export type LinkDraft = { 
/**
 * The commitment that reaffirms, supersedes, depends.
 */
from: string, 
/**
 * How.
 */
kind: LinkKind, 
/**
 * The other one.
 */
to: string, };

/**
 * One time a commitment was on the table.
 */
export type RaisingView = { 
/**
 * Its id.
 */
id: string, 
/**
 * The meeting.
 */
meeting: Named, 
/**
 * The meeting's days as people read them.
 */
when: string, 
/**
 * Whether the meeting was held; else it is on the agenda of one to come.
 */
held: boolean, 
/**
 * The agenda point.
 */
agendaItem: Named | null, 
/**
 * What our side said.
 */
homeSaid: string, 
/**
 * What the other side said.
 */
partnerSaid: string, };

/**
 * How a commitment was closed.
 */
export type ClosingView = { 
/**
 * Day.
 */
on: string, 
/**
 * What shows it, in words.
 */
evidence: string, 
/**
 * The text that shows it.
 */
text: Named | null, 
/**
 * The follow-up that shows it.
 */
followUp: Named | null, 
/**
 * The instrument that shows it.
 */
instrument: Named | null, 
/**
 * Whether its only owner closed it.
 */
byOnlyOwner: boolean, 
/**
 * Days after its first date, where it was kept later than that.
 */
afterFirst: number | null, };

/**
 * Everything about one commitment.
 */
export type CommitmentView = { 
/**
 * The row as in lists.
 */
row: CommitmentRow, 
/**
 * The parties bound, where they are named.
 */
boundParties: Array<Named>, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * Passage it was taken from.
 */
passage: PassageView | null, 
/**
 * Meeting it was made at.
 */
meeting: Named | null, 
/**
 * Instrument it was made in.
 */
instrument: Named | null, 
/**
 * Instruments that deliver it.
 */
deliveredBy: Array<DeliveredByView>, 
/**
 * Owners of all sides.
 */
owners: Array<OwnerView>, 
/**
 * Changes of the due date, oldest first.
 */
dueHistory: Array<DueChangeView>, 
/**
 * Periods of a recurring one, oldest first: those reported, those that ended without a report, the next.
 */
periods: Array<PeriodView>, 
/**
 * The newest follow-ups, newest first; at most twenty.
 */
followUps: Array<FollowUpView>, 
/**
 * How many there are in all.
 */
followUpCount: number, 
/**
 * Links to other commitments.
 */
links: Array<LinkView>, 
/**
 * When it was on the table, newest first.
 */
raisings: Array<RaisingView>, 
/**
 * What was decided on it before meetings, newest first.
 */
decisions: Array<DecisionView>, 
/**
 * Later texts that say it again, newest first.
 */
mentions: Array<MentionView>, 
/**
 * How it was closed.
 */
closing: ClosingView | null, 
/**
 * −1 not complied, 0 partial, +1 full: the scale of the G7 and G20 research groups.
 */
score: number | null, 
/**
 * At most one marking per axis.
 */
marking: Array<MarkingView>, 
/**
 * The track, by name.
 */
trackName: string, };

/**
 * By when, as entered.
 */
export type DueDraft = { "kind": "none" } | { "kind": "ongoing" } | { "kind": "day", 
/**
 * The date.
 */
on: string, } | { "kind": "meeting", 
/**
 * The meeting.
 */
meeting: string, } | { "kind": "event", 
/**
 * Its name.
 */
event: string, 
/**
 * Its day, where known.
 */
on: string | null, } | { "kind": "recurring", 
/**
 * Months between, 1 to 120.
 */
months: number, 
/**
 * The next time.
 */
on: string, };

/**
 * A body or person to have a part in a commitment: at least one of the two.
 */
export type OwnerDraft = { 
/**
 * Lead, supporting, counterpart.
 */
role: OwnerRole, 
/**
 * The body.
 */
body: string | null, 
/**
 * The person.
 */
person: string | null, };

/**
 * A commitment to create or change. Status and due date of an existing one change by acts of their own.
 */
export type CommitmentDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * Our short title.
 */
title: string, 
/**
 * Their words; taken from the passage where one is given.
 */
wording: string, 
/**
 * The track.
 */
track: string, 
/**
 * Who is bound.
 */
bound: Bound, 
/**
 * The parties, when they are named.
 */
boundParties: Array<string>, 
/**
 * How strongly.
 */
strength: Strength, 
/**
 * The meeting it was made at.
 */
meeting: string | null, 
/**
 * The instrument it was made in; that of the text it is taken from where left out.
 */
instrument: string | null, 
/**
 * The passage it is taken from.
 */
passage: PassageDraft | null, 
/**
 * Day it was made; taken from the meeting or text where left out.
 */
madeOn: string | null, 
/**
 * Owners of all sides, as a whole.
 */
owners: Array<OwnerDraft>, 
/**
 * By when; only read on creation.
 */
due: DueDraft, 
/**
 * Where it stands; only read on creation.
 */
status: Status, 
/**
 * −1, 0, +1.
 */
score: number | null, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * At most one marking per axis.
 */
marking: Array<string>, };

/**
 * A row to act on, with the revision the person saw.
 */
export type Seen = { 
/**
 * Which row.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, };

/**
 * A change of status, of one commitment or several.
 */
export type StatusDraft = { 
/**
 * Which ones.
 */
commitments: Array<Seen>, 
/**
 * As we see it; none leaves it.
 */
status: Status | null, 
/**
 * As they see it; none leaves it.
 */
theirStatus: Status | null, 
/**
 * Whether it is blocked; none leaves it.
 */
blocked: boolean | null, 
/**
 * Why it is blocked.
 */
blockedReason: string, 
/**
 * Day of closing; the dossier's day where left out.
 */
on: string | null, 
/**
 * What shows it was kept, in words.
 */
evidence: string, 
/**
 * The text that shows it.
 */
evidenceText: string | null, 
/**
 * The follow-up that shows it.
 */
evidenceFollowUp: string | null, 
/**
 * The instrument that shows it; it then delivers the commitment.
 */
evidenceInstrument: string | null, };

/**
 * A change of due date, of one commitment or several.
 */
export type DueDateDraft = { 
/**
 * Which ones.
 */
commitments: Array<Seen>, 
/**
 * The new one.
 */
due: DueDraft, 
/**
 * Why; required when there was a date before.
 */
reason: string, 
/**
 * Whether it is given as well to all open commitments that are due by the same outside event.
 */
withEvent: boolean, };

/**
 * New owners, of one commitment or several.
 */
export type OwnersDraft = { 
/**
 * Which ones.
 */
commitments: Array<Seen>, 
/**
 * Owners of the given roles; those of other roles stay.
 */
owners: Array<OwnerDraft>, 
/**
 * The roles that are replaced.
 */
roles: Array<OwnerRole>, };

/**
 * A stretch of the text, in Unicode scalar values: `start` is the first, `end` one past the last.
 */
export type Stretch = { 
/**
 * First Unicode scalar value, from 0.
 */
start: number, 
/**
 * One past the last.
 */
end: number, };

/**
 * The commitment a candidate was entered as, or mentioned with.
 */
export type EnteredView = { 
/**
 * Its id.
 */
commitment: string, 
/**
 * Its ref.
 */
ref: string, 
/**
 * Its title.
 */
title: string, };

/**
 * A run of words that is kept, only in the old wording, or only in the new.
 */
export type DifferencePart = { 
/**
 * Which of the three.
 */
kind: Likeness, 
/**
 * The words, with the blanks between them.
 */
words: string, };

/**
 * An existing commitment that says nearly the same.
 */
export type LikeView = { 
/**
 * Its id.
 */
commitment: string, 
/**
 * Its ref.
 */
ref: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its wording, or its title where it has none.
 */
wording: string, 
/**
 * Where it comes from: `Joint statement, 19 Jul 2011`.
 */
origin: string, 
/**
 * Whether it is still open.
 */
open: boolean, 
/**
 * How near, in percent.
 */
percent: number, 
/**
 * The old words and the new, as one run: kept, only in the old, only in the new.
 */
difference: Array<DifferencePart>, };

/**
 * One candidate, with a draft that can be entered as it stands.
 */
export type CandidateView = { 
/**
 * Where its wording stands: the sentence or list item, without bullet or number.
 */
at: Stretch, 
/**
 * The words.
 */
quote: string, 
/**
 * The lead-in it inherits from, where it is a list item.
 */
leadIn: Stretch | null, 
/**
 * The lead-in's words; empty where there is none.
 */
leadInWords: string, 
/**
 * Commitment, somebody else's promise, already done.
 */
class: CandidateClass, 
/**
 * What has been decided of it.
 */
state: CandidateState, 
/**
 * Where the words stand that made it a candidate.
 */
cue: Stretch, 
/**
 * The words that made it a candidate.
 */
cueWords: string, 
/**
 * The rule that fired, by its name in the lexicon or the grammar.
 */
rule: string, 
/**
 * How sure the rule is, in percent.
 */
confidence: number, 
/**
 * Who is bound, for a person: `Both`, `India`, `Micron`.
 */
boundLabel: string, 
/**
 * Where the words of the deadline stand.
 */
dueAt: Stretch | null, 
/**
 * The words of the deadline; empty where there is none.
 */
dueWords: string, 
/**
 * What they mean, for a person: `31 Dec 2025`, `by the leaders' meeting, New York`, `each year`.
 */
dueLabel: string, 
/**
 * Why that track is proposed: `named after it`, `like 6 of its commitments`.
 */
trackReason: string, 
/**
 * Why these owners are proposed: `CERT-In is named`, `lead bodies of the track`.
 */
ownersReason: string, 
/**
 * Stretches that could each be an undertaking of their own; empty where there is one.
 */
acts: Array<Stretch>, 
/**
 * Everything proposed, ready to be entered.
 */
draft: CommitmentDraft, 
/**
 * Commitments of the dossier that say nearly the same, nearest first, at most three.
 */
like: Array<LikeView>, 
/**
 * What was entered: the commitment taken from it, or the one it reaffirms.
 */
entered: EnteredView | null, 
/**
 * The verdict that set it aside, so that it can be taken back.
 */
verdict: string | null, };

/**
 * The candidates of a text.
 */
export type CaptureView = { 
/**
 * The text.
 */
text: string, 
/**
 * The parties to it that the dossier knows.
 */
parties: Array<Named>, 
/**
 * Every candidate, in the order of the text, decided or not.
 */
candidates: Array<CandidateView>, 
/**
 * How many commitments still wait for a decision.
 */
remaining: number, 
/**
 * How many of these are firm.
 */
remainingFirm: number, 
/**
 * Why nothing could be read, where that is so: the user's lexicon has a fault.
 */
problem: string | null, };

/**
 * A commitment to enter from a candidate.
 */
export type AcceptDraft = { 
/**
 * The commitment.
 */
draft: CommitmentDraft, 
/**
 * The commitment it takes the place of; that one is then superseded.
 */
supersedes: string | null, };

/**
 * What was decided of a candidate that is not entered.
 */
export type VerdictDraft = { 
/**
 * Where it stands.
 */
at: PassageDraft, 
/**
 * Skipped, or never again.
 */
judgement: Judgement, };

/**
 * A verdict that speaks for later texts too.
 */
export type VerdictRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * The words it was given on.
 */
quote: string, 
/**
 * The text they stand in.
 */
text: string, 
/**
 * Title of that text.
 */
textTitle: string, };

/**
 * A text says again what a commitment promised.
 */
export type MentionDraft = { 
/**
 * The commitment.
 */
commitment: string, 
/**
 * Where the text says it again.
 */
at: PassageDraft, 
/**
 * Anything worth knowing.
 */
note: string, };

/**
 * A dated mention of a commitment in a later text.
 */
export type MentionView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Day of the meeting or text.
 */
on: string | null, 
/**
 * Where the text says it again.
 */
passage: PassageView, 
/**
 * The meeting.
 */
meeting: Named | null, 
/**
 * Anything worth knowing.
 */
note: string, };

/**
 * The user's own words for finding commitments.
 */
export type LexiconView = { 
/**
 * Revision of the dossier's settings, which it is one of.
 */
revision: number, 
/**
 * As TOML, added to the standard lexicon; empty where nothing is added.
 */
lexicon: string, 
/**
 * The standard lexicon, to read and to copy from.
 */
standard: string, };

/**
 * One official's word on a commitment.
 */
export type DecisionVoice = { 
/**
 * What it says.
 */
kind: DecisionKind, 
/**
 * Why, or how; may be empty.
 */
remark: string, 
/**
 * Whose.
 */
by: string, 
/**
 * On which day.
 */
on: string, };

/**
 * What is to become of a commitment at a coming meeting.
 */
export type DecisionView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * The meeting it is taken for.
 */
meeting: Named, 
/**
 * What stands: the decision, or the proposal as long as there is none.
 */
stands: DecisionKind, 
/**
 * What was proposed.
 */
proposed: DecisionVoice, 
/**
 * What somebody else decided.
 */
decided: DecisionVoice | null, 
/**
 * The level it is put to.
 */
level: Level | null, 
/**
 * The meeting it is put to.
 */
to: Named | null, 
/**
 * Whether it passed without a look at it.
 */
passed: boolean, 
/**
 * Whether it waits for a second official, who is the one that looks.
 */
toConfirm: boolean, };

/**
 * A commitment with what was decided on it.
 */
export type DecidedRow = { 
/**
 * The commitment.
 */
commitment: CommitmentRow, 
/**
 * The decision.
 */
decision: DecisionView, };

/**
 * A decision to take.
 */
export type DecisionDraft = { 
/**
 * The meeting that is reviewed.
 */
meeting: string, 
/**
 * The commitments, each with the revision of the decision that was seen; 0 where there was none.
 */
commitments: Array<Seen>, 
/**
 * What becomes of them.
 */
kind: DecisionKind, 
/**
 * Why, or how; may be empty.
 */
remark: string, 
/**
 * For what is escalated: to which level; the next one where left out.
 */
level: Level | null, 
/**
 * For what is escalated: to which meeting; the level's next where left out.
 */
toMeeting: string | null, };

/**
 * What is to pass in one stroke.
 */
export type PassDraft = { 
/**
 * The meeting that is reviewed.
 */
meeting: string, 
/**
 * Only these tracks; all where empty.
 */
tracks: Array<string>, };

/**
 * How far a review has come: open commitments, counted.
 */
export type DecisionCounts = { 
/**
 * Decided on, or proposed.
 */
decided: number, 
/**
 * Of those, with an exception.
 */
exceptions: number, 
/**
 * Proposed by somebody else, and waiting for the one who looks.
 */
toConfirm: number, 
/**
 * Decided otherwise than proposed.
 */
opposed: number, };

/**
 * What a review looks ahead to.
 */
export type ReviewFrame = { "kind": "meeting", 
/**
 * Which one.
 */
id: string, } | { "kind": "day", 
/**
 * Which one.
 */
on: string, };

/**
 * The order of a list.
 */
export type Sort = "review" | "due" | "ref" | "heard" | "title" | "made" | "slips" | "raised" | "track" | "status" | "bound" | "strength" | "owner";

/**
 * What a list is parted by.
 */
export type Grouping = "track" | "owner" | "body" | "meeting" | "status" | "due_month";

/**
 * Which commitments, in which order, and which stretch of them.
 */
export type CommitmentQuery = { 
/**
 * What "due before" looks ahead to; 30 days from the dossier's day where left out.
 */
frame: ReviewFrame | null, 
/**
 * Open ones (true), closed ones (false), or all.
 */
open: boolean | null, 
/**
 * Only these tracks; all where empty.
 */
tracks: Array<string>, 
/**
 * Only these delivery lamps; all where empty.
 */
delivery: Array<Delivery>, 
/**
 * Only these freshness lamps; all where empty.
 */
freshness: Array<Freshness>, 
/**
 * Only those with one of these exceptions; all where empty.
 */
exceptions: Array<Exception>, 
/**
 * Only those with no exception (true), or with at least one (false).
 */
onCourse: boolean | null, 
/**
 * For a meeting: only those on which something was decided (true), or nothing (false).
 */
decided: boolean | null, 
/**
 * Only these states; all where empty.
 */
statuses: Array<Status>, 
/**
 * Only those this body or person has a part in.
 */
owner: string | null, 
/**
 * Only those this party is bound by.
 */
party: string | null, 
/**
 * Only those made at this meeting, or due by it.
 */
meeting: string | null, 
/**
 * Only those of this dialogue's meetings.
 */
dialogue: string | null, 
/**
 * Only those due by this meeting.
 */
dueBy: string | null, 
/**
 * Only those due on or before this day.
 */
dueBefore: string | null, 
/**
 * What is searched for, in the search language: words of ref, title, wording and owners, and `field:value`.
 */
words: string, 
/**
 * In which order.
 */
sort: Sort, 
/**
 * Whether the order is turned round; a review's is not.
 */
descending: boolean, 
/**
 * What the list is parted by; within a part the order holds. A review is parted by track as it is.
 */
group: Grouping | null, 
/**
 * From a page's `next`; none for the beginning.
 */
after: string | null, 
/**
 * At most 500.
 */
limit: number, };

/**
 * A stretch of a list.
 */
export type CommitmentPage = { 
/**
 * The rows.
 */
rows: Array<CommitmentRow>, 
/**
 * Where the next page begins; none at the end.
 */
next: string | null, };

/**
 * A part of a list.
 */
export type ListGroup = { 
/**
 * What its rows have in common: an id, a word, or a month `2026-03`; empty where they have none.
 */
key: string, 
/**
 * Its name, for a person.
 */
label: string, 
/**
 * The place of its first row, from 0.
 */
first: number, 
/**
 * How many rows it has.
 */
count: number, };

/**
 * A place in a list that a stretch can begin at.
 */
export type ListMark = { 
/**
 * How many rows stand before it.
 */
at: number, 
/**
 * The query's `after` for it.
 */
after: string, };

/**
 * How long a list is, and where in it things stand: what a scroll bar needs to be true.
 */
export type ListPlaces = { 
/**
 * How many rows it has in all.
 */
total: number, 
/**
 * Its parts, in order; empty where it is not parted.
 */
groups: Array<ListGroup>, 
/**
 * Where stretches can begin besides the beginning, in order.
 */
marks: Array<ListMark>, };

/**
 * What is to change of each.
 */
export type BulkChange = { "kind": "status", 
/**
 * As we see it; none leaves it.
 */
status: Status | null, 
/**
 * As they see it; none leaves it.
 */
theirStatus: Status | null, 
/**
 * Whether it is blocked; none leaves it.
 */
blocked: boolean | null, 
/**
 * Why it is blocked.
 */
blockedReason: string, 
/**
 * Day of closing; the dossier's day where left out.
 */
on: string | null, 
/**
 * What shows it was kept, in words.
 */
evidence: string, } | { "kind": "due_date", 
/**
 * The new one.
 */
due: DueDraft, 
/**
 * Why; required where one of them had a date before.
 */
reason: string, } | { "kind": "owners", 
/**
 * Owners of the given roles; those of other roles stay.
 */
owners: Array<OwnerDraft>, 
/**
 * The roles that are replaced.
 */
roles: Array<OwnerRole>, } | { "kind": "track", 
/**
 * The track.
 */
track: string, } | { "kind": "follow_up", 
/**
 * What is entered; its `commitments` say nothing.
 */
followUp: FollowUpDraft, } | { "kind": "marking", 
/**
 * At most one per axis; none takes it away.
 */
marking: Array<string>, } | { "kind": "remove" };

/**
 * A change of many commitments.
 */
export type BulkDraft = { 
/**
 * Which ones: all that this list has, whatever its stretch.
 */
query: CommitmentQuery, 
/**
 * But not these.
 */
except: Array<string>, 
/**
 * Just these instead, in this order; then the query says nothing.
 */
ids: Array<string> | null, 
/**
 * What is to change.
 */
change: BulkChange, };

/**
 * Open commitments counted, for a track or for all.
 */
export type Tally = { 
/**
 * The track; none for the total.
 */
track: string | null, 
/**
 * Open and past their day.
 */
overdue: number, 
/**
 * Blocked.
 */
blocked: number, 
/**
 * Due from the dossier's day to the frame's.
 */
dueBefore: number, 
/**
 * Not heard of for more than 90 days, or never.
 */
stale: number, 
/**
 * The meeting they were due by was cancelled.
 */
cancelled: number, 
/**
 * With at least one exception.
 */
exceptions: number, 
/**
 * With none.
 */
onCourse: number, 
/**
 * Delivery lamp red.
 */
red: number, 
/**
 * Delivery lamp amber.
 */
amber: number, 
/**
 * Delivery lamp green.
 */
green: number, 
/**
 * Delivery lamp grey.
 */
grey: number, 
/**
 * All of them.
 */
open: number, };

/**
 * The head of a review: what it looks ahead to, and the counts.
 */
export type ReviewView = { 
/**
 * What it looks ahead to.
 */
frame: ReviewFrame, 
/**
 * For a person: `Review before the leaders' meeting, New York`.
 */
title: string, 
/**
 * The day looked ahead to.
 */
on: string, 
/**
 * Days until then.
 */
days: number, 
/**
 * The meeting's level.
 */
level: Level | null, 
/**
 * Who meets, in one line: heads of delegation entered for the meeting.
 */
who: string, 
/**
 * When the same dialogue or level last met.
 */
lastMet: MeetingRow | null, 
/**
 * A tally for each track that has open commitments.
 */
tracks: Array<Tally>, 
/**
 * The sum of all tracks.
 */
total: Tally, 
/**
 * How far its decisions have come; none where it looks ahead to a day.
 */
decisions: DecisionCounts | null, 
/**
 * Coming meetings to choose from.
 */
coming: Array<NextMeeting>, };

/**
 * Help while a query is typed. Places are in Unicode scalar values.
 */
export type QueryHelp = { 
/**
 * What is wrong so far.
 */
problem: QueryProblem | null, 
/**
 * Where what an offer replaces begins.
 */
from: number, 
/**
 * One past its end.
 */
to: number, 
/**
 * What could stand there.
 */
offers: Array<QueryOffer>, };

/**
 * What is wrong with a query, and where.
 */
export type QueryProblem = { 
/**
 * First Unicode scalar value of the spot, from 0.
 */
start: number, 
/**
 * One past the last.
 */
end: number, 
/**
 * What is wrong and what would be right, for a person.
 */
message: string, };

/**
 * Something that could stand at the cursor.
 */
export type QueryOffer = { 
/**
 * What is put in.
 */
insert: string, 
/**
 * What is shown.
 */
label: string, 
/**
 * What it asks; empty for values.
 */
help: string, };

/**
 * A part of what was understood.
 */
export type QuickPart = { 
/**
 * What it says.
 */
kind: QuickKind, 
/**
 * For a person: `Cyber`, `31 Mar 2016`, `us`.
 */
value: string, 
/**
 * Where its words stand in the line, in Unicode scalar values; none where the line does not say it.
 */
start: number | null, 
/**
 * One past the last.
 */
end: number | null, 
/**
 * Whether the line does not say it and it was proposed.
 */
proposed: boolean, 
/**
 * Why it was proposed, or what it is besides its name; may be empty.
 */
hint: string, };

/**
 * What was understood of a line.
 */
export type QuickView = { 
/**
 * The parts, in the order in which they are shown.
 */
parts: Array<QuickPart>, 
/**
 * What was not understood, with what would be right.
 */
problems: Array<QueryProblem>, 
/**
 * What would be entered; none where nothing can be yet.
 */
draft: CommitmentDraft | null, 
/**
 * Where what an offer replaces begins, in Unicode scalar values.
 */
from: number, 
/**
 * One past its end.
 */
to: number, 
/**
 * What could stand at the cursor.
 */
offers: Array<QueryOffer>, };

/**
 * A view to save, or to change.
 */
export type SavedViewDraft = { 
/**
 * Which one; none for a new one.
 */
id: string | null, 
/**
 * Revision read; 0 for a new one.
 */
revision: number, 
/**
 * Its name, which no other view has.
 */
name: string, 
/**
 * What it asks, its order and grouping: all that filters is put in words. Frame, stretch and limit are not kept.
 */
query: CommitmentQuery, 
/**
 * The columns it shows, in their order; the usual ones where empty.
 */
columns: Array<string>, 
/**
 * Whether it stands in the navigation.
 */
pinned: boolean, 
/**
 * Its place among the views; 0 for the last.
 */
rank: number, };

/**
 * A saved view.
 */
export type SavedViewRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Its name.
 */
name: string, 
/**
 * All that it asks, in the search language.
 */
words: string, 
/**
 * The same as a list is asked: what a filter of its own stands for is there, the rest in its words.
 */
query: CommitmentQuery, 
/**
 * The columns it shows, in their order; the usual ones where empty.
 */
columns: Array<string>, 
/**
 * Whether it stands in the navigation.
 */
pinned: boolean, 
/**
 * Its place among the views.
 */
rank: number, };

/**
 * What is searched for.
 */
export type SearchQuery = { 
/**
 * Words, "phrases" and prefixes*; every one has to be found. The last word is taken for a beginning where
 * `typing` says that more of it may come.
 */
words: string, 
/**
 * Whether the last word is still being typed.
 */
typing: boolean, 
/**
 * Only these nouns; all where empty.
 */
nouns: Array<Noun>, 
/**
 * From a page's `next`; none for the beginning.
 */
after: string | null, 
/**
 * At most 200.
 */
limit: number, };

/**
 * A piece of text.
 */
export type SearchPart = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether it is one of the words searched for.
 */
found: boolean, };

/**
 * Something found.
 */
export type SearchHit = { 
/**
 * What it is.
 */
noun: Noun, 
/**
 * Which one.
 */
id: string, 
/**
 * Its ref; empty where it has none.
 */
reference: string, 
/**
 * Its title or name.
 */
title: Array<SearchPart>, 
/**
 * Where the words stand, with some words around; empty where they stand in the title.
 */
context: Array<SearchPart>, 
/**
 * What it belongs to, in a few words: the track, the party, the day.
 */
place: string, 
/**
 * Where the context is from: `Wording`, `Follow-up of 3 Mar 2015`, `Record`; empty without context.
 */
source: string, };

/**
 * A stretch of what was found: title and ref first, then wording, then the rest; in each, the newest first.
 */
export type SearchPage = { 
/**
 * What was found.
 */
hits: Array<SearchHit>, 
/**
 * Where the next page begins; none at the end.
 */
next: string | null, };

/**
 * A name that resembles what was typed.
 */
export type NameHit = { 
/**
 * What it is: a party, body, person, track, dialogue, meeting, text or instrument.
 */
noun: Noun, 
/**
 * Which one.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What tells it apart from others of that name: the party, the post, the day.
 */
hint: string, };

/**
 * A period, such as five years.
 */
export type Period = { 
/**
 * How many, from 1.
 */
length: number, 
/**
 * Of what.
 */
unit: PeriodUnit, };

/**
 * When an instrument enters into force.
 */
export type EntryRule = { 
/**
 * As its clause says.
 */
clause: EntryClause, 
/**
 * How many ratifications it takes; all where left out. Only where it goes by ratifications.
 */
count: number | null, 
/**
 * The day. Only where it is a day.
 */
on: string | null, 
/**
 * How long after that: `thirty days after the later notification`.
 */
after: Period | null, 
/**
 * Whether it waits for the first day of the month that follows.
 */
firstOfMonth: boolean, };

/**
 * How long an instrument lasts, how it is renewed and denounced.
 */
export type TermRule = { 
/**
 * Without end, for a period, until a day.
 */
kind: TermKind, 
/**
 * How long at first. Only for a period.
 */
length: Period | null, 
/**
 * What the first term begins with.
 */
from: TermStart, 
/**
 * The day it begins. Only from a fixed day.
 */
fromOn: string | null, 
/**
 * Its last day. Only until a day.
 */
until: string | null, 
/**
 * What follows the end of a term.
 */
renewal: Renewal, 
/**
 * How long a renewal lasts; as long as the first term where left out.
 */
renewalLength: Period | null, 
/**
 * How many renewals there can be; any number where left out.
 */
renewalMost: number | null, 
/**
 * How long before the end of a term, or before a denunciation takes effect, notice has to be given.
 */
notice: Period | null, 
/**
 * In which form.
 */
noticeForm: string, 
/**
 * When a denunciation takes effect.
 */
denouncing: Denouncing, };

/**
 * What acts, clause and term come to as of a day. Every result has a sentence that explains it.
 */
export type Reckoning = { 
/**
 * Where the instrument stands: as set by hand, or else as the acts say.
 */
stage: Stage, 
/**
 * Since when; none where the day is not known.
 */
stageSince: string | null, 
/**
 * Why.
 */
stageWhy: string, 
/**
 * Where the acts say that it stands; none where they decide nothing.
 */
stageOfActs: Stage | null, 
/**
 * How a stage set by hand contradicts the acts; none where it does not.
 */
contradiction: string | null, 
/**
 * The day it entered, or will enter, into force or operation.
 */
inForceOn: string | null, 
/**
 * Why, or what it waits for.
 */
inForceWhy: string, 
/**
 * Since when it is applied provisionally; none once it is in force.
 */
provisionalOn: string | null, 
/**
 * The current term, from 1.
 */
term: number | null, 
/**
 * Its first day.
 */
termBeginsOn: string | null, 
/**
 * Its last day; none where it has no end.
 */
termEndsOn: string | null, 
/**
 * Why: `Term ends 18 Jul 2016: five years from signature; tacitly renewed once.`
 */
termWhy: string, 
/**
 * Last day on which notice can be given in the current term.
 */
noticeOn: string | null, 
/**
 * Days until then; negative when past.
 */
noticeDays: number | null, 
/**
 * Whether notice can still be given.
 */
window: NoticeWindow, 
/**
 * Why.
 */
noticeWhy: string, 
/**
 * The day with which the instrument will have come, or has come, to its end as things stand.
 */
endsOn: string | null, 
/**
 * Why; empty where there is no such day.
 */
endsWhy: string, 
/**
 * What is missing before it enters into force, and from whom.
 */
missing: Array<MissingAct>, 
/**
 * The same in one sentence; empty where nothing is missing.
 */
missingWhy: string, 
/**
 * What does not fit together, or rests on a day that is not known exactly; a sentence each.
 */
remarks: Array<string>, };

/**
 * An act that is missing.
 */
export type MissingAct = { 
/**
 * Which.
 */
kind: InstrumentActKind, 
/**
 * From which party; none where all have to do it together, or any will do.
 */
party: Named | null, 
/**
 * For a person: `ratification by India`.
 */
label: string, };

/**
 * An entry of an instrument's life line, in the order of time; what is missing comes last.
 */
export type LifeEntry = { 
/**
 * How it stands to the day.
 */
state: LifeState, 
/**
 * The act, where it is one; none for what is missing and for what is reckoned.
 */
act: string | null, 
/**
 * Which kind of act; none for the ends of terms and the days for notice.
 */
kind: InstrumentActKind | null, 
/**
 * By which party.
 */
party: Named | null, 
/**
 * What it is, for a person: `Signature`, `Term 2 ends`, `Last day for notice`.
 */
label: string, 
/**
 * Its day, as far as it is known.
 */
on: string | null, 
/**
 * The day as people read it.
 */
when: string, 
/**
 * Who and where, or why: `R. Chandrashekhar, Secretary, New Delhi`.
 */
detail: string, };

/**
 * An instrument in a list, as of the dossier's day.
 */
export type InstrumentRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * `INS-2011-001`.
 */
ref: string, 
/**
 * Its full title.
 */
title: string, 
/**
 * What people call it; may be empty.
 */
shortTitle: string, 
/**
 * What kind of instrument it is.
 */
kind: InstrumentType, 
/**
 * The parties, ours first.
 */
parties: Array<Named>, 
/**
 * The parties other than ours, in one line: `United States`.
 */
partner: string, 
/**
 * Tracks it serves.
 */
tracks: Array<Named>, 
/**
 * Where it stands.
 */
stage: Stage, 
/**
 * Since when; none where the day is not known.
 */
stageSince: string | null, 
/**
 * Whether somebody set the stage by hand.
 */
byHand: boolean, 
/**
 * What all parties that say something hold of its legal effect; not stated where they differ.
 */
effect: LegalEffect, 
/**
 * Whether the parties differ on that.
 */
disputed: boolean, 
/**
 * The day all had signed, for a person: `19 Jul 2011`, `before 19 Jul 2011`; empty while it is not signed.
 */
signed: string, 
/**
 * The day it entered, or will enter, into force or operation.
 */
inForceOn: string | null, 
/**
 * The current term, from 1; none where no term is stated or can be reckoned.
 */
term: number | null, 
/**
 * Last day of the current term.
 */
termEndsOn: string | null, 
/**
 * Last day on which notice can be given in the current term.
 */
noticeOn: string | null, 
/**
 * Days until then; negative when past.
 */
noticeDays: number | null, 
/**
 * Whether notice can still be given.
 */
window: NoticeWindow, 
/**
 * The day with which it will have come, or has come, to its end as things stand.
 */
endsOn: string | null, 
/**
 * What is missing before it enters into force, in one line; empty where nothing is.
 */
missing: string, 
/**
 * Day of the newest act or follow-up, on it or on its commitments.
 */
progressOn: string | null, 
/**
 * Commitments made in it.
 */
commitments: number, 
/**
 * Of those, open.
 */
open: number, 
/**
 * Why it needs looking at.
 */
concerns: Array<Concern>, };

/**
 * The order of a list of instruments. Equal ones stand by ref; what has none of what is sorted by stands last.
 */
export type InstrumentSort = "ref" | "title" | "partner" | "kind" | "stage" | "signed" | "ends" | "notice" | "progress";

/**
 * Which instruments, in which order, and which stretch of them. Filters narrow; an empty one asks nothing.
 */
export type InstrumentQuery = { 
/**
 * Words, "phrases" and prefixes*; every one has to be found in the instrument, its acts or follow-ups.
 */
words: string, 
/**
 * To which this party is one.
 */
partner: string | null, 
/**
 * On one of these tracks.
 */
tracks: Array<string>, 
/**
 * Under this dialogue.
 */
dialogue: string | null, 
/**
 * Of one of these types.
 */
kinds: Array<InstrumentType>, 
/**
 * At one of these stages.
 */
stages: Array<Stage>, 
/**
 * Whether it has come to its end.
 */
ended: boolean | null, 
/**
 * Whose last day for notice, or whose end where no notice is due, lies at most so many days ahead.
 */
noticeWithin: number | null, 
/**
 * With one of these concerns.
 */
concerns: Array<Concern>, 
/**
 * In which order.
 */
sort: InstrumentSort, 
/**
 * The order turned round.
 */
descending: boolean, 
/**
 * From a page's `next`; none for the beginning.
 */
after: string | null, 
/**
 * At most 500.
 */
limit: number, };

/**
 * A stretch of a list of instruments.
 */
export type InstrumentPage = { 
/**
 * The rows.
 */
rows: Array<InstrumentRow>, 
/**
 * Where the next stretch begins; none at the end.
 */
next: string | null, 
/**
 * How many the list has in all.
 */
total: number, 
/**
 * How many of those that the other filters leave have each concern.
 */
concerns: Array<ConcernCount>, };

/**
 * How many instruments have a concern.
 */
export type ConcernCount = { 
/**
 * Which.
 */
concern: Concern, 
/**
 * How many.
 */
count: number, };

/**
 * What an instrument is to one of its parties.
 */
export type InstrumentPartyView = { 
/**
 * Its id.
 */
id: string, 
/**
 * The party.
 */
party: Named, 
/**
 * Whether it is ours.
 */
home: boolean, 
/**
 * What the party holds of its legal effect.
 */
effect: LegalEffect, 
/**
 * The body responsible for it.
 */
body: Named | null, 
/**
 * Bodies that carry it out.
 */
implementing: Array<Named>, };

/**
 * A party to an instrument.
 */
export type InstrumentPartyDraft = { 
/**
 * The party.
 */
party: string, 
/**
 * What it holds of the legal effect.
 */
effect: LegalEffect, 
/**
 * The body responsible for it.
 */
body: string | null, 
/**
 * Bodies that carry it out.
 */
implementing: Array<string>, };

/**
 * An act on an instrument.
 */
export type InstrumentActView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * What was done.
 */
kind: InstrumentActKind, 
/**
 * By which party; none where all did it together.
 */
party: Named | null, 
/**
 * The day, as far as it is known.
 */
on: string | null, 
/**
 * How exactly.
 */
dated: Dated, 
/**
 * The day as people read it: `19 Jul 2011`, `Jul 2011`, `before 19 Jul 2011`; empty where unknown.
 */
when: string, 
/**
 * Where.
 */
place: string, 
/**
 * Who did it, where the register knows the person.
 */
person: Named | null, 
/**
 * Who did it: the bare name, where the register has no such person.
 */
name: string, 
/**
 * The post held then.
 */
post: string, 
/**
 * The meeting it was done at.
 */
meeting: Named | null, 
/**
 * The day it takes effect, where that is another one.
 */
effectiveOn: string | null, 
/**
 * To which day: of a renewal or a suspension.
 */
untilOn: string | null, 
/**
 * Anything worth knowing.
 */
note: string, };

/**
 * An act on an instrument to enter or change.
 */
export type InstrumentActDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * The instrument; not read among the acts of a new instrument.
 */
instrument: string | null, 
/**
 * What was done.
 */
kind: InstrumentActKind, 
/**
 * By which party; none where all did it together.
 */
party: string | null, 
/**
 * The day; the meeting's last where it is left out and a meeting is given.
 */
on: string | null, 
/**
 * How exactly it is known.
 */
dated: Dated, 
/**
 * Where; the meeting's place where left out.
 */
place: string, 
/**
 * Who did it.
 */
person: string | null, 
/**
 * The bare name, where the register has no such person.
 */
name: string, 
/**
 * The post held then; the person's where left out.
 */
post: string, 
/**
 * The meeting it was done at.
 */
meeting: string | null, 
/**
 * The day it takes effect, where that is another one.
 */
effectiveOn: string | null, 
/**
 * To which day: of a renewal or a suspension.
 */
untilOn: string | null, 
/**
 * Anything worth knowing.
 */
note: string, };

/**
 * An instrument to enter or change.
 */
export type InstrumentDraft = { 
/**
 * None to create.
 */
id: string | null, 
/**
 * Revision read; 0 to create.
 */
revision: number, 
/**
 * Its full title.
 */
title: string, 
/**
 * What people call it; may be empty.
 */
shortTitle: string, 
/**
 * What kind of instrument it is.
 */
kind: InstrumentType, 
/**
 * Where it stands, set by hand; none to reckon it from the acts.
 */
stage: Stage | null, 
/**
 * Since when, where it is set by hand.
 */
stageSince: string | null, 
/**
 * The parties, as a whole: at least two.
 */
parties: Array<InstrumentPartyDraft>, 
/**
 * The dialogue it stands under.
 */
dialogue: string | null, 
/**
 * Tracks it serves.
 */
tracks: Array<string>, 
/**
 * Languages it is done in, as BCP 47 tags.
 */
languages: Array<string>, 
/**
 * Which of those are authentic.
 */
authentic: Array<string>, 
/**
 * The one that prevails where they differ; empty where none does.
 */
prevailing: string, 
/**
 * With whom it is deposited.
 */
depositary: string, 
/**
 * The body that holds our original.
 */
holder: string | null, 
/**
 * Where the original lies, in words.
 */
holderNote: string, 
/**
 * When it enters into force.
 */
entry: EntryRule, 
/**
 * How long it lasts, how it is renewed and denounced.
 */
term: TermRule, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * At most one marking per axis.
 */
marking: Array<string>, 
/**
 * Acts to enter with it; only read on creation.
 */
acts: Array<InstrumentActDraft>, };

/**
 * A link between two instruments, seen from one of them.
 */
export type InstrumentLinkView = { 
/**
 * Its id.
 */
id: string, 
/**
 * How.
 */
kind: InstrumentLinkKind, 
/**
 * Whether this instrument is the one that replaces, amends, implements.
 */
outgoing: boolean, 
/**
 * For a person: `replaces`, `is replaced by`.
 */
label: string, 
/**
 * The other one.
 */
other: InstrumentRow, };

/**
 * A link between two instruments to enter.
 */
export type InstrumentLinkDraft = { 
/**
 * The instrument that replaces, amends, implements.
 */
from: string, 
/**
 * How.
 */
kind: InstrumentLinkKind, 
/**
 * The other one.
 */
to: string, };

/**
 * That an instrument delivers a commitment, to enter.
 */
export type DeliveredByDraft = { 
/**
 * The commitment.
 */
commitment: string, 
/**
 * The instrument.
 */
instrument: string, };

/**
 * A commitment that an instrument delivers.
 */
export type DeliveryView = { 
/**
 * The link's id.
 */
id: string, 
/**
 * The commitment.
 */
commitment: CommitmentRow, };

/**
 * An instrument that delivers a commitment.
 */
export type DeliveredByView = { 
/**
 * The link's id.
 */
id: string, 
/**
 * The instrument.
 */
instrument: InstrumentRow, };

/**
 * Everything about one instrument.
 */
export type InstrumentView = { 
/**
 * The row as in lists.
 */
row: InstrumentRow, 
/**
 * The parties, ours first.
 */
parties: Array<InstrumentPartyView>, 
/**
 * What they hold of its legal effect, for a person: `disputed: India holds that it binds, …`.
 */
effectLabel: string, 
/**
 * The stage set by hand; none where it is reckoned.
 */
stageByHand: Stage | null, 
/**
 * Since when it was set.
 */
stageByHandSince: string | null, 
/**
 * The dialogue it stands under.
 */
dialogue: Named | null, 
/**
 * The meeting where it was signed.
 */
signedAt: Named | null, 
/**
 * Languages it is done in.
 */
languages: Array<string>, 
/**
 * Which of those are authentic.
 */
authentic: Array<string>, 
/**
 * The one that prevails; empty where none does.
 */
prevailing: string, 
/**
 * With whom it is deposited.
 */
depositary: string, 
/**
 * The body that holds our original.
 */
holder: Named | null, 
/**
 * Where the original lies, in words.
 */
holderNote: string, 
/**
 * When it enters into force, as entered.
 */
entry: EntryRule, 
/**
 * The same for a person.
 */
entryLabel: string, 
/**
 * Its term, as entered.
 */
term: TermRule, 
/**
 * The same for a person, a sentence each.
 */
termLabels: Array<string>, 
/**
 * What that comes to as of the day.
 */
reckoned: Reckoning, 
/**
 * Acts in their order, and what is missing or to come.
 */
life: Array<LifeEntry>, 
/**
 * Acts, in the order in which they happened.
 */
acts: Array<InstrumentActView>, 
/**
 * Its texts, side letters last.
 */
texts: Array<TextRow>, 
/**
 * Commitments that it delivers.
 */
delivers: Array<DeliveryView>, 
/**
 * Commitments made in it, or taken from its texts.
 */
commitments: Array<CommitmentRow>, 
/**
 * Follow-ups on it, newest first.
 */
followUps: Array<FollowUpView>, 
/**
 * Links to other instruments.
 */
links: Array<InstrumentLinkView>, 
/**
 * Anything worth knowing.
 */
note: string, 
/**
 * At most one marking per axis.
 */
marking: Array<MarkingView>, };

/**
 * What the day brings.
 */
export type TodayView = { 
/**
 * The dossier's day.
 */
day: string, 
/**
 * Past their day, latest first; at most 12.
 */
overdue: Array<CommitmentRow>, 
/**
 * Due within 30 days; at most 12.
 */
dueSoon: Array<CommitmentRow>, 
/**
 * Not heard of for more than 90 days, or never; at most 12.
 */
stale: Array<CommitmentRow>, 
/**
 * The meeting they were due by was cancelled; at most 12.
 */
cancelled: Array<CommitmentRow>, 
/**
 * What moved with its meeting in the last 30 days, newest first.
 */
moves: Array<MoveView>, 
/**
 * Meetings to come within 30 days, soonest first; at most 12.
 */
meetings: Array<MeetingRow>, 
/**
 * How many those are.
 */
meetingCount: number, 
/**
 * Held meetings whose record is not final, newest first; at most 12.
 */
drafts: Array<MeetingRow>, 
/**
 * How many those are.
 */
draftCount: number, 
/**
 * Instruments on which notice is due, or which end, within 90 days; soonest first, at most 12.
 */
notices: Array<InstrumentRow>, 
/**
 * How many those are.
 */
noticeCount: number, 
/**
 * Instruments signed more than a year ago and not in force; longest first, at most 12.
 */
notInForce: Array<InstrumentRow>, 
/**
 * How many those are.
 */
notInForceCount: number, 
/**
 * The counts behind the lists.
 */
tally: Tally, 
/**
 * How many are due within 30 days.
 */
dueSoonCount: number, };

/**
 * What the window opens with, in one answer: the frame, the page of the day, and what stands in the navigation.
 */
export type FirstPage = { 
/**
 * The open dossier.
 */
dossier: DossierView, 
/**
 * What the day brings.
 */
today: TodayView, 
/**
 * The saved views.
 */
savedViews: Array<SavedViewRow>, };

/**
 * What is to be handed over.
 */
export type HandoverDraft = { 
/**
 * Who leaves.
 */
from: string, 
/**
 * Who follows; of the same party.
 */
to: string, 
/**
 * On which day; the dossier's where left out.
 */
day: string | null, 
/**
 * Why.
 */
reason: string, };

/**
 * A handover that took place.
 */
export type HandoverRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * On which day.
 */
day: string, 
/**
 * Who left.
 */
from: Named, 
/**
 * Who follows.
 */
to: Named, 
/**
 * Why.
 */
reason: string, 
/**
 * How many commitments passed.
 */
count: number, 
/**
 * The first of them that still stand in the dossier; at most 100.
 */
commitments: Array<CommitmentRow>, };

/**
 * What a successor reads first.
 */
export type HandoverView = { 
/**
 * Who leaves.
 */
person: PersonRow, 
/**
 * Open commitments they have a part in, soonest due first, which brings what is late to the top; at most 500.
 */
commitments: Array<CommitmentRow>, 
/**
 * How many there are.
 */
open: number, 
/**
 * Of those, past their day.
 */
late: number, 
/**
 * What was said to come next, in follow-ups on these, soonest first; at most 100.
 */
said: Array<FollowUpView>, 
/**
 * Coming meetings at which they are expected, or of a dialogue that they chair.
 */
meetings: Array<MeetingRow>, 
/**
 * Dialogues they co-chair.
 */
dialogues: Array<Named>, };

/**
 * What one side owes on one track, counted.
 */
export type LedgerCell = { 
/**
 * Open.
 */
open: number, 
/**
 * Of those, past their day.
 */
overdue: number, 
/**
 * Closed as fulfilled.
 */
kept: number, 
/**
 * Closed as not fulfilled.
 */
notKept: number, 
/**
 * Kept or not kept, and with a date: what the share kept in time is counted of.
 */
dated: number, 
/**
 * Of those, kept by the first date that was ever set: later dates do not make up for it.
 */
inTime: number, };

/**
 * What one side owes.
 */
export type LedgerSide = { 
/**
 * Which: us, them, both, or parties named one by one.
 */
bound: Bound, 
/**
 * Its counts.
 */
cell: LedgerCell, };

/**
 * A track's line, or that of all.
 */
export type LedgerRow = { 
/**
 * The track; none for the sum.
 */
track: string | null, 
/**
 * Each side that appears in the ledger, in the order of [`Ledger::sides`].
 */
sides: Array<LedgerSide>, };

/**
 * What we owe them, what they owe us, what both owe.
 */
export type Ledger = { 
/**
 * The dossier's day.
 */
day: string, 
/**
 * The sides: us, them, both; parties named one by one where there are such commitments.
 */
sides: Array<Bound>, 
/**
 * A line for each track that has commitments, in the dossier's order.
 */
tracks: Array<LedgerRow>, 
/**
 * The sum of all tracks.
 */
total: LedgerRow, };

/**
 * What led to a commitment or an instrument, and what came of it. Nodes stand from left to right in the order of time;
 * edges name them by their place in that list, and always lead from an earlier place to a later one.
 */
export type Lineage = { 
/**
 * The place of what was asked for.
 */
root: number, 
/**
 * What is shown, from left to right.
 */
nodes: Array<LineageNode>, 
/**
 * What leads from one to the next.
 */
edges: Array<LineageEdge>, 
/**
 * How many things are linked to what is shown and are not shown themselves.
 */
leftOut: number, };

/**
 * One thing in a lineage.
 */
export type LineageNode = { 
/**
 * What it is.
 */
kind: LineageKind, 
/**
 * The page it opens: itself, or what it was said on.
 */
opens: Noun, 
/**
 * The id of that page.
 */
id: string, 
/**
 * `CYB-2011-001`; empty where it has none.
 */
ref: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * Its words, shortened: a commitment's wording, a statement's passage; may be empty.
 */
quote: string, 
/**
 * First character of the passage in the statement, and one past the last.
 */
passage: [number, number] | null, 
/**
 * The day it is ordered by; none where it is not known.
 */
on: string | null, 
/**
 * That day as people read it, as exactly as it is known: `May 2011`; empty where it is not known.
 */
when: string, 
/**
 * Where it stands, in words: `closed, fulfilled`, `in force`, `held`, `joint statement`.
 */
state: string, 
/**
 * The delivery lamp of a commitment.
 */
delivery: Delivery | null, 
/**
 * Its column, from 0 at the left; later things never stand in an earlier column.
 */
column: number, 
/**
 * What is shown as one: a meeting with what was put out and signed there, in one column.
 */
group: number, 
/**
 * How many things linked to it are not shown; one goes on from its own page.
 */
more: number, };

/**
 * How one thing leads to another.
 */
export type LineageEdge = { 
/**
 * The earlier one.
 */
from: number, 
/**
 * The later one.
 */
to: number, 
/**
 * What holds between them.
 */
links: Array<LineageLink>, 
/**
 * The same, read from the earlier to the later one: `delivered by, shown by`.
 */
words: string, };

/**
 * A stretch of the time line.
 */
export type TimeLineQuery = { 
/**
 * Its first day.
 */
from: string, 
/**
 * Its last day.
 */
to: string, 
/**
 * Only dialogues that deal with this track, and what was promised on it.
 */
track: string | null, 
/**
 * Only this dialogue.
 */
dialogue: string | null, };

/**
 * A round, or a meeting by itself.
 */
export type TimeRound = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its number among the rounds of its dialogue.
 */
ordinal: number | null, 
/**
 * Planned, held, postponed, cancelled.
 */
state: MeetingState, 
/**
 * First day.
 */
beginsOn: string, 
/**
 * Last day, where it has several.
 */
endsOn: string | null, };

/**
 * Rounds of a month, where there are too many to show each.
 */
export type MonthRounds = { 
/**
 * `2026-06`.
 */
month: string, 
/**
 * Held.
 */
held: number, 
/**
 * Planned, postponed or cancelled.
 */
others: number, };

/**
 * A commitment with a date, from the day it was made to the day it is due.
 */
export type TimeDue = { 
/**
 * The commitment.
 */
id: string, 
/**
 * Its reference.
 */
ref: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The day it was made, where that is known.
 */
madeOn: string | null, 
/**
 * The day it is due.
 */
dueOn: string, 
/**
 * Its status.
 */
status: Status, 
/**
 * Whether it is being worked on and past its day.
 */
overdue: boolean, };

/**
 * Commitments due in a month, where there are too many to show each.
 */
export type MonthDues = { 
/**
 * `2026-06`.
 */
month: string, 
/**
 * Open.
 */
open: number, 
/**
 * Closed.
 */
closed: number, };

/**
 * An instrument, as long as it has effect.
 */
export type TimeTerm = { 
/**
 * The instrument.
 */
id: string, 
/**
 * Its reference.
 */
ref: string, 
/**
 * What people call it, or its title.
 */
title: string, 
/**
 * Its first day; none where only the last is known.
 */
from: string | null, 
/**
 * The last day of its current term, or the day it ended with; none where there is no end.
 */
to: string | null, 
/**
 * Where it stands.
 */
stage: Stage, };

/**
 * What happened, and is to happen, in one dialogue; or without any.
 */
export type TimeLane = { 
/**
 * The dialogue; none for what belongs to none.
 */
dialogue: string | null, 
/**
 * Its full name.
 */
name: string, 
/**
 * Its short name.
 */
shortName: string, 
/**
 * Its rounds, in the order of days; empty where they are counted.
 */
rounds: Array<TimeRound>, 
/**
 * Its rounds by month; empty where each is shown.
 */
monthRounds: Array<MonthRounds>, 
/**
 * What was promised in it and has a date, in the order of dates; empty where it is counted.
 */
dues: Array<TimeDue>, 
/**
 * The same by month; empty where each is shown.
 */
monthDues: Array<MonthDues>, 
/**
 * Instruments of the dialogue, in the order of their first days.
 */
terms: Array<TimeTerm>, };

/**
 * Dialogues as lanes, over a stretch of time.
 */
export type TimeLineView = { 
/**
 * The dossier's day.
 */
day: string, 
/**
 * The first day of anything there is, whatever the stretch.
 */
first: string | null, 
/**
 * The last day of anything there is.
 */
last: string | null, 
/**
 * The dialogues, each followed by those beneath it; then what belongs to none.
 */
lanes: Array<TimeLane>, 
/**
 * Whether rounds are counted by month.
 */
roundsCounted: boolean, 
/**
 * Whether commitments are counted by month.
 */
duesCounted: boolean, 
/**
 * How many more instruments there are than are shown.
 */
termsLeft: number, };

/**
 * The register at a month's end, as it was known then.
 */
export type TrendMonth = { 
/**
 * The last day of the month; for the month under way, the dossier's day.
 */
on: string, 
/**
 * Open.
 */
open: number, 
/**
 * Of those, past their day.
 */
overdue: number, 
/**
 * Of those, not heard of for more than 90 days.
 */
stale: number, };

/**
 * The register month by month.
 */
export type TrendView = { 
/**
 * The dossier's day.
 */
day: string, 
/**
 * Every month from the first in which anything was entered, to that of the dossier's day.
 */
months: Array<TrendMonth>, };

/**
 * Where a commitment was said again.
 */
export type SaidAgain = { 
/**
 * The day, where it is known.
 */
on: string | null, 
/**
 * The text that says it, or the commitment that reaffirms it.
 */
by: string, };

/**
 * A follow-up, as a mark on a line of time.
 */
export type HeardOn = { 
/**
 * The day.
 */
on: string, 
/**
 * Whether it says how the commitment stands.
 */
status: boolean, };

/**
 * A commitment that was said again, and what came of it.
 */
export type ReiterationRow = { 
/**
 * The commitment.
 */
id: string, 
/**
 * Its reference.
 */
ref: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its track.
 */
track: string, 
/**
 * Its status.
 */
status: Status, 
/**
 * The day it was made, where that is known.
 */
madeOn: string | null, 
/**
 * The day it is due, where there is one.
 */
dueOn: string | null, 
/**
 * How often it was said again.
 */
times: number, 
/**
 * Each of these, oldest first; those without a day last.
 */
said: Array<SaidAgain>, 
/**
 * Its newest follow-ups, oldest first; at most 60.
 */
heard: Array<HeardOn>, 
/**
 * How many follow-ups there were since it was first said again; of all where no day of that is known.
 */
heardSince: number, };

/**
 * Commitments being worked on that were said again, the most often said first.
 */
export type ReiterationView = { 
/**
 * The dossier's day.
 */
day: string, 
/**
 * At most 40. Of those said again equally often, first what is not started, then what was not heard of longest.
 */
rows: Array<ReiterationRow>, 
/**
 * How many there are in all.
 */
total: number, };

/**
 * For whom a paper is: what is marked above this is left out of it.
 */
export type Reader = { 
/**
 * The highest marking they may see, at most one per axis; on an axis without one, all of it.
 */
ceilings: Array<string>, 
/**
 * Whether the paper may say how many things were left out.
 */
toldOfGaps: boolean, };

/**
 * A part of a brief.
 */
export type BriefPart = { 
/**
 * Its key: `summary`, `objectives`, `track:CYB`, `decisions`, `annex`.
 */
key: string, 
/**
 * Its heading, for the person who chooses.
 */
heading: string, 
/**
 * Whether it is shown.
 */
shown: boolean, };

/**
 * Words written freely for a brief.
 */
export type FreePart = { 
/**
 * The words; lines are paragraphs or points. At most 20,000 characters.
 */
text: string, 
/**
 * At most one marking per axis; the dossier's where there is none.
 */
marking: Array<string>, };

/**
 * Which parts a brief has, in which order, and what is written freely in it. Kept with its meeting.
 */
export type BriefPlan = { 
/**
 * Revision read; 0 where none is kept yet.
 */
revision: number, 
/**
 * Every part, in order.
 */
parts: Array<BriefPart>, 
/**
 * Our objectives, a line each.
 */
ourObjectives: FreePart, 
/**
 * Theirs, as we see them, a line each.
 */
theirObjectives: FreePart, 
/**
 * The line to take with the press.
 */
pressLine: FreePart, 
/**
 * Talking points, a line each.
 */
talkingPoints: FreePart, };

/**
 * Which paper, about what, for whom.
 */
export type PaperRequest = { 
/**
 * Which of the papers.
 */
kind: PaperKind, 
/**
 * Brief, record, outcome: of this meeting.
 */
meeting: string | null, 
/**
 * Chaser sheet: for this body.
 */
body: string | null, 
/**
 * Chaser sheet, handover note: for this person.
 */
person: string | null, 
/**
 * Track report: of this track.
 */
track: string | null, 
/**
 * Instruments, outcome: with this party; with all others where left out.
 */
party: string | null, 
/**
 * History: of this commitment.
 */
commitment: string | null, 
/**
 * Matrix: of this list; all open ones where left out.
 */
query: CommitmentQuery | null, 
/**
 * Matrix: of these alone; all that the list holds where empty.
 */
only: Array<string>, 
/**
 * Matrix: but not these of the list.
 */
except: Array<string>, 
/**
 * Chaser sheet: the day by which replies are asked for.
 */
replyBy: string | null, 
/**
 * For whom.
 */
reader: Reader, 
/**
 * The parts of a brief; what is kept with the meeting where left out.
 */
plan: BriefPlan | null, };

/**
 * What a paper will be, before it is written.
 */
export type PaperOutline = { 
/**
 * Its title.
 */
title: string, 
/**
 * The name proposed for its file, without an ending.
 */
fileName: string, 
/**
 * Its marking, as printed; may be empty.
 */
marking: string, 
/**
 * How many things the reader may not see.
 */
leftOut: number, 
/**
 * What it can be written as.
 */
forms: Array<PaperForm>, 
/**
 * The parts of a brief, as they stand; empty for other papers.
 */
plan: BriefPlan | null, 
/**
 * The markings of the scheme, to choose a reader's ceilings from.
 */
markings: Array<MarkingView>, };

/**
 * A copy of a paper to keep.
 */
export type KeptPaperDraft = { 
/**
 * The paper.
 */
request: PaperRequest, 
/**
 * What it is written as.
 */
form: PaperForm, 
/**
 * For whom, in words; may be empty.
 */
forWhom: string, };

/**
 * A copy of a paper that was handed over. It does not change.
 */
export type KeptPaperView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Revision read.
 */
revision: number, 
/**
 * Which of the papers.
 */
kind: PaperKind, 
/**
 * What it was written as.
 */
form: PaperForm, 
/**
 * Its title.
 */
title: string, 
/**
 * For whom, in words; may be empty.
 */
forWhom: string, 
/**
 * Its marking, as printed; may be empty.
 */
marking: string, 
/**
 * When it was made, RFC 3339 in UTC.
 */
madeAt: string, 
/**
 * By whom.
 */
madeBy: string, 
/**
 * The name of its file.
 */
fileName: string, 
/**
 * SHA-256 of the file, in hexadecimal.
 */
sha256: string, };

/**
 * A copy beside the same paper as it stands today.
 */
export type PaperComparison = { 
/**
 * The copy.
 */
paper: KeptPaperView, 
/**
 * Line by line, as read.
 */
rows: Array<ComparedLine>, };

/**
 * A line of two states of a paper, or a stretch of lines that both say and that is left out.
 */
export type ComparedLine = { 
/**
 * Whether both say the same.
 */
same: boolean, 
/**
 * How many lines are left out here; 0 for a line that is shown.
 */
leftOut: number, 
/**
 * What it said then; empty where it said nothing.
 */
then: Array<DifferencePart>, 
/**
 * What it says now; empty where it says nothing.
 */
now: Array<DifferencePart>, };

/**
 * Words that came back on a chaser sheet.
 */
export type RepliesQuery = { 
/**
 * The body that was asked.
 */
body: string | null, 
/**
 * Or the person.
 */
person: string | null, 
/**
 * What came back, as pasted.
 */
text: string, 
/**
 * For whom the sheet was made that was handed out: its numbers count.
 */
reader: Reader, };

/**
 * What was understood of it, to be looked at before it is entered.
 */
export type RepliesView = { 
/**
 * The points of the sheet in its order, each with what was replied; nothing where nothing was. After them what
 * the reader of the sheet could not see, and what can be answered by its ref alone.
 */
points: Array<ReplyPoint>, 
/**
 * What could be matched to no point.
 */
unmatched: Array<UnmatchedReply>, };

/**
 * A point of a chaser sheet.
 */
export type ReplyPoint = { 
/**
 * The commitment it asks about.
 */
commitment: string, 
/**
 * Its ref.
 */
ref: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its number on the sheet; none where it does not stand there.
 */
number: number | null, 
/**
 * What was replied; empty where nothing was.
 */
reply: string, 
/**
 * By what it was matched, in words: `by its ref`, `by its number`; empty where nothing was replied.
 */
matched: string, };

/**
 * Words that answer no point of the sheet.
 */
export type UnmatchedReply = { 
/**
 * The words.
 */
text: string, 
/**
 * Why they are not matched, as a sentence.
 */
reason: string, };

/**
 * Replies to enter as follow-ups, in one act.
 */
export type RepliesDraft = { 
/**
 * The body that replied.
 */
body: string | null, 
/**
 * Or the person.
 */
person: string | null, 
/**
 * The day of the replies; the dossier's where left out.
 */
day: string | null, 
/**
 * Who reported; may be empty.
 */
reportedBy: string, 
/**
 * What was replied, to which commitment.
 */
replies: Array<ReplyDraft>, };

/**
 * One reply.
 */
export type ReplyDraft = { 
/**
 * The commitment.
 */
commitment: string, 
/**
 * The words.
 */
note: string, };

/**
 * One act: what a person did, as one step.
 */
export type ActView = { 
/**
 * Its id.
 */
id: string, 
/**
 * The operation's word.
 */
op: string, 
/**
 * What it did, for a person: "Added follow-up to CYB-2015-003".
 */
title: string, 
/**
 * Under whose name.
 */
actor: string, 
/**
 * When, RFC 3339 UTC.
 */
at: string, 
/**
 * Done, undone or redone.
 */
kind: ActKind, 
/**
 * Whether it was taken back since.
 */
undone: boolean, 
/**
 * Whether it can be taken back at all.
 */
undoable: boolean, 
/**
 * How many rows it changed.
 */
rows: number, };

/**
 * One changed row.
 */
export type EntryView = { 
/**
 * Its number in the journal, from 1.
 */
seq: number, 
/**
 * The act it belongs to.
 */
act: ActView, 
/**
 * Which noun.
 */
noun: Noun, 
/**
 * Which row.
 */
id: string, 
/**
 * The row's name at the time.
 */
name: string, 
/**
 * Revision it left the row with.
 */
revision: number, 
/**
 * Whether it created or removed the row.
 */
created: boolean, 
/**
 * Whether it removed the row.
 */
removed: boolean, 
/**
 * What changed, field by field.
 */
fields: Array<FieldChange>, };

/**
 * One field before and after, as people read it: names for ids, labels for words.
 */
export type FieldChange = { 
/**
 * The field's name for a person.
 */
field: string, 
/**
 * Before; none where there was no row or no value.
 */
before: string | null, 
/**
 * After; none where there is no row or no value.
 */
after: string | null, };

/**
 * A stretch of the journal, newest first.
 */
export type JournalPage = { 
/**
 * Acts.
 */
acts: Array<ActPage>, 
/**
 * Where the next page begins; none at the end.
 */
next: number | null, };

/**
 * An act with what it changed.
 */
export type ActPage = { 
/**
 * The act.
 */
act: ActView, 
/**
 * Its entries, at most fifty; the act's `rows` says how many there are.
 */
entries: Array<EntryView>, };

/**
 * What of the journal to show.
 */
export type JournalQuery = { 
/**
 * Only acts that changed this noun.
 */
noun: Noun | null, 
/**
 * Only entries of this row of the noun, and of what hangs on it and would go into the bin with it.
 */
row: string | null, 
/**
 * From a page's `next`; none for the newest.
 */
before: number | null, 
/**
 * At most 200.
 */
limit: number, };

/**
 * Something removed, which can come back whole.
 */
export type BinRow = { 
/**
 * The act that removed it.
 */
act: ActView, 
/**
 * What was removed.
 */
noun: Noun, 
/**
 * Its name.
 */
name: string, 
/**
 * How many rows hung on it and went along.
 */
along: number, };

/**
 * What `check` found.
 */
export type CheckView = { 
/**
 * Whether nothing was found.
 */
sound: boolean, 
/**
 * What was examined, for a person.
 */
examined: Array<string>, 
/**
 * What is wrong, a sentence each.
 */
faults: Array<string>, };
