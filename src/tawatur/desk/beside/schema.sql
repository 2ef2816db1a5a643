-- What the desk keeps for itself, version 1. Nothing here is of the record: reports, readings and decisions never are.
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    role TEXT NOT NULL,
    password TEXT NOT NULL,             -- argon2id, with its parameters
    made_at TEXT NOT NULL               -- UTC
);
CREATE TABLE session (
    key BLOB PRIMARY KEY,               -- SHA-256 of what the cookie holds
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    made REAL NOT NULL,                 -- seconds since 1970
    used REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_account ON session (account);
CREATE TABLE token (                    -- for programs
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,           -- SHA-256 of the token
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX token_account ON token (account);
CREATE TABLE attempt (                  -- sign-ins that failed
    key TEXT NOT NULL,                  -- whose, or whence
    at REAL NOT NULL
);
CREATE INDEX attempt_key ON attempt (key, at);
CREATE TABLE host (                     -- whence pages may be fetched
    name TEXT PRIMARY KEY,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL
);
CREATE TABLE job (                      -- what waits to be read, is being read, or was
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,                 -- paste, upload, url
    given TEXT NOT NULL,                -- JSON: outlet, published, title, url
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    state TEXT NOT NULL,                -- waiting, reading, comparing, done, failed
    tries INTEGER NOT NULL DEFAULT 0,   -- how often it was begun
    read INTEGER NOT NULL DEFAULT 0,    -- reports read so far,
    total INTEGER NOT NULL DEFAULT 0,   -- of so many
    outcome TEXT,                       -- JSON: added, versions, known, aside; or the one sentence why it failed
    ended_at TEXT
);
CREATE INDEX job_state ON job (state);
CREATE TABLE job_part (                 -- the bytes; gone when they are taken in
    job INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (job, number)
);
