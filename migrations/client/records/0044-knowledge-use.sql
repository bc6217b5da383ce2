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

-- How often an article was the answer, day by day.
CREATE TABLE article_use (
  day TEXT NOT NULL,
  article TEXT NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (day, article)
) STRICT, WITHOUT ROWID;
INSERT INTO article_use (day, article, uses)
  SELECT coalesce(json_extract(doc, '$.day'), ''), CAST(json_extract(doc, '$.article') AS TEXT), count(*) FROM record
  WHERE type = 'consultation' AND json_extract(doc, '$.article') IS NOT NULL GROUP BY 1, 2;
CREATE TRIGGER article_use_added AFTER INSERT ON record
  WHEN NEW.type = 'consultation' AND json_extract(NEW.doc, '$.article') IS NOT NULL BEGIN
  INSERT INTO article_use (day, article, uses)
    SELECT coalesce(json_extract(NEW.doc, '$.day'), ''), CAST(json_extract(NEW.doc, '$.article') AS TEXT), 0
    WHERE NOT EXISTS (SELECT 1 FROM article_use WHERE day = coalesce(json_extract(NEW.doc, '$.day'), '')
      AND article = CAST(json_extract(NEW.doc, '$.article') AS TEXT));
  UPDATE article_use SET uses = uses + 1 WHERE day = coalesce(json_extract(NEW.doc, '$.day'), '')
    AND article = CAST(json_extract(NEW.doc, '$.article') AS TEXT);
END;
CREATE TRIGGER article_use_changed AFTER UPDATE OF doc ON record WHEN NEW.type = 'consultation'
  AND (json_extract(NEW.doc, '$.article') IS NOT json_extract(OLD.doc, '$.article')
    OR json_extract(NEW.doc, '$.day') IS NOT json_extract(OLD.doc, '$.day')) BEGIN
  UPDATE article_use SET uses = uses - 1 WHERE day = coalesce(json_extract(OLD.doc, '$.day'), '')
    AND article = CAST(json_extract(OLD.doc, '$.article') AS TEXT);
  INSERT INTO article_use (day, article, uses)
    SELECT coalesce(json_extract(NEW.doc, '$.day'), ''), CAST(json_extract(NEW.doc, '$.article') AS TEXT), 0
    WHERE json_extract(NEW.doc, '$.article') IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM article_use WHERE day = coalesce(json_extract(NEW.doc, '$.day'), '')
      AND article = CAST(json_extract(NEW.doc, '$.article') AS TEXT));
  UPDATE article_use SET uses = uses + 1 WHERE day = coalesce(json_extract(NEW.doc, '$.day'), '')
    AND article = CAST(json_extract(NEW.doc, '$.article') AS TEXT);
END;
CREATE TRIGGER article_use_removed AFTER DELETE ON record
  WHEN OLD.type = 'consultation' AND json_extract(OLD.doc, '$.article') IS NOT NULL BEGIN
  UPDATE article_use SET uses = uses - 1 WHERE day = coalesce(json_extract(OLD.doc, '$.day'), '')
    AND article = CAST(json_extract(OLD.doc, '$.article') AS TEXT);
  DELETE FROM article_use WHERE uses <= 0 AND day = coalesce(json_extract(OLD.doc, '$.day'), '')
    AND article = CAST(json_extract(OLD.doc, '$.article') AS TEXT);
END;

-- Questions that wait for the editors, and those they are done with, the latest first.
CREATE INDEX question_state ON record (type, json_extract(doc, '$.state'), json_extract(doc, '$.askedAt') DESC, id)
  WHERE type = 'question';

-- Words of articles are found in their near spelling, too (a question in Russian, an article in Ukrainian): they are taken in anew.
INSERT INTO find_noted (row)
  SELECT rowid FROM record WHERE type = 'article' AND rowid NOT IN (SELECT row FROM find_noted);
