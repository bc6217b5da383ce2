-- Recovery with a restored server, work carried between workstations, files, paper blanks, practised outages.

-- 1 once the bytes of a command have left this workstation: from then on they never change.
ALTER TABLE outbox ADD COLUMN sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1));
-- What waits from before this step may have been sent.
UPDATE outbox SET sent = 1;

-- Protocol the server last spoke; 1 until it has said more.
ALTER TABLE identity ADD COLUMN protocol INTEGER NOT NULL DEFAULT 1;
-- Epoch for which everything acknowledged has been sent again; NULL while none was asked for.
ALTER TABLE identity ADD COLUMN repushed_epoch TEXT;
-- Version up to which a verified backup of the server exists, and the epoch it belongs to.
ALTER TABLE identity ADD COLUMN durable_epoch TEXT;
ALTER TABLE identity ADD COLUMN durable_version INTEGER NOT NULL DEFAULT 0;
-- Version of the region at which everything sent again was certainly decided; 0 until a whole pull has followed.
ALTER TABLE identity ADD COLUMN repushed_version INTEGER NOT NULL DEFAULT 0;
-- Token of the file `installation` beside this one, and that file's place on the disk: both change in a copied folder.
ALTER TABLE identity ADD COLUMN installation TEXT;

-- Every block ever leased here, as the centre gave it, so that a restored server learns of it again.
-- (`block` holds them; frozen ones stay.)

-- Commands of other workstations, taken in from an exported file, until the centre has decided them.
CREATE TABLE parcel (
  client TEXT NOT NULL,
  seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  -- Name of the workstation they came from, as the file said.
  source TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'stopped')),
  outcome TEXT,
  code TEXT,
  taken_at TEXT NOT NULL,
  settled_at TEXT,
  PRIMARY KEY (client, seq)
) STRICT;
CREATE INDEX parcel_state ON parcel (state, client, seq);

-- Files attached here: the bytes lie encrypted in the folder `blobs`, named by their hash.
CREATE TABLE blob_out (
  hash TEXT PRIMARY KEY,
  size INTEGER NOT NULL CHECK (size > 0),
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Bytes the centre has confirmed.
  have INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent')),
  at TEXT NOT NULL,
  sent_at TEXT
) STRICT;
CREATE INDEX blob_out_state ON blob_out (state, size);

-- Receipt numbers printed on paper blanks before anybody called. `command` NULL: not yet entered.
CREATE TABLE paper (
  number TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  printed_at TEXT NOT NULL,
  printed_by TEXT NOT NULL,
  command TEXT UNIQUE,
  -- 1 when the blank was spoilt: its number is told to nobody.
  spoilt INTEGER NOT NULL DEFAULT 0 CHECK (spoilt IN (0, 1))
) STRICT;

-- The practised outage this workstation is in, or was in and has not yet told the centre about.
CREATE TABLE practice (
  id TEXT PRIMARY KEY,
  began_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  ended_at TEXT,
  ending TEXT CHECK (ending IN ('time', 'left', 'called_off')),
  -- 1 once its result is in the outbox.
  told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
) STRICT;
-- Sequence the practice began at, and what was done in it, counted at its end as JSON.
ALTER TABLE practice ADD COLUMN first_seq INTEGER NOT NULL DEFAULT 1;
ALTER TABLE practice ADD COLUMN facts TEXT;

-- How old unsent work may be before it is pointed out, as the centre sets it; and the last complete exchange.
ALTER TABLE identity ADD COLUMN calm_minutes INTEGER NOT NULL DEFAULT 60;
ALTER TABLE identity ADD COLUMN warn_minutes INTEGER NOT NULL DEFAULT 480;
ALTER TABLE identity ADD COLUMN last_success_at TEXT;

-- 1 when the content of a confirmed command was forgotten because a verified backup of the centre covers it; its receipt stays.
ALTER TABLE acknowledged ADD COLUMN stripped INTEGER NOT NULL DEFAULT 0 CHECK (stripped IN (0, 1));
