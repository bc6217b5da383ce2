-- Announcements by the end of their time: a card asks at every pause of typing for those that are not over.
CREATE INDEX announcement_until ON record (type, json_extract(doc, '$.until'), id)
  WHERE type = 'announcement';
