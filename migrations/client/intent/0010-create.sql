-- intent.db: everything that exists nowhere else until the centre has confirmed it. Small and precious.

-- One life of one local database. A fork gives it a new client and starts its sequence again.
CREATE TABLE identity (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  client TEXT NOT NULL,
  next_seq INTEGER NOT NULL CHECK (next_seq > 0),
  -- Epoch of the server last spoken to; NULL before the first exchange.
  epoch TEXT,
  -- 1 after an orderly close, 0 while open: tells an unclean exit.
  clean_exit INTEGER NOT NULL CHECK (clean_exit IN (0, 1)),
  -- Wall clock minus server time at the last exchange, and the latest server time ever seen (milliseconds since 1970).
  offset_ms INTEGER,
  server_ms INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE enrolment (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  server TEXT NOT NULL,
  workstation TEXT NOT NULL,
  name TEXT NOT NULL,
  secret TEXT NOT NULL,
  region TEXT NOT NULL,
  -- JSON {uk, ru, en}
  region_name TEXT NOT NULL,
  office TEXT NOT NULL,
  series INTEGER NOT NULL CHECK (series > 0),
  at TEXT NOT NULL
) STRICT;

-- A pairing code already sent: its request id is used again, so that a lost answer does not burn the code.
CREATE TABLE enrol_request (
  server TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  request TEXT NOT NULL,
  PRIMARY KEY (server, code, name)
) STRICT;

CREATE TABLE session (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  login TEXT NOT NULL,
  -- JSON of the operator's public record as of the sign-in
  operator TEXT NOT NULL,
  grant_id TEXT NOT NULL,
  offline INTEGER NOT NULL CHECK (offline IN (0, 1)),
  since TEXT NOT NULL,
  last_activity_ms INTEGER NOT NULL
) STRICT;

-- Who signed in here with the server's consent, for signing in while it is away.
CREATE TABLE known_operator (
  login TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  operator TEXT NOT NULL,
  grant_id TEXT NOT NULL,
  offline_until TEXT NOT NULL,
  -- scrypt$N$r$p$salt$hash
  verifier TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  last_failure_ms INTEGER NOT NULL DEFAULT 0,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX known_operator_id ON known_operator (id);

-- Commands not yet confirmed. `body` is the whole command; its bytes never change once it was sent.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  -- 1 when it is too large for the way to the centre: a stand-in without content is sent in its place.
  withheld INTEGER NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1))
) STRICT;

-- Commands the centre has decided, kept 30 days for a restored server.
CREATE TABLE acknowledged (
  n INTEGER PRIMARY KEY,
  client TEXT NOT NULL,
  seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT,
  data TEXT,
  epoch TEXT NOT NULL,
  version INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (client, seq)
) STRICT;

-- Which records a command changes, while it is in the outbox or in `attention`: says how far a record is on its way.
CREATE TABLE touched (
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  command TEXT NOT NULL,
  PRIMARY KEY (type, id, command)
) STRICT, WITHOUT ROWID;
CREATE INDEX touched_command ON touched (command);

CREATE TABLE attention (
  command TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  code TEXT,
  data TEXT,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1))
) STRICT;

-- One act of an operator and what came of it: a repeat gets the same answer.
CREATE TABLE action (
  id TEXT PRIMARY KEY,
  result TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX action_at ON action (at);

CREATE TABLE draft (
  owner TEXT NOT NULL,
  call TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  rev INTEGER NOT NULL CHECK (rev > 0),
  saved_at TEXT NOT NULL,
  consumed_at TEXT,
  PRIMARY KEY (owner, call, field)
) STRICT;
CREATE INDEX draft_consumed ON draft (consumed_at) WHERE consumed_at IS NOT NULL;

CREATE TABLE draft_past (
  owner TEXT NOT NULL,
  call TEXT NOT NULL,
  field TEXT NOT NULL,
  rev INTEGER NOT NULL,
  text TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (owner, call, field, rev)
) STRICT;

-- Registration numbers leased to this workstation. `next` is the next one to give; a frozen block gives none.
CREATE TABLE block (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL,
  year INTEGER NOT NULL,
  lo INTEGER NOT NULL,
  hi INTEGER NOT NULL,
  next INTEGER NOT NULL CHECK (next BETWEEN lo AND hi + 1),
  state TEXT NOT NULL CHECK (state IN ('open', 'frozen'))
) STRICT;
CREATE INDEX block_year ON block (year, lo);

-- Every number ever told here, and the command that carries it. Never pruned.
CREATE TABLE number (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  day TEXT NOT NULL,
  -- NULL for the workstation's own series
  block TEXT,
  serial INTEGER NOT NULL,
  command TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX number_year_day ON number (year, day);

-- Last serial given of the workstation's own series, by year.
CREATE TABLE own_series (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;

CREATE TABLE notice_seen (
  operator TEXT NOT NULL,
  command TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (operator, command)
) STRICT, WITHOUT ROWID;
