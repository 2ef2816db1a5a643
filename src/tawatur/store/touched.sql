-- What each of the last writes changed, so that a page that was made before them is known to hold still, or not: made by
-- triggers, in the transaction of the write. 'all' of a revision stands for everything.
CREATE TABLE touched (
    revision INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key NOT NULL,
    PRIMARY KEY (revision, kind, key)
) WITHOUT ROWID;

-- Programs ask for lists by these.
CREATE INDEX found_verdict ON found (json_extract(body, '$.verdict')) WHERE layer = 'fact';
CREATE INDEX found_kind ON found (json_extract(body, '$.kind')) WHERE layer = 'event';
CREATE INDEX thing_type ON thing (json_extract(body, '$.type'));

-- Lists count and name who is in their stories and sentences: all that they need of it, in an index.
CREATE INDEX naming_report ON naming (report, thing, mentions);
