-- What is to become of open commitments at a coming meeting: proposed by one official, decided by another.

CREATE TABLE decision (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  meeting_id text NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  commitment_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  proposed text NOT NULL, proposed_remark text NOT NULL, proposed_by text NOT NULL, proposed_on text NOT NULL,
  decided text, decided_remark text NOT NULL, decided_by text NOT NULL, decided_on text,
  level text,
  to_meeting_id text REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  passed boolean NOT NULL,
  agenda_item_id text REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  follow_up_id text REFERENCES follow_up (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX decision_meeting ON decision (meeting_id, commitment_id);
CREATE INDEX decision_commitment ON decision (commitment_id);
CREATE INDEX decision_to_meeting ON decision (to_meeting_id);
CREATE INDEX decision_agenda_item ON decision (agenda_item_id);
CREATE INDEX decision_follow_up ON decision (follow_up_id);

-- What the ledger counts, each from an index alone.
CREATE INDEX standing_owed ON standing (is_open, track_id, bound, status, due_on);
CREATE INDEX commitment_ended ON commitment (track_id, bound, status, first_due_on, closed_on)
  WHERE status IN ('fulfilled', 'not_fulfilled');

-- What one person handed over to another when a posting ended.
CREATE TABLE handover (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  from_id text NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  to_id text NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  day text NOT NULL, reason text NOT NULL, commitments text NOT NULL
);
CREATE INDEX handover_from ON handover (from_id);
CREATE INDEX handover_to ON handover (to_id);
