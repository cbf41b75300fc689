// An instrument and an act on it between a form and the core: how a form begins, what it sends, what it still lacks. Pure.
import type {
  Dated,
  Denouncing,
  EntryClause,
  InstrumentActDraft,
  InstrumentActKind,
  InstrumentActView,
  InstrumentDraft,
  InstrumentPartyDraft,
  InstrumentType,
  InstrumentView,
  LegalEffect,
  Renewal,
  Stage,
  TermKind,
  TermStart,
} from '$lib/bridge/generated/wire';
import { parsePeriod, periodWords } from './words';

/** Somebody who acted: a person of the register, or a bare name, written `name:…`. */
export type Who = string | null;

const NAME = 'name:';

export function bareName(name: string): string {
  return `${NAME}${name}`;
}

/** The name behind a `Who`, where it is a bare one. */
export function nameIn(who: Who): string {
  return who?.startsWith(NAME) ? who.slice(NAME.length) : '';
}

function personIn(who: Who): string | null {
  return who && !who.startsWith(NAME) ? who : null;
}

/** What one party holds and who answers for it there. */
export interface Side {
  effect: LegalEffect;
  body: string | null;
  implementing: string[];
}

/** The signature that a new instrument may bring along. */
export interface Signing {
  on: string | null;
  place: string;
  meeting: string | null;
  /** Who signed, by party. */
  by: Record<string, Who>;
}

export interface InstrumentModel {
  kind: InstrumentType;
  title: string;
  shortTitle: string;
  parties: string[];
  /** By party; one that is no longer a party stays, in case it comes back. */
  sides: Record<string, Side>;
  tracks: string[];
  dialogue: string | null;
  languages: string[];
  authentic: string[];
  prevailing: string | null;
  depositary: string;
  holder: string | null;
  holderNote: string;
  clause: EntryClause;
  count: string;
  entryOn: string | null;
  entryAfter: string;
  firstOfMonth: boolean;
  term: TermKind;
  length: string;
  from: TermStart;
  fromOn: string | null;
  until: string | null;
  renewal: Renewal;
  renewalLength: string;
  renewalMost: string;
  notice: string;
  noticeForm: string;
  denouncing: Denouncing;
  stage: Stage | null;
  stageSince: string | null;
  note: string;
  marking: string[];
  signing: Signing;
}

export const noSide: Side = { effect: 'not_stated', body: null, implementing: [] };

export interface Beginning {
  home: string;
  partner: string | null;
  track: string | null;
  /** The meeting it is signed at, with its last day and place. */
  meeting: { id: string; on: string | null; place: string } | null;
}

export function newInstrument({ home, partner, track, meeting }: Beginning): InstrumentModel {
  return {
    kind: 'memorandum_of_understanding',
    title: '',
    shortTitle: '',
    parties: partner ? [home, partner] : [home],
    sides: {},
    tracks: track ? [track] : [],
    dialogue: null,
    languages: [],
    authentic: [],
    prevailing: null,
    depositary: '',
    holder: null,
    holderNote: '',
    clause: 'not_stated',
    count: '',
    entryOn: null,
    entryAfter: '',
    firstOfMonth: false,
    term: 'not_stated',
    length: '',
    from: 'signature',
    fromOn: null,
    until: null,
    renewal: 'not_stated',
    renewalLength: '',
    renewalMost: '',
    notice: '',
    noticeForm: '',
    denouncing: 'not_stated',
    stage: null,
    stageSince: null,
    note: '',
    marking: [],
    signing: { on: meeting?.on ?? null, place: meeting?.place ?? '', meeting: meeting?.id ?? null, by: {} },
  };
}

export function modelOf(view: InstrumentView): InstrumentModel {
  const { row, entry, term } = view;
  return {
    kind: row.kind,
    title: row.title,
    shortTitle: row.shortTitle,
    parties: view.parties.map((p) => p.party.id),
    sides: Object.fromEntries(
      view.parties.map((p) => [
        p.party.id,
        { effect: p.effect, body: p.body?.id ?? null, implementing: p.implementing.map((b) => b.id) },
      ]),
    ),
    tracks: row.tracks.map((t) => t.id),
    dialogue: view.dialogue?.id ?? null,
    languages: view.languages,
    authentic: view.authentic,
    prevailing: view.prevailing || null,
    depositary: view.depositary,
    holder: view.holder?.id ?? null,
    holderNote: view.holderNote,
    clause: entry.clause,
    count: entry.count === null ? '' : String(entry.count),
    entryOn: entry.on,
    entryAfter: periodWords(entry.after),
    firstOfMonth: entry.firstOfMonth,
    term: term.kind,
    length: periodWords(term.length),
    from: term.from,
    fromOn: term.fromOn,
    until: term.until,
    renewal: term.renewal,
    renewalLength: periodWords(term.renewalLength),
    renewalMost: term.renewalMost === null ? '' : String(term.renewalMost),
    notice: periodWords(term.notice),
    noticeForm: term.noticeForm,
    denouncing: term.denouncing,
    stage: view.stageByHand,
    stageSince: view.stageByHandSince,
    note: view.note,
    marking: view.marking.map((m) => m.id),
    signing: { on: null, place: '', meeting: null, by: {} },
  };
}

/** What of the clauses can be seen, since it depends on what was chosen. */
export function asked(model: InstrumentModel) {
  const renews = model.renewal === 'tacit' || model.renewal === 'express';
  const ends = model.term === 'period' || model.term === 'until';
  return {
    count: model.clause === 'on_ratifications',
    entryOn: model.clause === 'on_day',
    entryAfter: model.clause !== 'not_stated' && model.clause !== 'on_day',
    length: model.term === 'period',
    from: model.term === 'period',
    fromOn: model.term === 'period' && model.from === 'day',
    until: model.term === 'until',
    renewal: ends,
    renewalLength: ends && renews,
    notice: model.term !== 'not_stated',
  };
}

export type Faults = Partial<Record<keyof InstrumentModel, string>>;

const PERIOD = 'Write a period such as 5 years, 6 months or 90 days.';
const NUMBER = 'Write a number from 1.';

/** What keeps it from being saved, by field. */
export function faultsOf(model: InstrumentModel): Faults {
  const faults: Faults = {};
  const shown = asked(model);
  if (model.title.trim() === '') faults.title = 'Give the instrument its title.';
  if (model.parties.length < 2) faults.parties = 'An instrument has at least two parties.';
  const periods: [keyof InstrumentModel, boolean][] = [
    ['entryAfter', shown.entryAfter],
    ['length', shown.length],
    ['renewalLength', shown.renewalLength],
    ['notice', shown.notice],
  ];
  for (const [field, there] of periods) {
    if (there && parsePeriod(String(model[field])) === undefined) faults[field] = PERIOD;
  }
  if (shown.length && model.length.trim() === '') faults.length = 'How long does it last? Write 5 years.';
  if (shown.count && countOf(model.count) === undefined) faults.count = NUMBER;
  if (shown.renewalLength && countOf(model.renewalMost) === undefined) faults.renewalMost = NUMBER;
  if (shown.entryOn && !model.entryOn) faults.entryOn = 'On which day?';
  if (shown.until && !model.until) faults.until = 'Until which day?';
  if (shown.fromOn && !model.fromOn) faults.fromOn = 'From which day?';
  return faults;
}

function countOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const n = Number(text);
  return Number.isInteger(n) && n > 0 ? n : undefined;
}

export function instrumentDraft(
  model: InstrumentModel,
  seen: { id: string; revision: number } | null,
): InstrumentDraft {
  const shown = asked(model);
  const when = <T>(there: boolean, value: T): T | null => (there ? value : null);
  const period = (there: boolean, text: string) => (there ? (parsePeriod(text) ?? null) : null);
  const parties: InstrumentPartyDraft[] = model.parties.map((party) => ({
    party,
    ...(model.sides[party] ?? noSide),
  }));
  return {
    id: seen?.id ?? null,
    revision: seen?.revision ?? 0,
    title: model.title,
    shortTitle: model.shortTitle,
    kind: model.kind,
    stage: model.stage,
    stageSince: model.stage ? model.stageSince : null,
    parties,
    dialogue: model.dialogue,
    tracks: model.tracks,
    languages: model.languages,
    authentic: model.authentic.filter((tag) => model.languages.includes(tag)),
    prevailing: model.prevailing && model.languages.includes(model.prevailing) ? model.prevailing : '',
    depositary: model.depositary,
    holder: model.holder,
    holderNote: model.holderNote,
    entry: {
      clause: model.clause,
      count: when(shown.count, countOf(model.count) ?? null),
      on: when(shown.entryOn, model.entryOn),
      after: period(shown.entryAfter, model.entryAfter),
      firstOfMonth: shown.entryAfter && model.firstOfMonth,
    },
    term: {
      kind: model.term,
      length: period(shown.length, model.length),
      from: shown.from ? model.from : 'signature',
      fromOn: when(shown.fromOn, model.fromOn),
      until: when(shown.until, model.until),
      renewal: shown.renewal ? model.renewal : 'not_stated',
      renewalLength: period(shown.renewalLength, model.renewalLength),
      renewalMost: when(shown.renewalLength, countOf(model.renewalMost) ?? null),
      notice: period(shown.notice, model.notice),
      noticeForm: shown.notice ? model.noticeForm : '',
      denouncing: shown.notice ? model.denouncing : 'not_stated',
    },
    note: model.note,
    marking: model.marking,
    acts: seen ? [] : signatures(model),
  };
}

/** The signatures that a new instrument brings along: one by each party, where a day, a meeting or a signer is known. */
function signatures({ signing, parties }: InstrumentModel): InstrumentActDraft[] {
  const known = signing.on ?? signing.meeting ?? parties.map((p) => signing.by[p]).find(Boolean);
  if (!known) return [];
  return parties.map((party) => ({
    ...newAct('signature'),
    party,
    on: signing.on,
    place: signing.place,
    meeting: signing.meeting,
    person: personIn(signing.by[party] ?? null),
    name: nameIn(signing.by[party] ?? null),
  }));
}

function newAct(kind: InstrumentActKind): InstrumentActDraft {
  return {
    id: null,
    revision: 0,
    instrument: null,
    kind,
    party: null,
    on: null,
    dated: 'day',
    place: '',
    person: null,
    name: '',
    post: '',
    meeting: null,
    effectiveOn: null,
    untilOn: null,
    note: '',
  };
}

export interface ActModel {
  kind: InstrumentActKind;
  party: string | null;
  on: string | null;
  dated: Dated;
  place: string;
  who: Who;
  post: string;
  meeting: string | null;
  effectiveOn: string | null;
  untilOn: string | null;
  note: string;
}

export function newActModel(kind: InstrumentActKind, party: string | null, on: string | null): ActModel {
  return {
    kind,
    party,
    on,
    dated: 'day',
    place: '',
    who: null,
    post: '',
    meeting: null,
    effectiveOn: null,
    untilOn: null,
    note: '',
  };
}

export function actModelOf(act: InstrumentActView): ActModel {
  return {
    kind: act.kind,
    party: act.party?.id ?? null,
    on: act.on,
    dated: act.dated,
    place: act.place,
    who: act.person?.id ?? (act.name ? bareName(act.name) : null),
    post: act.post,
    meeting: act.meeting?.id ?? null,
    effectiveOn: act.effectiveOn,
    untilOn: act.untilOn,
    note: act.note,
  };
}

/** Whether an act of this kind goes until a day: of another, what was typed there is dropped. */
export function hasUntil(kind: InstrumentActKind): boolean {
  return kind === 'renewal' || kind === 'suspension';
}

export function actDraft(
  model: ActModel,
  instrument: string,
  seen: { id: string; revision: number } | null,
): InstrumentActDraft {
  return {
    id: seen?.id ?? null,
    revision: seen?.revision ?? 0,
    instrument,
    kind: model.kind,
    party: model.party,
    on: model.on,
    dated: model.dated,
    place: model.place,
    person: personIn(model.who),
    name: nameIn(model.who),
    post: model.post,
    meeting: model.meeting,
    effectiveOn: model.effectiveOn,
    untilOn: hasUntil(model.kind) ? model.untilOn : null,
    note: model.note,
  };
}
