-- records.db: what the centre has sent, with this workstation's predictions on top. Large; may be downloaded again.

-- `version` 0: exists only as a prediction so far.
CREATE TABLE record (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  doc TEXT NOT NULL,
  PRIMARY KEY (type, id)
) STRICT;

-- The centre's row under a prediction, untouched; `doc` NULL where the centre has none.
CREATE TABLE base (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  doc TEXT,
  PRIMARY KEY (type, id)
) STRICT;

-- Rows of pull pages received, until the last page proves that they belong together. `doc` NULL: deleted or gone.
CREATE TABLE staged (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  region TEXT NOT NULL,
  version INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  doc TEXT,
  PRIMARY KEY (type, id)
) STRICT;

CREATE TABLE position (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  -- Cursor of the applied rows, and of the staged ones when a pull is half done.
  cursor TEXT,
  staged_cursor TEXT,
  -- 1 while everything is fetched again: what is not seen by the end is gone.
  fresh INTEGER NOT NULL DEFAULT 0 CHECK (fresh IN (0, 1)),
  -- Client whose commands up to `acked_seq` are part of the rows.
  acked_client TEXT,
  acked_seq INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO position (only) VALUES (1);

CREATE INDEX appeal_registered ON record (type, json_extract(doc, '$.registeredAt') DESC, id)
  WHERE type = 'appeal';
CREATE INDEX appeal_assignee ON record (type, json_extract(doc, '$.assignee'), json_extract(doc, '$.registeredAt') DESC, id)
  WHERE type = 'appeal';
CREATE INDEX appeal_urgent ON record (type, json_extract(doc, '$.urgent'), json_extract(doc, '$.registeredAt') DESC, id)
  WHERE type = 'appeal';
CREATE INDEX appeal_day ON record (type, json_extract(doc, '$.registeredBy'), json_extract(doc, '$.day'))
  WHERE type = 'appeal';
CREATE INDEX call_started ON record (type, json_extract(doc, '$.startedAt') DESC, id)
  WHERE type = 'call';
CREATE INDEX call_operator ON record (type, json_extract(doc, '$.operator'), json_extract(doc, '$.startedAt') DESC, id)
  WHERE type = 'call';
CREATE INDEX consultation_day ON record (type, json_extract(doc, '$.operator'), json_extract(doc, '$.day'))
  WHERE type = 'consultation';
CREATE INDEX history_subject ON record (type, json_extract(doc, '$.subject.id'), json_extract(doc, '$.at'), id)
  WHERE type = 'history';
CREATE INDEX history_assigned ON record (type, json_extract(doc, '$.data.to'), json_extract(doc, '$.at') DESC, id)
  WHERE type = 'history' AND json_extract(doc, '$.kind') = 'appeal.assign';
