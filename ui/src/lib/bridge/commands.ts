// Every command of the core, by name: the one place where the window says what it asks for.
// The list in Rust, the permissions and this file are held in step by the contract tests.

import { call, callWatched, type Watch } from './call';
import type {
  AcceptDraft,
  ActorName,
  AgendaItemDraft,
  AttendanceDraft,
  BinRow,
  BodyDraft,
  BodyView,
  BriefPlan,
  BulkDraft,
  CandidateView,
  CaptureView,
  Changed,
  CheckView,
  Choices,
  CommitmentDraft,
  CommitmentPage,
  CommitmentQuery,
  CommitmentView,
  CompareQuery,
  Comparison,
  DecisionDraft,
  DialogueDraft,
  DialogueView,
  DialogueRow,
  DossierDraft,
  DossierView,
  DueDateDraft,
  DeliveredByDraft,
  FirstPage,
  FollowUpDraft,
  FollowUpPage,
  FollowUpQuery,
  HandoverDraft,
  HandoverView,
  InstrumentActDraft,
  InstrumentDraft,
  InstrumentLinkDraft,
  InstrumentPage,
  InstrumentQuery,
  InstrumentView,
  JournalPage,
  JournalQuery,
  Ledger,
  KeptPaperDraft,
  KeptPaperView,
  LexiconView,
  Lineage,
  LinkDraft,
  ListPlaces,
  MarkingDraft,
  MeetingDraft,
  MeetingRow,
  MeetingView,
  MoveDraft,
  MentionDraft,
  NewDossier,
  Noun,
  OwnersDraft,
  OriginDraft,
  PeriodDraft,
  PassDraft,
  PartyDraft,
  PartyView,
  PaperComparison,
  PaperForm,
  PaperOutline,
  PaperRequest,
  PastDays,
  PassageDraft,
  PersonDraft,
  PersonView,
  Problem,
  NameHit,
  QueryHelp,
  QuickView,
  SchemeView,
  SearchPage,
  SearchQuery,
  Reckoning,
  RecentDossier,
  ReiterationView,
  RepliesDraft,
  RepliesQuery,
  RepliesView,
  ReviewFrame,
  ReviewView,
  RoundProposal,
  SavedViewDraft,
  SavedViewRow,
  Seen,
  StatusDraft,
  TextDraft,
  TextView,
  TimeLineQuery,
  TimeLineView,
  TodayView,
  TrackDraft,
  TrendView,
  VerdictDraft,
  VerdictRow,
} from './generated/wire';

// The file.
export const newDossier = (path: string, dossier: NewDossier) =>
  call<DossierView>('new_dossier', { path, dossier });
export const openDossier = (path: string) => call<DossierView>('open_dossier', { path });
/** Makes a copy of the sample at `path`, or in the application's own folder where none is given, and opens it. */
export const openSample = () => call<DossierView>('open_sample', {});
export const closeDossier = () => call<null>('close_dossier', {});
/** The open dossier; null when none is. */
export const dossier = () => call<DossierView | null>('dossier', {});
/** What the window opens with, in one answer; null when no dossier is open. */
export const firstPage = () => call<FirstPage | null>('first_page', {});
/** What went wrong when the dossier named at the start was opened; answered once, then null. */
export const startProblem = () => call<Problem | null>('start_problem', {});
export const recentDossiers = () => call<RecentDossier[]>('recent_dossiers', {});
export const forgetRecent = (path: string) => call<RecentDossier[]>('forget_recent', { path });
/** The name under which changes are entered; empty when the user has not given one. */
export const actorName = () => call<ActorName>('actor_name', {});
export const setActorName = (name: string) => call<ActorName>('set_actor_name', { name });
export const saveDossier = (draft: DossierDraft) => call<Changed<null>>('save_dossier', { draft });
export const saveMarking = (draft: MarkingDraft) => call<Changed<string>>('save_marking', { draft });
export const schemes = () => call<SchemeView[]>('schemes', {});
export const useScheme = (name: string) => call<Changed<number>>('use_scheme', { name });
export const checkDossier = () => call<CheckView>('check_dossier', {});
export const choices = () => call<Choices>('choices', {});

// People and bodies.
export const parties = () => call<PartyView[]>('parties', {});
export const body = (id: string) => call<BodyView>('body', { id });
export const person = (id: string) => call<PersonView>('person', { id });
export const saveParty = (draft: PartyDraft) => call<Changed<string>>('save_party', { draft });
export const saveBody = (draft: BodyDraft) => call<Changed<string>>('save_body', { draft });
export const savePerson = (draft: PersonDraft) => call<Changed<string>>('save_person', { draft });
export const saveTrack = (draft: TrackDraft) => call<Changed<string>>('save_track', { draft });

// Dialogues and meetings.
export const dialogues = () => call<DialogueRow[]>('dialogues', {});
export const dialogue = (id: string) => call<DialogueView>('dialogue', { id });
export const saveDialogue = (draft: DialogueDraft) => call<Changed<string>>('save_dialogue', { draft });
export const proposeRound = (dialogue: string) => call<RoundProposal>('propose_round', { dialogue });
export const meetings = () => call<MeetingRow[]>('meetings', {});
export const meeting = (id: string) => call<MeetingView>('meeting', { id });
export const moveMeeting = (draft: MoveDraft) => call<Changed<number>>('move_meeting', { draft });
export const saveMeeting = (draft: MeetingDraft) => call<Changed<string>>('save_meeting', { draft });
export const saveAttendance = (draft: AttendanceDraft) => call<Changed<string>>('save_attendance', { draft });
/** `joinAct`: the act of the last save of the same field, so that typing is one step of undo; null begins a new one. */
export const saveAgendaItem = (draft: AgendaItemDraft, joinAct: string | null) =>
  call<Changed<string>>('save_agenda_item', { draft, joinAct });
export const orderAgenda = (meeting: string, items: string[]) =>
  call<Changed<null>>('order_agenda', { meeting, items });
export const saveRecord = (meeting: string, revision: number, text: string, joinAct: string | null) =>
  call<Changed<null>>('save_record', { meeting, revision, text, joinAct });
export const finaliseRecord = (meeting: string) => call<Changed<null>>('finalise_record', { meeting });
export const addCorrigendum = (meeting: string, text: string) =>
  call<Changed<string>>('add_corrigendum', { meeting, text });

// Texts.
export const text = (id: string) => call<TextView>('text', { id });
export const saveText = (draft: TextDraft) => call<Changed<string>>('save_text', { draft });
/** Reads a file (DOCX, ODT, PDF, HTML, RTF, TXT, EML) into a new text of the meeting or instrument and keeps the original. */
export const attachFile = (meeting: string | null, path: string, instrument: string | null = null) =>
  call<Changed<string>>('attach_file', { meeting, instrument, path });
/** Keeps a file of any kind with a text, as its original. */
export const keepOriginal = (text: string, revision: number, path: string) =>
  call<Changed<null>>('keep_original', { text, revision, path });
/** Writes the original file kept with a text to `path`. */
export const exportOriginal = (text: string, path: string) => call<null>('export_original', { text, path });

/** Writes the original file to a folder of its own and opens it with the system's application for its kind. */
export const openOriginal = (text: string) => call<null>('open_original', { text });

// Capture: the candidates of a text, and what is decided of them.
export const capture = (text: string) => call<CaptureView>('capture', { text });
/** A stretch that the user chose: proposals anew for exactly that stretch, waiting for a decision. */
export const readCandidate = (at: PassageDraft) => call<CandidateView>('read_candidate', { at });
/** Enters one candidate or many in one act; answers the ids of the commitments, in the same order. */
export const acceptCandidates = (drafts: AcceptDraft[]) =>
  call<Changed<string[]>>('accept_candidates', { drafts });
/** Sets a candidate aside; answers the verdict, which is taken back with `remove('verdict', id)`. */
export const judgeCandidate = (verdict: VerdictDraft) =>
  call<Changed<string>>('judge_candidate', { verdict });
/** The verdicts that speak for later texts too. */
export const verdicts = () => call<VerdictRow[]>('verdicts', {});
/** Enters a candidate as a mention of a commitment that is there; taken back with `remove('mention', id)`. */
export const addMention = (mention: MentionDraft) => call<Changed<string>>('add_mention', { mention });
export const lexicon = () => call<LexiconView>('lexicon', {});
/** Saves what the user adds to the lexicon; refused, with a sentence, where it cannot be read. */
export const saveLexicon = (revision: number, lexicon: string) =>
  call<Changed<null>>('save_lexicon', { revision, lexicon });

// Looking back. While a past day is looked at, every command answers as of its end, and what changes anything is refused.
/** Shows the dossier as it stood at the end of a day; null for as it stands. */
export const lookBack = (day: string | null) => call<DossierView>('look_back', { day });
export const pastDays = () => call<PastDays>('past_days', {});
export const compare = (query: CompareQuery) => call<Comparison>('compare', { query });

// Commitments.
export const commitments = (query: CommitmentQuery) => call<CommitmentPage>('commitments', { query });
/** What is wrong with a query, and what could stand at the cursor (in Unicode scalar values). */
export const queryHelp = (text: string, cursor: number) => call<QueryHelp>('query_help', { text, cursor });
export const search = (query: SearchQuery) => call<SearchPage>('search', { query });
// Pictures.
export const timeLine = (query: TimeLineQuery) => call<TimeLineView>('time_line', { query });
/** What was open, overdue and stale at each month's end, as it was known then. */
export const trend = () => call<TrendView>('trend', {});
export const reiteration = () => call<ReiterationView>('reiteration', {});
/** Writes a picture that the page drew to `path`, whole or not at all; answers where it stands. */
export const savePicture = (path: string, form: 'svg' | 'png', svg: string) =>
  call<string>('save_picture', { path, form, svg });
export const findNames = (words: string, limit: number) => call<NameHit[]>('find_names', { words, limit });
export const countCommitments = (query: CommitmentQuery) => call<number>('count_commitments', { query });
/** How long a list is, where its parts begin, and where stretches of it can. */
export const listPlaces = (query: CommitmentQuery) => call<ListPlaces>('list_places', { query });
export const commitment = (id: string) => call<CommitmentView>('commitment', { id });
export const saveCommitment = (draft: CommitmentDraft) => call<Changed<string>>('save_commitment', { draft });
export const setStatus = (draft: StatusDraft) => call<Changed<number>>('set_status', { draft });
export const reportPeriod = (draft: PeriodDraft) => call<Changed<string>>('report_period', { draft });
export const setDueDate = (draft: DueDateDraft) => call<Changed<number>>('set_due_date', { draft });
export const setOwners = (draft: OwnersDraft) => call<Changed<number>>('set_owners', { draft });
export const saveFollowUp = (draft: FollowUpDraft) => call<Changed<number>>('save_follow_up', { draft });
// A commitment in one line. The cursor is given in Unicode scalar values; `meeting` is the one it was made at.
export const readQuickEntry = (text: string, cursor: number, meeting: string | null) =>
  call<QuickView>('read_quick_entry', { text, cursor, meeting });
export const enterQuick = (text: string, meeting: string | null) =>
  call<Changed<string>>('enter_quick', { text, meeting });
// Lists that somebody goes back to.
export const savedViews = () => call<SavedViewRow[]>('saved_views', {});
export const saveView = (draft: SavedViewDraft) => call<Changed<string>>('save_view', { draft });
export const orderViews = (order: string[]) => call<Changed<null>>('order_views', { order });
export const followUps = (query: FollowUpQuery) => call<FollowUpPage>('follow_ups', { query });
/** How many there are, and from where they can be read. */
export const followUpPlaces = (commitment: string) => call<ListPlaces>('follow_up_places', { commitment });
export const addLink = (draft: LinkDraft) => call<Changed<string>>('add_link', { draft });
/** Changes all commitments of a list, or some, in one act; answers how many. Given up, nothing is changed. */
export const bulk = (draft: BulkDraft, watch: Watch) =>
  callWatched<Changed<number>>('bulk', { draft }, watch);

/** Says which words of a text a commitment comes from; without a text, that it comes from none. */
export const setOrigin = (draft: OriginDraft) => call<Changed<string>>('set_origin', { draft });
/** What led to a commitment or an instrument, and what came of it, from left to right in time. */
export const lineage = (noun: 'commitment' | 'instrument', id: string) =>
  call<Lineage>('lineage', { noun, id });

// Instruments.
export const instruments = (query: InstrumentQuery) => call<InstrumentPage>('instruments', { query });
export const instrument = (id: string) => call<InstrumentView>('instrument', { id });
/** What the clauses of a draft come to as of the dossier's day, with the acts that stand or that it brings along. */
export const reckonInstrument = (draft: InstrumentDraft) => call<Reckoning>('reckon_instrument', { draft });
export const saveInstrument = (draft: InstrumentDraft) => call<Changed<string>>('save_instrument', { draft });
export const saveInstrumentAct = (draft: InstrumentActDraft) =>
  call<Changed<string>>('save_instrument_act', { draft });
export const addInstrumentLink = (draft: InstrumentLinkDraft) =>
  call<Changed<string>>('add_instrument_link', { draft });
/** Enters that an instrument delivers a commitment; taken back with `remove('delivered_by', id)`. */
export const addDeliveredBy = (draft: DeliveredByDraft) =>
  call<Changed<string>>('add_delivered_by', { draft });

// Reading ahead.
export const review = (frame: ReviewFrame) => call<ReviewView>('review', { frame });
/** What a person would hand over. */
export const handover = (id: string) => call<HandoverView>('handover', { id });
export const handOver = (draft: HandoverDraft) => call<Changed<number>>('hand_over', { draft });
/** What we owe them, what they owe us, what both owe, by track. */
export const ledger = () => call<Ledger>('ledger', {});
export const decide = (draft: DecisionDraft) => call<Changed<number>>('decide', { draft });
export const passUnopposed = (draft: PassDraft) => call<Changed<number>>('pass_unopposed', { draft });
export const clearDecisions = (meeting: string, commitments: Seen[]) =>
  call<Changed<number>>('clear_decisions', { meeting, commitments });
export const today = () => call<TodayView>('today', {});

// Papers.
/** What a paper will be: title, marking, parts, forms. */
export const paperOutline = (request: PaperRequest, watch: Watch) =>
  callWatched<PaperOutline>('paper_outline', { request }, watch);
/** The pages of a paper as PDF. */
export const paperPreview = (request: PaperRequest, watch: Watch) =>
  callWatched<ArrayBuffer>('paper_preview', { request }, watch);
/** Writes a paper to `path`, whole or not at all; answers where it stands. */
export const savePaper = (request: PaperRequest, form: PaperForm, path: string, watch: Watch) =>
  callWatched<string>('save_paper', { request, form, path }, watch);
/** Opens a paper as PDF with the system's application for that. */
export const openPaper = (request: PaperRequest, watch: Watch) =>
  callWatched<null>('open_paper', { request }, watch);
/** `joinAct`: the act of the last save of the same words, so that typing is one step of undo; null begins a new one. */
export const saveBriefPlan = (meeting: string, plan: BriefPlan, joinAct: string | null) =>
  call<Changed<string>>('save_brief_plan', { meeting, plan, joinAct });
/** Keeps a copy of a paper with its meeting; answers its id. */
export const keepPaper = (draft: KeptPaperDraft, watch: Watch) =>
  callWatched<Changed<string>>('keep_paper', { draft }, watch);
export const keptPapers = (meeting: string) => call<KeptPaperView[]>('kept_papers', { meeting });
/** Writes a copy that is kept to `path`, byte for byte; answers where it stands. */
export const saveKeptPaper = (id: string, path: string) => call<string>('save_kept_paper', { id, path });
export const openKeptPaper = (id: string) => call<null>('open_kept_paper', { id });
/** A copy that is kept beside the same paper as it stands now. */
export const compareKeptPaper = (id: string, watch: Watch) =>
  callWatched<PaperComparison>('compare_kept_paper', { id }, watch);
/** Which words of what came back answer which point of a chaser sheet. */
export const readReplies = (query: RepliesQuery) => call<RepliesView>('read_replies', { query });
export const enterReplies = (draft: RepliesDraft) => call<Changed<number>>('enter_replies', { draft });

// The past.
export const journal = (query: JournalQuery) => call<JournalPage>('journal', { query });
/** How many acts there are, and from where they can be read; null where that would take too long to tell. */
export const journalPlaces = (query: JournalQuery) => call<ListPlaces | null>('journal_places', { query });
export const undo = () => call<Changed<null>>('undo', {});
export const redo = () => call<Changed<null>>('redo', {});
/** Takes back one act of the past, if what it changed still stands as it left it; brings back what it put in the bin. */
export const revert = (act: string) => call<Changed<null>>('revert', { act });
export const bin = () => call<BinRow[]>('bin', {});
/** Puts a row in the bin, with what hangs on it. */
export const remove = (noun: Noun, id: string) => call<Changed<null>>('remove', { noun, id });
