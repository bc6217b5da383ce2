-- The operator's workplace: what its lists and its search need.

-- Promises to call back: open ones by their time, closed ones newest first.
CREATE INDEX promise_due ON record (type, json_extract(doc, '$.state'), json_extract(doc, '$.dueAt'), id)
  WHERE type = 'promise';
CREATE INDEX promise_closed ON record (type, json_extract(doc, '$.closedAt') DESC, id)
  WHERE type = 'promise';
-- Handed cards: those that wait, and the last accepted ones.
CREATE INDEX handover_taken ON record (type, json_extract(doc, '$.takenAt') DESC, json_extract(doc, '$.handedAt'), id)
  WHERE type = 'handover';
-- Calls of one number, for a caller who was cut off and rings again.
CREATE INDEX call_phone ON record (type, json_extract(doc, '$.phone'), json_extract(doc, '$.startedAt') DESC, id)
  WHERE type = 'call';

-- Appeals of one topic lately, for what is similar; appeals of a problem.
CREATE INDEX appeal_topic ON record (type, json_extract(doc, '$.topic'), json_extract(doc, '$.registeredAt') DESC, id)
  WHERE type = 'appeal';
CREATE INDEX appeal_problem ON record (type, json_extract(doc, '$.problem'), json_extract(doc, '$.registeredAt') DESC, id)
  WHERE type = 'appeal' AND json_extract(doc, '$.problem') IS NOT NULL;
CREATE INDEX problem_opened ON record (type, json_extract(doc, '$.state'), json_extract(doc, '$.openedAt') DESC, id)
  WHERE type = 'problem';

-- Applicants by any of their telephones; `tail` holds the last nine digits backwards, for a number said in part.
CREATE TABLE applicant_phone (
  phone TEXT NOT NULL,
  applicant TEXT NOT NULL,
  tail TEXT NOT NULL,
  PRIMARY KEY (phone, applicant)
) STRICT, WITHOUT ROWID;
CREATE INDEX applicant_phone_tail ON applicant_phone (tail, applicant);
CREATE INDEX applicant_phone_of ON applicant_phone (applicant);
CREATE VIEW applicant_phone_now AS
  SELECT said.id AS applicant, said.phone AS phone,
    substr(said.phone, -1, 1) || substr(said.phone, -2, 1) || substr(said.phone, -3, 1) || substr(said.phone, -4, 1)
      || substr(said.phone, -5, 1) || substr(said.phone, -6, 1) || substr(said.phone, -7, 1)
      || substr(said.phone, -8, 1) || substr(said.phone, -9, 1) AS tail
  FROM (
    SELECT r.id, json_extract(r.doc, '$.phone') AS phone FROM record AS r WHERE r.type = 'applicant'
    UNION
    SELECT r.id, json_extract(more.value, '$.phone') AS phone
    FROM record AS r, json_each(r.doc, '$.phones') AS more WHERE r.type = 'applicant'
  ) AS said
  WHERE said.phone IS NOT NULL;
INSERT INTO applicant_phone (phone, applicant, tail) SELECT phone, applicant, tail FROM applicant_phone_now;
CREATE TRIGGER applicant_phone_added AFTER INSERT ON record WHEN NEW.type = 'applicant' BEGIN
  DELETE FROM applicant_phone WHERE applicant = NEW.id;
  INSERT INTO applicant_phone (phone, applicant, tail)
    SELECT phone, applicant, tail FROM applicant_phone_now WHERE applicant = NEW.id;
END;
CREATE TRIGGER applicant_phone_changed AFTER UPDATE ON record WHEN NEW.type = 'applicant' BEGIN
  DELETE FROM applicant_phone WHERE applicant = OLD.id;
  INSERT INTO applicant_phone (phone, applicant, tail)
    SELECT phone, applicant, tail FROM applicant_phone_now WHERE applicant = NEW.id;
END;
CREATE TRIGGER applicant_phone_removed AFTER DELETE ON record WHEN OLD.type = 'applicant' BEGIN
  DELETE FROM applicant_phone WHERE applicant = OLD.id;
END;
-- Appeals of an applicant, those they joined, their merged cards; marks of a number; applicants, the latest first.
CREATE INDEX appeal_applicant ON record (type, json_extract(doc, '$.applicant'), json_extract(doc, '$.registeredAt') DESC, id)
  WHERE type = 'appeal';
CREATE TABLE co_applicant (
  applicant TEXT NOT NULL,
  appeal TEXT NOT NULL,
  PRIMARY KEY (applicant, appeal)
) STRICT, WITHOUT ROWID;
CREATE INDEX co_applicant_appeal ON co_applicant (appeal);
CREATE TRIGGER co_applicant_added AFTER INSERT ON record
  WHEN NEW.type = 'appeal' AND json_extract(NEW.doc, '$.coApplicants') IS NOT NULL BEGIN
  DELETE FROM co_applicant WHERE appeal = NEW.id;
  INSERT INTO co_applicant (applicant, appeal)
    SELECT DISTINCT json_extract(value, '$.applicant'), NEW.id FROM json_each(NEW.doc, '$.coApplicants');
END;
CREATE TRIGGER co_applicant_changed AFTER UPDATE ON record WHEN NEW.type = 'appeal'
  AND (json_extract(NEW.doc, '$.coApplicants') IS NOT NULL OR json_extract(OLD.doc, '$.coApplicants') IS NOT NULL) BEGIN
  DELETE FROM co_applicant WHERE appeal = OLD.id;
  INSERT INTO co_applicant (applicant, appeal)
    SELECT DISTINCT json_extract(value, '$.applicant'), NEW.id FROM json_each(NEW.doc, '$.coApplicants');
END;
CREATE TRIGGER co_applicant_removed AFTER DELETE ON record WHEN OLD.type = 'appeal' BEGIN
  DELETE FROM co_applicant WHERE appeal = OLD.id;
END;
CREATE INDEX applicant_merged ON record (type, json_extract(doc, '$.mergedInto'), id)
  WHERE type = 'applicant' AND json_extract(doc, '$.mergedInto') IS NOT NULL;
CREATE INDEX applicant_created ON record (type, json_extract(doc, '$.createdAt') DESC, id)
  WHERE type = 'applicant';
CREATE INDEX phone_mark ON record (type, json_extract(doc, '$.phone'), id)
  WHERE type = 'phoneMark';

-- Streets of a settlement, by name.
CREATE INDEX street_of ON record (type, json_extract(doc, '$.settlement'), json_extract(doc, '$.uk'), id)
  WHERE type = 'street';

-- The text index: folded words of appeals, applicants, calls and articles under the rowid of their record. It is brought up to date in
-- small steps between other work: rows above `upto` and the noted ones are not in it yet. (OR IGNORE within a trigger would give way to
-- the policy of the statement that fires it.)
CREATE VIRTUAL TABLE find_appeal USING fts5(body, near, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0", prefix='2 3 4');
CREATE VIRTUAL TABLE find_applicant USING fts5(body, near, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0", prefix='2 3 4');
CREATE VIRTUAL TABLE find_call USING fts5(body, near, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0", prefix='2 3 4');
CREATE VIRTUAL TABLE find_article USING fts5(body, near, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0", prefix='2 3 4');
CREATE TABLE find_state (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  upto INTEGER NOT NULL
) STRICT;
INSERT INTO find_state (only, upto) VALUES (1, 0);
CREATE TABLE find_noted (row INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER find_changed AFTER UPDATE OF doc ON record
  WHEN NEW.type IN ('appeal', 'applicant', 'call', 'article') BEGIN
  INSERT INTO find_noted (row) SELECT NEW.rowid WHERE NOT EXISTS (SELECT 1 FROM find_noted WHERE row = NEW.rowid);
END;
CREATE TRIGGER find_removed AFTER DELETE ON record
  WHEN OLD.type IN ('appeal', 'applicant', 'call', 'article') BEGIN
  INSERT INTO find_noted (row) SELECT OLD.rowid WHERE NOT EXISTS (SELECT 1 FROM find_noted WHERE row = OLD.rowid);
END;
-- The place of the last row is given to the next one.
CREATE TRIGGER find_last_removed AFTER DELETE ON record
  WHEN OLD.rowid > coalesce((SELECT max(rowid) FROM record), 0) BEGIN
  UPDATE find_state SET upto = min(upto, coalesce((SELECT max(rowid) FROM record), 0));
END;
