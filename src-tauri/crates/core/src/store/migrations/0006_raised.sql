-- What is asked at every start and in every list, kept instead of counted or searched for. `standing`, the indexes of
-- words and the counts are derived anew.

-- The day of the last meeting held at which a commitment was made or taken up; and who has a part in it: bodies,
-- persons and named parties, by id.
ALTER TABLE standing ADD COLUMN raised_on text NOT NULL DEFAULT '0000-00-00';
ALTER TABLE standing ADD COLUMN parts text NOT NULL DEFAULT '';
CREATE INDEX standing_raised ON standing (is_open, raised_on, ref);

-- Commitments counted: by track, by the meeting they were made at, by body and person, by who is bound, and those that
-- are being worked on by the day they are due (`due:2026-06-01`), of which some are summed for what is late.
DROP TABLE track_count;
CREATE TABLE kept_count (
  what text PRIMARY KEY NOT NULL, open bigint NOT NULL, closed bigint NOT NULL
);

-- The words of titles alone, and of titles and wordings: what ranks first is found without going through what does not.
CREATE VIRTUAL TABLE title_words USING fts5 (
  title, content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE near_words USING fts5 (
  title, wording, content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
