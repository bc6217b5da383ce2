-- The full list of appeals: everything its conditions, its order and its figures look at stands in one index, so that going through all of
-- them reads no document. It begins as the index it takes the place of.
CREATE INDEX appeal_row ON record (
  type, json_extract(doc, '$.registeredAt') DESC, id,
  json_extract(doc, '$.number'), json_extract(doc, '$.day'), json_extract(doc, '$.topic'), json_extract(doc, '$.status'),
  json_extract(doc, '$.urgent'), json_extract(doc, '$.receiptSign'), json_extract(doc, '$.assignee'),
  json_extract(doc, '$.place.district'), json_extract(doc, '$.applicant'), json_extract(doc, '$.categories'),
  json_extract(doc, '$.call'))
  WHERE type = 'appeal';
DROP INDEX appeal_registered;
-- Calls in which a danger to life was spoken of: what was registered in them comes first.
CREATE INDEX call_danger ON record (type, id) WHERE type = 'call' AND json_extract(doc, '$.dangers') IS NOT NULL;
