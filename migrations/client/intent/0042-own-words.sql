-- Words that count as rightly spelled on this workstation: surnames, local names, trade words. Here and not in the preferences,
-- because a surname is personal data and this file is encrypted.
CREATE TABLE own_word (
  word TEXT PRIMARY KEY,
  added_by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
