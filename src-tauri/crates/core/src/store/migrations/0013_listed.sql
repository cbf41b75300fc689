-- What the pages ask for stands in indexes alone, and says itself whether it is open.

-- Titles of texts, which every form offers, without the texts themselves, of which each takes up pages of the file.
CREATE INDEX text_listed ON text (dated_on, id, title, meeting_id);

-- What was entered or changed of late is nearly all open: asked of what is closed, the answer is that there is none.
DROP INDEX standing_created;
DROP INDEX standing_changed;
CREATE INDEX standing_created ON standing (is_open, created_on);
CREATE INDEX standing_changed ON standing (is_open, changed_on);
