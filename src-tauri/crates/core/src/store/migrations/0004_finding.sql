-- Finding anything: the index of words, more to sort by, counts that are kept, and views that are saved.
-- What is derived (standing, document, the indexes of words, tally) is filled by the code that keeps it, in the
-- transaction of this change: it is emptied or made anew here.

DROP TABLE standing;

-- What lists sort and filter by. Texts that sort first or last stand for "never" and "no date", and an empty text for
-- "none", so that no order rests on nulls. `number` is the commitment's place in the index of words.
CREATE TABLE standing (
  number integer PRIMARY KEY NOT NULL,
  commitment_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  ref text NOT NULL,
  title text NOT NULL,
  track_id text NOT NULL,
  is_open boolean NOT NULL,
  status text NOT NULL,
  blocked boolean NOT NULL,
  due_on text NOT NULL,
  heard_on text NOT NULL,
  made_on text NOT NULL,
  slips bigint NOT NULL,
  bound text NOT NULL,
  strength text NOT NULL,
  lead_id text NOT NULL,
  lead_body_id text NOT NULL,
  meeting_id text NOT NULL
);
CREATE UNIQUE INDEX standing_commitment ON standing (commitment_id);
CREATE INDEX standing_track ON standing (track_id, is_open, due_on, ref, blocked, heard_on, status);
CREATE INDEX standing_due ON standing (is_open, due_on, ref, track_id, blocked, heard_on, status);
CREATE INDEX standing_heard ON standing (is_open, heard_on, ref, track_id, blocked, due_on, status);
CREATE INDEX standing_ref ON standing (is_open, ref);
CREATE INDEX standing_title ON standing (is_open, title, ref);
CREATE INDEX standing_made ON standing (is_open, made_on, ref);
CREATE INDEX standing_slips ON standing (is_open, slips, ref);
CREATE INDEX standing_status ON standing (status, due_on, ref);
CREATE INDEX standing_bound ON standing (bound, is_open, due_on, ref);
CREATE INDEX standing_strength ON standing (strength, is_open, due_on, ref);
CREATE INDEX standing_lead ON standing (lead_id, is_open, due_on, ref);
CREATE INDEX standing_lead_body ON standing (lead_body_id, is_open, due_on, ref);
CREATE INDEX standing_lead_alone ON standing (lead_id) WHERE lead_body_id = '';
CREATE INDEX standing_meeting ON standing (meeting_id, is_open, due_on, ref);
CREATE INDEX standing_blocked ON standing (is_open) WHERE blocked = true;

-- What few rows have, and lists are asked for.
CREATE INDEX commitment_theirs ON commitment (their_status) WHERE their_status IS NOT NULL;
CREATE INDEX commitment_marking ON commitment (marking) WHERE marking <> '';
CREATE INDEX commitment_bound_parties ON commitment (bound_parties) WHERE bound_parties <> '';
CREATE INDEX follow_up_marking ON follow_up (marking) WHERE marking <> '';
CREATE INDEX link_kind ON link (kind);
CREATE INDEX journal_commitment ON journal (at, row_id) WHERE noun = 'commitment';

-- Pages besides commitments that a search leads to, numbered for the index of words.
CREATE TABLE document (
  number integer PRIMARY KEY NOT NULL, noun text NOT NULL, row_id text NOT NULL
);
CREATE UNIQUE INDEX document_row ON document (row_id);

-- The words of commitments and of other pages, by where they stand: names and titles, the agreed words, all the rest.
-- Only the index is kept: the words themselves are read from the rows. Beginnings of two and three letters have an
-- index of their own, since they are asked for at every key press.
CREATE VIRTUAL TABLE commitment_words USING fts5 (
  title, wording, rest, content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE page_words USING fts5 (
  title, wording, rest, content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
-- Names by three letters each, for those who mistype.
CREATE VIRTUAL TABLE name_parts USING fts5 (
  name, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram'
);

-- Open commitments counted by track, as of a day and looking ahead to another: kept for the days that were asked for.
CREATE TABLE tally (
  day text NOT NULL, ahead text NOT NULL, track_id text NOT NULL,
  overdue bigint NOT NULL, blocked bigint NOT NULL, due_before bigint NOT NULL, stale bigint NOT NULL,
  exceptions bigint NOT NULL, on_course bigint NOT NULL, red bigint NOT NULL, amber bigint NOT NULL,
  green bigint NOT NULL, grey bigint NOT NULL, open bigint NOT NULL,
  PRIMARY KEY (day, ahead, track_id)
);

-- Commitments counted by track.
CREATE TABLE track_count (
  track_id text PRIMARY KEY NOT NULL, open bigint NOT NULL, closed bigint NOT NULL
);

-- A list that somebody goes back to: what it asks, how it is ordered and shown.
CREATE TABLE saved_view (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  name text NOT NULL, words text NOT NULL, sort text NOT NULL, descending boolean NOT NULL,
  grouping_by text, columns text NOT NULL, pinned boolean NOT NULL, rank bigint NOT NULL
);
