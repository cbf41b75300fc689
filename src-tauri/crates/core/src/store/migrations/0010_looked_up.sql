-- What lists are asked for is kept where they look, instead of looked up in rows and journal for each commitment.
-- `standing` is derived anew.

-- The day (UTC) on which a commitment was entered, the day of its last change, and where it stands as the other side
-- sees it; empty where that is not known.
ALTER TABLE standing ADD COLUMN created_on text NOT NULL DEFAULT '0000-00-00';
ALTER TABLE standing ADD COLUMN changed_on text NOT NULL DEFAULT '0000-00-00';
ALTER TABLE standing ADD COLUMN theirs text NOT NULL DEFAULT '';
CREATE INDEX standing_created ON standing (created_on);
CREATE INDEX standing_changed ON standing (changed_on);
CREATE INDEX standing_theirs ON standing (theirs) WHERE theirs <> '';
-- They were asked what now stands there.
DROP INDEX journal_commitment;
DROP INDEX commitment_theirs;

-- The acts that changed what is changed seldom. Among the newest acts there soon is one that changed a commitment or
-- what hangs on it; for a meeting, all of them might have to be gone through.
CREATE INDEX journal_seldom ON journal (noun, act_seq)
  WHERE noun NOT IN ('commitment', 'follow_up', 'owner', 'due_change', 'raising', 'passage', 'mention');

-- What lists of meetings show, without their records, of which a page of the file holds one or two.
CREATE INDEX meeting_listed ON meeting (
  begins_on, id, revision, dialogue_id, ordinal, title, level, ends_on, day_precision, place, state, record_state
);
