-- Pictures: the dialogue a commitment was made in, how often it was said again, and how many were open at each month's
-- end. `standing`, the counts and `trend` are derived anew.

ALTER TABLE standing ADD COLUMN dialogue_id text NOT NULL DEFAULT '';
ALTER TABLE standing ADD COLUMN reaffirmed bigint NOT NULL DEFAULT 0;
CREATE INDEX standing_reaffirmed ON standing (status, reaffirmed DESC, heard_on, ref) WHERE reaffirmed > 0;
CREATE INDEX standing_dialogue ON standing (dialogue_id, due_on, ref);
CREATE INDEX meeting_lane ON meeting (dialogue_id, begins_on, state);

-- By how many what was open, overdue and stale at a month's end differs from the month before, by the journal. What is
-- late without anybody entering anything stands in the month in which it will be, which may be one to come.
CREATE TABLE trend (
  month text PRIMARY KEY NOT NULL, open bigint NOT NULL, overdue bigint NOT NULL, stale bigint NOT NULL
);
