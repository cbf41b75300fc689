-- Capture: later mentions of a commitment, verdicts on candidates, and the user's own words for finding them.

-- A text says again what a commitment promised.
CREATE TABLE mention (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  commitment_id text NOT NULL REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED,
  passage_id text NOT NULL REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  note text NOT NULL
);
CREATE INDEX mention_commitment ON mention (commitment_id);
CREATE INDEX mention_passage ON mention (passage_id);

-- A candidate that was not entered. The range is where it stood; the words are what counts, so that the text stays free.
CREATE TABLE verdict (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  text_id text NOT NULL REFERENCES text (id) DEFERRABLE INITIALLY DEFERRED,
  start_at bigint NOT NULL, end_at bigint NOT NULL, quote text NOT NULL, judgement text NOT NULL
);
CREATE INDEX verdict_text ON verdict (text_id);
CREATE INDEX verdict_judgement ON verdict (judgement);

-- What the user adds to the lexicon of the capture, as TOML.
ALTER TABLE dossier ADD COLUMN lexicon text NOT NULL DEFAULT '';
