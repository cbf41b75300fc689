-- Papers: what a brief is made of, kept with its meeting, and copies of what was handed over.

-- `parts` holds the keys of the parts in order, parted by blanks; one that is not shown begins with a minus.
CREATE TABLE brief_plan (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  meeting_id text NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  parts text NOT NULL,
  our_objectives text NOT NULL, our_objectives_marking text NOT NULL,
  their_objectives text NOT NULL, their_objectives_marking text NOT NULL,
  press_line text NOT NULL, press_line_marking text NOT NULL,
  talking_points text NOT NULL, talking_points_marking text NOT NULL
);
CREATE INDEX brief_plan_meeting ON brief_plan (meeting_id);

-- The file itself, and its words as Markdown, lie among the originals.
CREATE TABLE kept_paper (
  id text PRIMARY KEY NOT NULL, revision bigint NOT NULL,
  meeting_id text NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
  kind text NOT NULL, form text NOT NULL, title text NOT NULL,
  for_whom text NOT NULL, ceilings text NOT NULL, told_of_gaps boolean NOT NULL,
  marked text NOT NULL, made_at text NOT NULL, made_by text NOT NULL,
  file_name text NOT NULL, file_sha256 text NOT NULL, words_sha256 text NOT NULL
);
CREATE INDEX kept_paper_meeting ON kept_paper (meeting_id);
