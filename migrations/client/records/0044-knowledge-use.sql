-- The knowledge base: what a search ranks by without reading whole texts, use of articles, questions without an answer.

-- Articles without their texts, under the rowid of their record; their topics.
CREATE TABLE article_head (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  -- JSON array.
  districts TEXT NOT NULL,
  valid_from TEXT,
  valid_until TEXT,
  saved_at TEXT NOT NULL
) STRICT;
CREATE TABLE article_topic (
  topic TEXT NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (topic, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_topic_row ON article_topic (row);
CREATE VIEW article_head_now AS
  SELECT rowid AS row, id, coalesce(json_extract(doc, '$.title'), '') AS title,
    coalesce(json_extract(doc, '$.state'), '') AS state, coalesce(json_extract(doc, '$.districts'), '[]') AS districts,
    json_extract(doc, '$.validFrom') AS valid_from, json_extract(doc, '$.validUntil') AS valid_until,
    coalesce(json_extract(doc, '$.savedAt'), '') AS saved_at
  FROM record WHERE type = 'article';
INSERT INTO article_head (row, id, title, state, districts, valid_from, valid_until, saved_at)
  SELECT row, id, title, state, districts, valid_from, valid_until, saved_at FROM article_head_now;
INSERT INTO article_topic (topic, row)
  SELECT DISTINCT CAST(topic.value AS TEXT), r.rowid FROM record AS r, json_each(r.doc, '$.topics') AS topic
  WHERE r.type = 'article';
CREATE TRIGGER article_added AFTER INSERT ON record WHEN NEW.type = 'article' BEGIN
  DELETE FROM article_head WHERE row = NEW.rowid;
  DELETE FROM article_topic WHERE row = NEW.rowid;
  INSERT INTO article_head (row, id, title, state, districts, valid_from, valid_until, saved_at)
    SELECT row, id, title, state, districts, valid_from, valid_until, saved_at FROM article_head_now WHERE row = NEW.rowid;
  INSERT INTO article_topic (topic, row)
    SELECT DISTINCT CAST(value AS TEXT), NEW.rowid FROM json_each(NEW.doc, '$.topics');
END;
CREATE TRIGGER article_changed AFTER UPDATE OF doc ON record WHEN NEW.type = 'article' BEGIN
  DELETE FROM article_head WHERE row = NEW.rowid;
  DELETE FROM article_topic WHERE row = NEW.rowid;
  INSERT INTO article_head (row, id, title, state, districts, valid_from, valid_until, saved_at)
    SELECT row, id, title, state, districts, valid_from, valid_until, saved_at FROM article_head_now WHERE row = NEW.rowid;
  INSERT INTO article_topic (topic, row)
    SELECT DISTINCT CAST(value AS TEXT), NEW.rowid FROM json_each(NEW.doc, '$.topics');
END;
CREATE TRIGGER article_removed AFTER DELETE ON record WHEN OLD.type = 'article' BEGIN
  DELETE FROM article_head WHERE row = OLD.rowid;
  DELETE FROM article_topic WHERE row = OLD.rowid;
END;

-- How often an article was the answer lately: read from the index alone.
CREATE INDEX consultation_article ON record (type, json_extract(doc, '$.day'), json_extract(doc, '$.article'))
  WHERE type = 'consultation' AND json_extract(doc, '$.article') IS NOT NULL;

-- Questions that wait for the editors, and those they are done with, the latest first.
CREATE INDEX question_state ON record (type, json_extract(doc, '$.state'), json_extract(doc, '$.askedAt') DESC, id)
  WHERE type = 'question';

-- Words of articles are found in their near spelling, too (a question in Russian, an article in Ukrainian): they are taken in anew.
INSERT INTO find_noted (row)
  SELECT rowid FROM record WHERE type = 'article' AND rowid NOT IN (SELECT row FROM find_noted);
