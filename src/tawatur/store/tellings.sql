-- What each report tells of its events by itself, and by which keys tellings of one event meet. All of it is derived; a
-- record without the row in `tellings` has none as yet.
CREATE TABLE tellings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    program TEXT NOT NULL
);
CREATE TABLE telling (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL,
    kind TEXT NOT NULL,
    event TEXT NOT NULL,                -- its id in the report
    beside INTEGER NOT NULL,            -- 1: others of its kind that the report tells say something of it
    body TEXT NOT NULL                  -- JSON
);
CREATE UNIQUE INDEX telling_report ON telling (report, kind, event);
CREATE TABLE telling_key (
    key INTEGER NOT NULL,               -- a hash
    day INTEGER NOT NULL,
    telling INTEGER NOT NULL,
    PRIMARY KEY (key, day, telling)
) WITHOUT ROWID;
CREATE INDEX telling_key_telling ON telling_key (telling);
