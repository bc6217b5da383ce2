-- The operator's workplace: what is kept of its work on this workstation.

-- Telephone line: how its events reach this workstation, and what they told of calls that are not finished or were missed lately.
CREATE TABLE line_feed (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  port INTEGER NOT NULL,
  -- The workstation's own telephone as the line calls it; NULL: every event is meant for us.
  own TEXT,
  token TEXT NOT NULL
) STRICT;
CREATE TABLE line_call (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
