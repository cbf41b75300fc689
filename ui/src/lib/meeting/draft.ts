// A meeting, an agenda point, an attendance as they are given to the core, made from what was read of them. Pure.
import type {
  AgendaItemDraft,
  AgendaItemView,
  AttendanceDraft,
  AttendanceRole,
  AttendanceView,
  DialogueDraft,
  Level,
  MeetingDraft,
  MeetingState,
  MeetingView,
  RoundProposal,
} from '$lib/bridge/generated/wire';

/** The facts of a meeting: what its form shows. */
export type Facts = Omit<MeetingDraft, 'id' | 'revision' | 'prefillAgenda'>;

export function factsOf(meeting: MeetingView): Facts {
  const { row } = meeting;
  return {
    dialogue: row.dialogue?.id ?? null,
    ordinal: row.ordinal,
    title: row.title,
    level: row.level,
    beginsOn: row.beginsOn,
    endsOn: row.endsOn,
    precision: row.precision,
    place: row.place,
    mode: meeting.mode,
    host: meeting.host?.id ?? null,
    state: row.state,
    parent: meeting.parent?.id ?? null,
    note: meeting.note,
    marking: meeting.marking.map((m) => m.id),
  };
}

/** A meeting to log or to plan; the core adds ordinal and title of a round where they are left out. */
export function newMeeting(given: {
  dialogue: string | null;
  title: string;
  state: MeetingState;
  beginsOn: string | null;
  level: Level;
  proposal: RoundProposal | null;
}): MeetingDraft {
  return {
    id: null,
    revision: 0,
    dialogue: given.dialogue,
    ordinal: null,
    title: given.title.trim(),
    level: given.proposal?.level ?? given.level,
    beginsOn: given.beginsOn,
    endsOn: null,
    precision: 'day',
    place: '',
    mode: 'in_person',
    host: given.proposal?.host ?? null,
    state: given.state,
    parent: null,
    note: '',
    marking: [],
    prefillAgenda: given.dialogue !== null,
  };
}

export function newDialogue(given: {
  name: string;
  parties: string[];
  tracks: string[];
  level: Level;
}): DialogueDraft {
  return {
    id: null,
    revision: 0,
    name: given.name.trim(),
    shortName: '',
    parties: given.parties,
    parent: null,
    pillar: '',
    tracks: given.tracks,
    level: given.level,
    cadenceMonths: null,
    establishedOn: null,
    coChairs: [],
    state: 'active',
    note: '',
  };
}

/** What is written on an agenda point. */
export type Point = Pick<AgendaItemDraft, 'title' | 'track' | 'homeSaid' | 'partnerSaid' | 'commitments'>;

export function pointOf(item: AgendaItemView): Point {
  return {
    title: item.title,
    track: item.track?.id ?? null,
    homeSaid: item.homeSaid,
    partnerSaid: item.partnerSaid,
    commitments: item.commitments.map((c) => c.id),
  };
}

/** The order after a point was moved by some places; null where it stands at the end already. */
export function moved(ids: readonly string[], id: string, by: number): string[] | null {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return null;
  const order = ids.filter((other) => other !== id);
  order.splice(to, 0, id);
  return order;
}

export function attendanceOf(row: AttendanceView, meeting: string): AttendanceDraft {
  return {
    id: row.id,
    revision: row.revision,
    meeting,
    person: row.person?.id ?? null,
    body: row.body?.id ?? null,
    name: row.name,
    party: row.party.id,
    role: row.role,
    size: row.size,
  };
}

export function newAttendance(
  meeting: string,
  who: Partial<Pick<AttendanceDraft, 'person' | 'body' | 'name' | 'party' | 'size'>>,
  role: AttendanceRole,
): AttendanceDraft {
  return {
    id: null,
    revision: 0,
    meeting,
    person: null,
    body: null,
    name: '',
    party: null,
    size: null,
    role,
    ...who,
  };
}

/** What somebody is taken to have been: the first person entered for a party leads its delegation. */
export function likelyRole(attendance: readonly AttendanceView[], party: string | null): AttendanceRole {
  return attendance.some((a) => a.party.id === party && a.role === 'head') ? 'member' : 'head';
}

/** Roles in a word, for a narrow column. */
export const shortRole: Record<AttendanceRole, string> = {
  head: 'Head',
  member: 'Member',
  adviser: 'Adviser',
  interpreter: 'Interpreter',
  note_taker: 'Note-taker',
};

const ROLES: readonly AttendanceRole[] = ['head', 'member', 'adviser', 'interpreter', 'note_taker'];

export interface Delegation {
  party: { id: string; name: string };
  members: AttendanceView[];
}

/** Who sat there, by party: the home party first, heads before the others, otherwise as entered. */
export function delegations(attendance: readonly AttendanceView[], home: string): Delegation[] {
  const by = new Map<string, Delegation>();
  for (const row of attendance) {
    const delegation = by.get(row.party.id) ?? { party: row.party, members: [] };
    delegation.members.push(row);
    by.set(row.party.id, delegation);
  }
  const list = [...by.values()];
  for (const { members } of list) {
    // A number alone stands after the names; sorting is stable, so the rest stays as entered.
    members.sort(
      (a, b) => Number(isNumber(a)) - Number(isNumber(b)) || ROLES.indexOf(a.role) - ROLES.indexOf(b.role),
    );
  }
  return list.sort(
    (a, b) =>
      Number(b.party.id === home) - Number(a.party.id === home) || a.party.name.localeCompare(b.party.name),
  );
}

function isNumber(row: AttendanceView): boolean {
  return row.person === null && row.body === null && row.name === '';
}

/** What stands for someone in a list: the name, or the size of the delegation. */
export function whoOf(row: AttendanceView): string {
  const name = row.person?.name ?? row.body?.name ?? row.name;
  if (name) return name;
  return row.size === 1 ? 'One delegate' : `Delegation of ${row.size ?? 0}`;
}
