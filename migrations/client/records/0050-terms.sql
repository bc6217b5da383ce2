-- Terms: the full list goes in the order of last days, too; open terms by their end.

-- As the index it takes the place of, with the last day of the term behind.
CREATE INDEX appeal_listed ON record (
  type, json_extract(doc, '$.registeredAt') DESC, id,
  json_extract(doc, '$.number'), json_extract(doc, '$.day'), json_extract(doc, '$.topic'), json_extract(doc, '$.status'),
  json_extract(doc, '$.urgent'), json_extract(doc, '$.receiptSign'), json_extract(doc, '$.assignee'),
  json_extract(doc, '$.place.district'), json_extract(doc, '$.applicant'), json_extract(doc, '$.categories'),
  json_extract(doc, '$.call'), json_extract(doc, '$.term.due'))
  WHERE type = 'appeal';
DROP INDEX appeal_row;

-- Terms that still run, by their last day; null for appeals older than calendars, which are reckoned from their day.
CREATE INDEX appeal_due ON record (
  type, json_extract(doc, '$.term.due'), id, json_extract(doc, '$.day'), json_extract(doc, '$.assignee'))
  WHERE type = 'appeal' AND json_extract(doc, '$.status') IN ('registered', 'forwarded', 'in_work');
