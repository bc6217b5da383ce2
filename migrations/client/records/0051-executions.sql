-- Bodies' parts in an appeal, for what leaves the workstation with it.
CREATE INDEX execution_appeal ON record (type, json_extract(doc, '$.appeal'), id) WHERE type = 'execution';
