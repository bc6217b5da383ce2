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
