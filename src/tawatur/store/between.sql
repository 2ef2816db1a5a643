-- The comparison, record.md "Between reports": an object a row, so that one more report changes few of them.
CREATE TABLE standing (                 -- one row while the tables below are of the readings; none: all must be compared
    id INTEGER PRIMARY KEY CHECK (id = 1),
    program TEXT NOT NULL,
    compared INTEGER NOT NULL,          -- reports that were compared together, before others came one by one
    since INTEGER NOT NULL              -- reports that came or went one by one since
);
CREATE TABLE pending (                  -- reports that came or went and are not compared yet
    report INTEGER PRIMARY KEY REFERENCES report (id),
    gone INTEGER NOT NULL               -- 1: it went, or a newer version came
);
CREATE TABLE found (                    -- copies, stories, events and facts
    id INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,
    ident TEXT NOT NULL,
    subject TEXT,                       -- of a fact
    property TEXT,
    body TEXT NOT NULL,                 -- JSON; the places of copies without their text
    UNIQUE (layer, ident)
);
CREATE INDEX found_layer ON found (layer, id);  -- most of what is of a report is of other layers than the one asked for
CREATE INDEX found_subject ON found (subject, property) WHERE subject IS NOT NULL;
CREATE TABLE found_report (
    report INTEGER NOT NULL,
    found INTEGER NOT NULL,
    PRIMARY KEY (report, found)
) WITHOUT ROWID;
CREATE INDEX found_report_found ON found_report (found);
CREATE TABLE thing (                    -- entities over all reports
    id INTEGER PRIMARY KEY,
    ident TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,                 -- JSON: type and name
    known TEXT                          -- JSON: what it is compared by
);
CREATE TABLE member (                   -- what each report calls a thing
    report INTEGER NOT NULL,
    local TEXT NOT NULL,                -- the entity's id in that report
    thing INTEGER NOT NULL,
    PRIMARY KEY (report, local)
) WITHOUT ROWID;
CREATE INDEX member_thing ON member (thing, local);
CREATE TABLE belonging (                -- why a member belongs to a thing
    thing INTEGER NOT NULL,
    report INTEGER NOT NULL,
    local TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX belonging_thing ON belonging (thing);
CREATE INDEX belonging_report ON belonging (report);
-- What comparing one more report needs to meet those that are there.
CREATE TABLE print (                    -- fingerprints (compare/fingerprints.py), as signed numbers
    print INTEGER NOT NULL,
    at INTEGER NOT NULL,                -- when the report was published, in seconds
    report INTEGER NOT NULL,
    PRIMARY KEY (print, at, report)
) WITHOUT ROWID;
CREATE TABLE side (                     -- passages that two reports share, as they were aligned
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    a_first INTEGER NOT NULL,
    a_last INTEGER NOT NULL,
    b_first INTEGER NOT NULL,
    b_last INTEGER NOT NULL,
    words INTEGER NOT NULL,
    share REAL NOT NULL,                -- of the shorter report, that all passages of the two make
    PRIMARY KEY (a, b, a_first, b_first)
) WITHOUT ROWID;
CREATE INDEX side_b ON side (b);
CREATE TABLE meeting (                  -- keys by which entities, stories and events of reports meet
    key INTEGER NOT NULL,               -- a hash
    day INTEGER NOT NULL,
    report INTEGER NOT NULL,
    PRIMARY KEY (key, day, report)
) WITHOUT ROWID;
CREATE TABLE thing_key (                -- keys by which entities meet
    key INTEGER NOT NULL,               -- a hash
    thing INTEGER NOT NULL,
    PRIMARY KEY (key, thing)
) WITHOUT ROWID;
CREATE INDEX thing_key_thing ON thing_key (thing);
CREATE TABLE claim (                    -- what reports claim of one subject and property
    key INTEGER NOT NULL,               -- a hash of both
    report INTEGER NOT NULL,
    body TEXT NOT NULL                  -- JSON
);
CREATE INDEX claim_key ON claim (key);
CREATE INDEX claim_report ON claim (report);
CREATE TABLE source (                   -- whence a report says it has its words
    report INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,              -- characters of its text outside junk
    body TEXT NOT NULL                  -- JSON
);
CREATE TABLE sketch (                   -- a report as stories are made
    report INTEGER PRIMARY KEY,
    body TEXT NOT NULL                  -- JSON
);
CREATE TABLE stale (                    -- of very many claims: their facts are made anew when asked for
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    PRIMARY KEY (subject, property)
) WITHOUT ROWID;
CREATE TABLE tally (                    -- in how many reports a word, a name ... stands
    key INTEGER PRIMARY KEY,            -- a hash
    reports INTEGER NOT NULL
);
CREATE TABLE note (                     -- small counts that are read whole
    name TEXT PRIMARY KEY,
    body TEXT NOT NULL                  -- JSON
);
