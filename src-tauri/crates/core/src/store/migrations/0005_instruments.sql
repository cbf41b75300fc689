-- Instruments: what governments signed, each party's acts on it, its term, what it delivers and what it replaces.

-- How it enters into force, how long it lasts and how it is renewed and denounced stand in columns of their own, since
-- they are asked for one by one in a form. Lengths and units stand together or not at all.
CREATE TABLE instrument (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  ref text NOT NULL, title text NOT NULL, short_title text NOT NULL, kind text NOT NULL,
  stage text, stage_since text,
  dialogue_id text REFERENCES dialogue (id) DEFERRABLE INITIALLY DEFERRED,
  tracks text NOT NULL,
  languages text NOT NULL, authentic text NOT NULL, prevailing text NOT NULL,
  depositary text NOT NULL,
  holder_id text REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  holder text NOT NULL,
  entry_clause text NOT NULL, entry_count bigint, entry_on text, entry_after bigint, entry_unit text,
  entry_first_of_month boolean NOT NULL,
  term_kind text NOT NULL, term_length bigint, term_unit text, term_from text NOT NULL, term_from_on text,
  term_until text,
  renewal text NOT NULL, renewal_length bigint, renewal_unit text, renewal_most bigint,
  notice_length bigint, notice_unit text, notice_form text NOT NULL, denouncing text NOT NULL,
  note text NOT NULL, marking text NOT NULL
);
CREATE UNIQUE INDEX instrument_ref ON instrument (ref);
CREATE INDEX instrument_dialogue ON instrument (dialogue_id);
CREATE INDEX instrument_holder ON instrument (holder_id);

-- What the instrument is to each of its parties.
CREATE TABLE instrument_party (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  instrument_id text NOT NULL REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED,
  party_id text NOT NULL REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  effect text NOT NULL,
  body_id text REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  implementing text NOT NULL
);
CREATE INDEX instrument_party_instrument ON instrument_party (instrument_id);
CREATE INDEX instrument_party_party ON instrument_party (party_id);
CREATE INDEX instrument_party_body ON instrument_party (body_id);

-- What was done on it: by one party, or by all together where none is named.
CREATE TABLE instrument_act (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  instrument_id text NOT NULL REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL,
  party_id text REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
  day text, dated text NOT NULL, place text NOT NULL,
  person_id text REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  name text NOT NULL, post text NOT NULL,
  meeting_id text REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  effective_on text, until_on text, note text NOT NULL
);
CREATE INDEX instrument_act_instrument ON instrument_act (instrument_id);
CREATE INDEX instrument_act_party ON instrument_act (party_id);
CREATE INDEX instrument_act_person ON instrument_act (person_id);
CREATE INDEX instrument_act_meeting ON instrument_act (meeting_id);

-- How one instrument stands to another.
CREATE TABLE instrument_link (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  from_id text NOT NULL REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL,
  to_id text NOT NULL REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX instrument_link_from ON instrument_link (from_id);
CREATE INDEX instrument_link_to ON instrument_link (to_id);

-- A commitment that an instrument delivers.
CREATE TABLE delivered_by (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  commitment_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  instrument_id text NOT NULL REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX delivered_by_commitment ON delivered_by (commitment_id);
CREATE INDEX delivered_by_instrument ON delivered_by (instrument_id);

-- A text may be that of an instrument: in which language it is authentic, and whether it is a side letter.
ALTER TABLE text ADD COLUMN instrument_id text REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE text ADD COLUMN authentic boolean NOT NULL DEFAULT false;
ALTER TABLE text ADD COLUMN side_letter boolean NOT NULL DEFAULT false;
CREATE INDEX text_instrument ON text (instrument_id);

-- The instrument a commitment was made in, and the one that shows that it was kept.
ALTER TABLE commitment ADD COLUMN instrument_id text REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE commitment ADD COLUMN evidence_instrument_id text REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX commitment_instrument ON commitment (instrument_id);
CREATE INDEX commitment_evidence_instrument ON commitment (evidence_instrument_id);

-- A follow-up is on a commitment or on an instrument.
ALTER TABLE follow_up ALTER COLUMN commitment_id DROP NOT NULL;
ALTER TABLE follow_up ADD COLUMN instrument_id text REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX follow_up_instrument ON follow_up (instrument_id, day, id);

-- What lists of instruments filter by, derived from the rows above and kept in the same transaction. `facts` is all
-- that stage, term and notice are reckoned from as of a day, so that a list reads one row for each.
CREATE TABLE instrument_standing (
  instrument_id text PRIMARY KEY NOT NULL REFERENCES instrument (id) DEFERRABLE INITIALLY DEFERRED,
  ref text NOT NULL, title text NOT NULL, kind text NOT NULL, tracks text NOT NULL, dialogue_id text NOT NULL,
  facts text NOT NULL, heard_on text NOT NULL, commitments bigint NOT NULL, open bigint NOT NULL
);
