-- Lists for conflicts, refused work, files and practised outages; appeals held on request.

CREATE INDEX conflict_open ON record (type, json_extract(doc, '$.state'), json_extract(doc, '$.at'), id)
  WHERE type = 'conflict';
CREATE INDEX conflict_appeal ON record (type, json_extract(doc, '$.appeal'), id)
  WHERE type = 'conflict';
CREATE INDEX attention_state ON record (type, json_extract(doc, '$.state'), json_extract(doc, '$.at'), id)
  WHERE type = 'attention';
CREATE INDEX attachment_appeal ON record (type, json_extract(doc, '$.appeal'), json_extract(doc, '$.at'), id)
  WHERE type = 'attachment';
CREATE INDEX attachment_awaited ON record (type, json_extract(doc, '$.state'), id)
  WHERE type = 'attachment' AND json_extract(doc, '$.state') = 'awaited';
CREATE INDEX practice_began ON record (type, json_extract(doc, '$.beganAt') DESC, id)
  WHERE type = 'practice';
-- Who had an appeal before it was given to somebody else, and whose appeal somebody else amended.
CREATE INDEX history_taken ON record (type, json_extract(doc, '$.data.from'), json_extract(doc, '$.at') DESC, id)
  WHERE type = 'history' AND json_extract(doc, '$.kind') = 'appeal.assign';
CREATE INDEX history_amended ON record (type, json_extract(doc, '$.data.assignee'), json_extract(doc, '$.at') DESC, id)
  WHERE type = 'history' AND json_extract(doc, '$.kind') = 'appeal.amend';

-- Records fetched on request although the rule of age would leave them at the centre; kept until the day named.
CREATE TABLE pinned (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;

-- How many days back finished work is held here, and the last version committed before, as the centre last said.
ALTER TABLE position ADD COLUMN horizon_days INTEGER NOT NULL DEFAULT 400;
ALTER TABLE position ADD COLUMN horizon_version INTEGER NOT NULL DEFAULT 0;

-- Why a staged row is gone: it left the region; NULL when it was deleted.
ALTER TABLE staged ADD COLUMN left_reason TEXT;
-- Records that left while own work on them had yet to be judged: kept in view until it is.
CREATE TABLE departed (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;
