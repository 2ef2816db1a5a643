-- How each report writes each of its entities: a row a spelling, with its first place there.
CREATE TABLE spelt (
    naming INTEGER NOT NULL,
    written TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (naming, written)
) WITHOUT ROWID;
