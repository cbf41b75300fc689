-- The first schema of a dossier. Frozen: later changes are later files.
-- Text, bigint, boolean; days YYYY-MM-DD, instants RFC 3339 UTC with milliseconds; lists of ids parted by blanks.
-- References are checked when a transaction commits, so that undo may put rows back in any order.

CREATE TABLE marking (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  axis text NOT NULL, label text NOT NULL, rank bigint NOT NULL
);

CREATE TABLE party (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  code text NOT NULL, name text NOT NULL, kind text NOT NULL, retired_on text
);

CREATE TABLE dossier (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  title text NOT NULL,
  home_id text NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  time_zone text NOT NULL, fixed_day text, marking text NOT NULL
);

CREATE TABLE body (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  party_id text NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  parent_id text REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  short_name text NOT NULL, name text NOT NULL, note text NOT NULL, retired_on text
);
CREATE INDEX body_party ON body (party_id);
CREATE INDEX body_parent ON body (parent_id);

CREATE TABLE person (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  party_id text NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  body_id text REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  name text NOT NULL, post text NOT NULL, active_from text, active_to text, note text NOT NULL
);
CREATE INDEX person_party ON person (party_id);
CREATE INDEX person_body ON person (body_id);

CREATE TABLE track (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  code text NOT NULL, name text NOT NULL, colour bigint NOT NULL, rank bigint NOT NULL, leads text NOT NULL
);

-- The last number given for a track and year. It only rises, undo or not: a ref is never given twice.
CREATE TABLE ref_number (
  code text NOT NULL, year bigint NOT NULL, last bigint NOT NULL,
  PRIMARY KEY (code, year)
);

CREATE TABLE dialogue (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  name text NOT NULL, short_name text NOT NULL, parties text NOT NULL,
  parent_id text REFERENCES dialogue (id) DEFERRABLE INITIALLY DEFERRED,
  pillar text NOT NULL, tracks text NOT NULL, level text NOT NULL, cadence_months bigint,
  established_on text, co_chairs text NOT NULL, state text NOT NULL, note text NOT NULL
);
CREATE INDEX dialogue_parent ON dialogue (parent_id);

CREATE TABLE meeting (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  dialogue_id text REFERENCES dialogue (id) DEFERRABLE INITIALLY DEFERRED,
  ordinal bigint, title text NOT NULL, level text NOT NULL,
  begins_on text, ends_on text, day_precision text NOT NULL, place text NOT NULL, mode text NOT NULL,
  host_id text REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  state text NOT NULL,
  parent_id text REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  record_text text NOT NULL, record_state text NOT NULL, final_on text, note text NOT NULL
);
CREATE INDEX meeting_dialogue ON meeting (dialogue_id);
CREATE INDEX meeting_parent ON meeting (parent_id);
CREATE INDEX meeting_begins ON meeting (begins_on);
CREATE INDEX meeting_record ON meeting (state, record_state, begins_on);
CREATE INDEX meeting_host ON meeting (host_id);

CREATE TABLE attendance (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  meeting_id text NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  person_id text REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  body_id text REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  name text NOT NULL,
  party_id text NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  role text NOT NULL, size bigint
);
CREATE INDEX attendance_meeting ON attendance (meeting_id);
CREATE INDEX attendance_person ON attendance (person_id);
CREATE INDEX attendance_body ON attendance (body_id);
CREATE INDEX attendance_party ON attendance (party_id);

CREATE TABLE agenda_item (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  meeting_id text NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  ordinal bigint NOT NULL, title text NOT NULL,
  track_id text REFERENCES track (id) DEFERRABLE INITIALLY DEFERRED,
  home_said text NOT NULL, partner_said text NOT NULL
);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, ordinal);
CREATE INDEX agenda_item_track ON agenda_item (track_id);

CREATE TABLE corrigendum (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  meeting_id text NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  day text NOT NULL, body text NOT NULL, entered_by text NOT NULL
);
CREATE INDEX corrigendum_meeting ON corrigendum (meeting_id);

-- Original files, by what is in them; they never change.
CREATE TABLE original (
  sha256 text PRIMARY KEY NOT NULL, size bigint NOT NULL, content blob NOT NULL
);

CREATE TABLE text (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  meeting_id text REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  title text NOT NULL, kind text NOT NULL, language text NOT NULL, dated_on text, source text NOT NULL,
  body text NOT NULL, file_name text, file_sha256 text, marking text NOT NULL
);
CREATE INDEX text_meeting ON text (meeting_id);

CREATE TABLE passage (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  text_id text NOT NULL REFERENCES text (id) DEFERRABLE INITIALLY DEFERRED,
  start_at bigint NOT NULL, end_at bigint NOT NULL, quote text NOT NULL
);
CREATE INDEX passage_text ON passage (text_id);

CREATE TABLE commitment (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  ref text NOT NULL, title text NOT NULL, wording text NOT NULL,
  track_id text NOT NULL REFERENCES track (id) DEFERRABLE INITIALLY DEFERRED,
  bound text NOT NULL, bound_parties text NOT NULL, strength text NOT NULL,
  meeting_id text REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  passage_id text REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  made_on text,
  due_kind text NOT NULL, due_on text,
  due_meeting_id text REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  due_event text NOT NULL, due_months bigint, first_due_on text,
  status text NOT NULL, their_status text, blocked boolean NOT NULL, blocked_reason text NOT NULL,
  closed_on text, evidence text NOT NULL,
  evidence_text_id text REFERENCES text (id) DEFERRABLE INITIALLY DEFERRED,
  evidence_follow_up_id text REFERENCES follow_up (id) DEFERRABLE INITIALLY DEFERRED,
  closed_by_only_owner boolean NOT NULL,
  score bigint, note text NOT NULL, marking text NOT NULL
);
CREATE UNIQUE INDEX commitment_ref ON commitment (ref);
CREATE INDEX commitment_track ON commitment (track_id);
CREATE INDEX commitment_meeting ON commitment (meeting_id);
CREATE INDEX commitment_passage ON commitment (passage_id);
CREATE INDEX commitment_due_meeting ON commitment (due_meeting_id);
CREATE INDEX commitment_evidence_text ON commitment (evidence_text_id);
CREATE INDEX commitment_evidence_follow_up ON commitment (evidence_follow_up_id);

CREATE TABLE owner (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  commitment_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  role text NOT NULL,
  party_id text NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  body_id text REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  person_id text REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX owner_commitment ON owner (commitment_id);
CREATE INDEX owner_body ON owner (body_id);
CREATE INDEX owner_person ON owner (person_id);
CREATE INDEX owner_party ON owner (party_id);

CREATE TABLE due_change (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  commitment_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  day text NOT NULL, from_on text, from_words text NOT NULL, to_on text, to_words text NOT NULL,
  reason text NOT NULL, slip boolean NOT NULL
);
CREATE INDEX due_change_commitment ON due_change (commitment_id);

CREATE TABLE link (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  from_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL,
  to_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX link_from ON link (from_id);
CREATE INDEX link_to ON link (to_id);

CREATE TABLE raising (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  commitment_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  meeting_id text NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  agenda_item_id text REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX raising_commitment ON raising (commitment_id);
CREATE INDEX raising_meeting ON raising (meeting_id);
CREATE INDEX raising_agenda_item ON raising (agenda_item_id);

CREATE TABLE follow_up (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  commitment_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  day text NOT NULL, reported_by text NOT NULL, note text NOT NULL,
  our_status text, their_status text, next_step text NOT NULL, next_step_due text, evidence text NOT NULL,
  meeting_id text REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  agenda_item_id text REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  marking text NOT NULL
);
CREATE INDEX follow_up_commitment ON follow_up (commitment_id, day, id);
CREATE INDEX follow_up_meeting ON follow_up (meeting_id);
CREATE INDEX follow_up_agenda_item ON follow_up (agenda_item_id);

-- What lists sort and filter by, derived from the rows above and kept in the same transaction: `check` derives it
-- again and compares. Texts that sort first or last stand for "never" and "no date", so that no order rests on nulls.
CREATE TABLE standing (
  commitment_id text PRIMARY KEY NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  ref text NOT NULL,
  track_id text NOT NULL,
  is_open boolean NOT NULL,
  status text NOT NULL,
  blocked boolean NOT NULL,
  due_on text NOT NULL,
  heard_on text NOT NULL,
  slips bigint NOT NULL
);
CREATE INDEX standing_track ON standing (track_id, is_open, due_on, ref, blocked, heard_on, status);
CREATE INDEX standing_due ON standing (is_open, due_on, ref, track_id, blocked, heard_on, status);
CREATE INDEX standing_heard ON standing (is_open, heard_on, ref, track_id, blocked, due_on, status);
CREATE INDEX standing_ref ON standing (ref);

-- One act is what a person did as one step. `seq` counts up; `undone` says that it was taken back, `forgotten` that
-- something else was done since, so that redo no longer offers it.
CREATE TABLE act (
  id text PRIMARY KEY NOT NULL, seq bigint NOT NULL,
  op text NOT NULL, title text NOT NULL, actor text NOT NULL, at text NOT NULL,
  kind text NOT NULL, reverts text, undoable boolean NOT NULL, undone boolean NOT NULL,
  forgotten boolean NOT NULL, entries bigint NOT NULL
);
CREATE UNIQUE INDEX act_seq ON act (seq);
CREATE INDEX act_undo ON act (kind, undone, seq);
CREATE INDEX act_redo ON act (undone, forgotten, seq);
CREATE INDEX act_op ON act (op, seq);

-- One entry per changed row, never changed itself. `hash` is the SHA-256 of the entry before and of this one.
CREATE TABLE journal (
  seq bigint PRIMARY KEY NOT NULL,
  act_seq bigint NOT NULL REFERENCES act (seq) DEFERRABLE INITIALLY DEFERRED,
  at text NOT NULL, noun text NOT NULL, row_id text NOT NULL, revision bigint NOT NULL,
  version bigint NOT NULL, before text, after text, hash text NOT NULL
);
CREATE INDEX journal_act ON journal (act_seq, seq);
CREATE INDEX journal_row ON journal (noun, row_id, seq);
CREATE INDEX journal_at ON journal (at);
