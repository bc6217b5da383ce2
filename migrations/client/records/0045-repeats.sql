-- Appeals that repeat another, by the one they repeat: few have any, so the index is small.
CREATE INDEX appeal_previous ON record (type, json_extract(doc, '$.previous'), json_extract(doc, '$.registeredAt') DESC, id)
  WHERE type = 'appeal' AND json_extract(doc, '$.previous') IS NOT NULL;
