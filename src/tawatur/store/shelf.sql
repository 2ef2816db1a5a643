-- The shelf: rows for lists, facets and search, made in the transaction in which reports are compared. All of it is
-- derived; a record without the row in `shelf` has none as yet.
CREATE TABLE revision (                 -- one row; grows with every write
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    at TEXT NOT NULL                    -- when, UTC
);
INSERT INTO revision VALUES (1, 1, strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now'));
CREATE TABLE shelf (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    program TEXT NOT NULL
);
CREATE TABLE shelf_story (
    id INTEGER PRIMARY KEY,
    ident TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL DEFAULT 0,      -- when its last report was published, in seconds
    first TEXT,                         -- days of its first and its last report
    last TEXT,
    reports INTEGER NOT NULL DEFAULT 0,
    origins INTEGER NOT NULL DEFAULT 0, -- independent origins of its best told value
    facts INTEGER NOT NULL DEFAULT 0,
    headings TEXT NOT NULL DEFAULT '{}',  -- JSON, by language
    digest TEXT NOT NULL DEFAULT '',    -- of all that its reports tell
    revision INTEGER NOT NULL DEFAULT 0,  -- of the record, when that changed last
    changed_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX shelf_story_at ON shelf_story (at, id);
CREATE INDEX shelf_story_changed ON shelf_story (changed_at);
CREATE TABLE tag (                      -- what stories are found by: outlets, kinds of events, verdicts of facts
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    stories INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, value)
);
CREATE INDEX tag_stories ON tag (kind, stories);
CREATE TABLE story_tag (
    tag INTEGER NOT NULL,
    story INTEGER NOT NULL,
    many INTEGER NOT NULL,              -- reports of that outlet, events of that kind, facts of that verdict
    PRIMARY KEY (tag, story)
) WITHOUT ROWID;
CREATE INDEX story_tag_story ON story_tag (story, tag, many);
CREATE TRIGGER story_tag_in AFTER INSERT ON story_tag BEGIN
    UPDATE tag SET stories = stories + 1 WHERE id = NEW.tag;
END;
CREATE TRIGGER story_tag_out AFTER DELETE ON story_tag BEGIN
    UPDATE tag SET stories = stories - 1 WHERE id = OLD.tag;
END;
CREATE TABLE shelf_report (             -- a report that is compared
    report INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,                -- when it was published, in seconds
    day TEXT,
    outlet TEXT,
    story INTEGER                       -- its row in shelf_story
);
CREATE INDEX shelf_report_story ON shelf_report (story);
CREATE INDEX shelf_report_outlet ON shelf_report (outlet, day);
CREATE INDEX shelf_report_day ON shelf_report (day);
CREATE TABLE naming (                   -- an entity of a report's own
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL,
    local TEXT NOT NULL,                -- its id there
    thing INTEGER,                      -- what it is over all reports
    mentions INTEGER NOT NULL,
    words TEXT NOT NULL,                -- what the report calls it, folded
    UNIQUE (report, local)
);
CREATE INDEX naming_thing ON naming (thing, report, mentions);
CREATE TABLE shelf_thing (              -- an entity over all reports
    thing INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    reports INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    stories INTEGER NOT NULL
);
CREATE INDEX shelf_thing_type ON shelf_thing (type, reports, thing);
CREATE INDEX shelf_thing_reports ON shelf_thing (reports, thing);
CREATE INDEX shelf_thing_stories ON shelf_thing (type, stories);
CREATE TABLE name_word (                -- folded words of an entity's names, with and without their article
    word TEXT NOT NULL,
    thing INTEGER NOT NULL,
    PRIMARY KEY (word, thing)
) WITHOUT ROWID;
CREATE INDEX name_word_thing ON name_word (thing);
CREATE TABLE stale_thing (thing INTEGER PRIMARY KEY);  -- entities whose rows are to be made anew before the commit
CREATE TABLE shelf_fact (
    id INTEGER PRIMARY KEY,
    ident TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    property TEXT NOT NULL,
    verdict TEXT NOT NULL,
    at INTEGER NOT NULL,                -- when the last report that tells it was published, in seconds
    reports INTEGER NOT NULL,
    origins INTEGER NOT NULL            -- of its best value
);
CREATE INDEX shelf_fact_verdict ON shelf_fact (verdict, at, id);
CREATE INDEX shelf_fact_at ON shelf_fact (at, id);
CREATE TABLE story_fact (               -- a fact as a story tells it
    fact INTEGER NOT NULL,
    story INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    origins INTEGER NOT NULL,           -- of its best value
    digest INTEGER NOT NULL,            -- of all that the story tells of it
    PRIMARY KEY (fact, story)
) WITHOUT ROWID;
CREATE INDEX story_fact_story ON story_fact (story, fact);
CREATE TABLE sentence_fact (            -- sentences in which places of a fact stand
    fact INTEGER NOT NULL,
    sentence INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
    PRIMARY KEY (fact, sentence)
) WITHOUT ROWID;
CREATE INDEX sentence_fact_sentence ON sentence_fact (sentence);
CREATE TABLE sentence_name (            -- who is named in a sentence
    naming INTEGER NOT NULL,
    sentence INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
    PRIMARY KEY (naming, sentence)
) WITHOUT ROWID;
CREATE INDEX sentence_name_sentence ON sentence_name (sentence);
CREATE TABLE sentence_kind (            -- of which kind of event a clause stands in a sentence
    kind TEXT NOT NULL,
    sentence INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
    PRIMARY KEY (kind, sentence)
) WITHOUT ROWID;
CREATE INDEX sentence_kind_sentence ON sentence_kind (sentence);
CREATE INDEX belonging_unsure ON belonging (json_extract(body, '$.confidence'));
