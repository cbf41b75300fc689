-- A meeting bears a marking of its own, which its record and its agenda take after. What bears one is found by it: papers
-- leave out what stands above their reader.

ALTER TABLE meeting ADD COLUMN marking text NOT NULL DEFAULT '';
CREATE INDEX meeting_marking ON meeting (marking) WHERE marking <> '';
CREATE INDEX text_marking ON text (marking) WHERE marking <> '';
CREATE INDEX instrument_marking ON instrument (marking) WHERE marking <> '';
