-- What is asked at every start and in every list, kept instead of counted. `standing` and the counts are derived anew.

-- The day of the last meeting held at which a commitment was made or taken up.
ALTER TABLE standing ADD COLUMN raised_on text NOT NULL DEFAULT '0000-00-00';
CREATE INDEX standing_raised ON standing (is_open, raised_on, ref);

-- Commitments that are being worked on, counted by the day they are due: how many are late, or due soon, is a sum of
-- some days, whatever the day.
CREATE TABLE due_count (
  due_on text PRIMARY KEY NOT NULL, under_way bigint NOT NULL
);
