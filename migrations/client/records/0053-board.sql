-- The shift's board: open appeals counted by whose they are, without reading a document; calls of the day by their operator.
CREATE INDEX appeal_open ON record (
  type, json_extract(doc, '$.assignee'), json_extract(doc, '$.status'), json_extract(doc, '$.term.due'),
  json_extract(doc, '$.day'), json_extract(doc, '$.urgent'))
  WHERE type = 'appeal' AND json_extract(doc, '$.status') IN ('registered', 'forwarded', 'in_work', 'answered');
CREATE INDEX call_board ON record (
  type, json_extract(doc, '$.startedAt'), json_extract(doc, '$.operator'), json_extract(doc, '$.endedAt'),
  json_extract(doc, '$.outcome'), json_extract(doc, '$.times.ended.at'))
  WHERE type = 'call';
