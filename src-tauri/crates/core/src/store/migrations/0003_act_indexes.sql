-- Fewer pages to write with every act: undo and redo look at the newest acts only, the bin at removals only.

DROP INDEX act_undo;
DROP INDEX act_redo;
DROP INDEX act_op;
CREATE INDEX act_redo ON act (seq) WHERE undone = true AND forgotten = false;
CREATE INDEX act_removal ON act (seq) WHERE op = 'remove' AND kind = 'done' AND undone = false;
