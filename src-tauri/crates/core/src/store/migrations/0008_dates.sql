-- Due dates that live: the moves of meetings, reports of recurring periods, and what lists say of them.

-- A meeting was given another day, or was postponed or cancelled.
CREATE TABLE meeting_move (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  meeting_id text NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  day text NOT NULL, from_on text, from_state text NOT NULL, to_on text, to_state text NOT NULL, reason text NOT NULL
);
CREATE INDEX meeting_move_meeting ON meeting_move (meeting_id);
CREATE INDEX meeting_move_day ON meeting_move (day);

-- Whether the date moved with its meeting, and how many days it was overdue when it changed. What was entered before
-- this format does not say how many: it was overdue where its day had passed.
ALTER TABLE due_change ADD COLUMN moved boolean NOT NULL DEFAULT false;
ALTER TABLE due_change ADD COLUMN late_days bigint;

-- One period of a recurring commitment, reported as kept or missed; what was said of it is a follow-up.
CREATE TABLE period (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  commitment_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  due_on text NOT NULL, outcome text NOT NULL, day text NOT NULL,
  follow_up_id text REFERENCES follow_up (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX period_commitment ON period (commitment_id, due_on);
CREATE INDEX period_follow_up ON period (follow_up_id);

-- The day that the periods are counted from; `due_on` is that of the oldest one not yet reported.
ALTER TABLE commitment ADD COLUMN due_anchor text;
CREATE INDEX commitment_due_event ON commitment (due_event) WHERE due_event <> '';

-- What lists ask for: the meeting or the outside event it is due by, whether its date was changed while it was overdue,
-- and the periods kept and missed. A day in `due_on` that stands for "its meeting was cancelled" needs no column.
ALTER TABLE standing ADD COLUMN due_by text NOT NULL DEFAULT '';
ALTER TABLE standing ADD COLUMN was_overdue boolean NOT NULL DEFAULT false;
ALTER TABLE standing ADD COLUMN kept bigint NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN missed bigint NOT NULL DEFAULT 0;
CREATE INDEX standing_by ON standing (due_by, is_open, due_on, ref);
CREATE INDEX standing_was_overdue ON standing (is_open) WHERE was_overdue = true;
ALTER TABLE tally ADD COLUMN cancelled bigint NOT NULL DEFAULT 0;
