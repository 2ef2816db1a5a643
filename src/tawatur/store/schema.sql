-- The record, version 8. Reports and decisions are the ledger; the rest, and all of between.sql, is derived and can be rebuilt.
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,          -- how the record and its comparison name it
    identity TEXT NOT NULL,             -- the url, else outlet and file
    version INTEGER NOT NULL,           -- counts the texts of one identity
    text_sha256 TEXT NOT NULL,
    head TEXT NOT NULL,                 -- record.md "report", as JSON
    text TEXT,                          -- null once removed
    original BLOB,                      -- the bytes of a page whose text was extracted
    taken_in TEXT NOT NULL,             -- when, UTC
    UNIQUE (identity, version)
);
CREATE INDEX report_text ON report (text_sha256);
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,               -- JSON
    why TEXT,
    undoes INTEGER REFERENCES decision (id)
);
CREATE TABLE reading (
    report INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    program TEXT NOT NULL,              -- the version that read it
    body TEXT NOT NULL                  -- record.md "One report", as JSON
);
CREATE TABLE sentence (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,             -- offsets in the report's text
    last INTEGER NOT NULL
);
CREATE INDEX sentence_report ON sentence (report);
CREATE VIRTUAL TABLE sentence_words USING fts5 (stems, variants, tokenize = 'unicode61 remove_diacritics 0');  -- rowid = sentence.id
