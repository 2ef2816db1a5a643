-- The triggers that keep what each write touched, of whoever writes (touched.sql).
CREATE VIEW touching AS SELECT kind, key FROM touched;
CREATE TRIGGER touching_in INSTEAD OF INSERT ON touching WHEN NOT EXISTS
    (SELECT 1 FROM touched WHERE revision = (SELECT number FROM revision) AND kind = 'all') BEGIN
    INSERT INTO touched SELECT r.number, NEW.kind, NEW.key FROM revision r WHERE NEW.key IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM touched t WHERE t.revision = r.number AND t.kind = NEW.kind AND t.key = NEW.key);
END;

-- 'report', by its name: its reading, and what its entities are over all reports. 'head', by its name: its title, outlet
-- and text. 'part', by layer and name: which copies, stories, events, facts it has a part in.
CREATE TRIGGER touched_reading_in AFTER INSERT ON reading BEGIN
    INSERT INTO touching SELECT 'report', name FROM report WHERE id = NEW.report;
END;
CREATE TRIGGER touched_reading AFTER UPDATE OF body ON reading BEGIN
    INSERT INTO touching SELECT 'report', name FROM report WHERE id = NEW.report;
END;
CREATE TRIGGER touched_reading_out AFTER DELETE ON reading BEGIN
    INSERT INTO touching SELECT 'report', name FROM report WHERE id = OLD.report;
END;
CREATE TRIGGER touched_report AFTER UPDATE OF head, text ON report BEGIN
    INSERT INTO touching VALUES ('head', NEW.name), ('searched', NEW.id);
END;
CREATE TRIGGER touched_part_in AFTER INSERT ON found_report BEGIN
    INSERT INTO touching SELECT 'part', f.layer || ' ' || r.name FROM found f, report r WHERE f.id = NEW.found AND r.id = NEW.report;
END;
CREATE TRIGGER touched_part_out AFTER DELETE ON found_report BEGIN
    INSERT INTO touching SELECT 'part', f.layer || ' ' || r.name FROM found f, report r WHERE f.id = OLD.found AND r.id = OLD.report;
END;
CREATE TRIGGER touched_belonging_in AFTER INSERT ON belonging BEGIN
    INSERT INTO touching SELECT 'report', name FROM report WHERE id = NEW.report;
END;
CREATE TRIGGER touched_belonging_out AFTER DELETE ON belonging BEGIN
    INSERT INTO touching SELECT 'report', name FROM report WHERE id = OLD.report;
END;

-- 'found', by layer and id: a copy, a story, an event, a fact. 'subject': the facts of one.
CREATE TRIGGER touched_found_in AFTER INSERT ON found BEGIN
    INSERT INTO touching VALUES ('found', NEW.layer || ' ' || NEW.ident), ('subject', NEW.subject);
END;
CREATE TRIGGER touched_found AFTER UPDATE OF id ON found BEGIN  -- another order
    INSERT INTO touching VALUES ('found', NEW.layer || ' ' || NEW.ident);
END;
CREATE TRIGGER touched_found_out AFTER DELETE ON found BEGIN
    INSERT INTO touching VALUES ('found', OLD.layer || ' ' || OLD.ident), ('subject', OLD.subject);
END;

-- 'held', by the word: facts that have it as a value, an entity's id or words; no title is one.
CREATE TRIGGER touched_held_in AFTER INSERT ON found WHEN NEW.layer IN ('fact', 'rejected') AND NEW.property IS NOT 'role.title' BEGIN
    INSERT INTO touching SELECT DISTINCT 'held', json_extract(v.value, '$.value') FROM json_each(NEW.body, '$.values') v
        WHERE json_type(v.value, '$.value') = 'text';
END;
CREATE TRIGGER touched_held_out AFTER DELETE ON found WHEN OLD.layer IN ('fact', 'rejected') AND OLD.property IS NOT 'role.title' BEGIN
    INSERT INTO touching SELECT DISTINCT 'held', json_extract(v.value, '$.value') FROM json_each(OLD.body, '$.values') v
        WHERE json_type(v.value, '$.value') = 'text';
END;

-- 'thing', by its id: an entity's name and type. 'named': who names it, and in how many reports and stories.
CREATE TRIGGER touched_thing_in AFTER INSERT ON thing BEGIN
    INSERT INTO touching VALUES ('thing', NEW.ident);
END;
CREATE TRIGGER touched_thing_out AFTER DELETE ON thing BEGIN
    INSERT INTO touching VALUES ('thing', OLD.ident);
END;
CREATE TRIGGER touched_thing AFTER UPDATE OF ident, body ON thing WHEN OLD.ident != NEW.ident OR OLD.body != NEW.body BEGIN
    INSERT INTO touching VALUES ('thing', OLD.ident), ('thing', NEW.ident);
END;
CREATE TRIGGER touched_thing_as AFTER UPDATE OF ident, body ON thing
    WHEN OLD.ident != NEW.ident OR json_extract(OLD.body, '$.type') != json_extract(NEW.body, '$.type') BEGIN
    INSERT INTO touching SELECT 'report', r.name FROM member m JOIN report r ON r.id = m.report WHERE m.thing = NEW.id;
    INSERT INTO touching SELECT 'searched', report FROM naming WHERE thing = NEW.id;
    INSERT INTO touching SELECT 'story', r.story FROM naming n JOIN shelf_report r ON r.report = n.report WHERE n.thing = NEW.id;
END;
CREATE TRIGGER touched_member_in AFTER INSERT ON member BEGIN
    INSERT INTO touching SELECT 'report', name FROM report WHERE id = NEW.report;
    INSERT INTO touching SELECT 'named', ident FROM thing WHERE id = NEW.thing;
END;
CREATE TRIGGER touched_member AFTER UPDATE OF thing ON member WHEN OLD.thing != NEW.thing BEGIN
    INSERT INTO touching SELECT 'report', name FROM report WHERE id = NEW.report;
    INSERT INTO touching SELECT 'named', ident FROM thing WHERE id IN (OLD.thing, NEW.thing);
END;
CREATE TRIGGER touched_member_out AFTER DELETE ON member BEGIN
    INSERT INTO touching SELECT 'report', name FROM report WHERE id = OLD.report;
    INSERT INTO touching SELECT 'named', ident FROM thing WHERE id = OLD.thing;
END;
CREATE TRIGGER touched_shelf_thing_in AFTER INSERT ON shelf_thing BEGIN
    INSERT INTO touching SELECT 'named', ident FROM thing WHERE id = NEW.thing;
END;
CREATE TRIGGER touched_shelf_thing AFTER UPDATE ON shelf_thing
    WHEN (OLD.reports, OLD.mentions, OLD.stories) IS NOT (NEW.reports, NEW.mentions, NEW.stories) BEGIN
    INSERT INTO touching SELECT 'named', ident FROM thing WHERE id = NEW.thing;
END;
CREATE TRIGGER touched_shelf_thing_out AFTER DELETE ON shelf_thing BEGIN
    INSERT INTO touching SELECT 'named', ident FROM thing WHERE id = OLD.thing;
END;

-- 'searched', by the row of a report: what search finds it by and shows of it. 'story', by its row on the shelf: what
-- lists find it by and show of it.
CREATE TRIGGER touched_sentence_in AFTER INSERT ON sentence BEGIN
    INSERT INTO touching VALUES ('searched', NEW.report);
    INSERT INTO touching SELECT 'story', story FROM shelf_report WHERE report = NEW.report;
END;
CREATE TRIGGER touched_sentence_out AFTER DELETE ON sentence BEGIN
    INSERT INTO touching VALUES ('searched', OLD.report);
    INSERT INTO touching SELECT 'story', story FROM shelf_report WHERE report = OLD.report;
END;
CREATE TRIGGER touched_naming_in AFTER INSERT ON naming BEGIN
    INSERT INTO touching VALUES ('searched', NEW.report);
    INSERT INTO touching SELECT 'story', story FROM shelf_report WHERE report = NEW.report;
END;
CREATE TRIGGER touched_naming AFTER UPDATE OF thing ON naming WHEN OLD.thing IS NOT NEW.thing BEGIN
    INSERT INTO touching VALUES ('searched', NEW.report);
    INSERT INTO touching SELECT 'story', story FROM shelf_report WHERE report = NEW.report;
END;
CREATE TRIGGER touched_naming_out AFTER DELETE ON naming BEGIN
    INSERT INTO touching VALUES ('searched', OLD.report);
    INSERT INTO touching SELECT 'story', story FROM shelf_report WHERE report = OLD.report;
END;
CREATE TRIGGER touched_shelf_report_in AFTER INSERT ON shelf_report BEGIN
    INSERT INTO touching VALUES ('searched', NEW.report), ('story', NEW.story);
END;
CREATE TRIGGER touched_shelf_report AFTER UPDATE ON shelf_report
    WHEN (OLD.at, OLD.day, OLD.outlet, OLD.story) IS NOT (NEW.at, NEW.day, NEW.outlet, NEW.story) BEGIN
    INSERT INTO touching VALUES ('searched', NEW.report), ('story', OLD.story), ('story', NEW.story);
END;
CREATE TRIGGER touched_shelf_report_out AFTER DELETE ON shelf_report BEGIN
    INSERT INTO touching VALUES ('searched', OLD.report), ('story', OLD.story);
END;
CREATE TRIGGER touched_sentence_fact_in AFTER INSERT ON sentence_fact BEGIN
    INSERT INTO touching SELECT 'searched', report FROM sentence WHERE id = NEW.sentence;
END;
CREATE TRIGGER touched_sentence_fact_out AFTER DELETE ON sentence_fact BEGIN
    INSERT INTO touching SELECT 'searched', report FROM sentence WHERE id = OLD.sentence;
END;
CREATE TRIGGER touched_shelf_fact AFTER UPDATE OF verdict ON shelf_fact WHEN OLD.verdict != NEW.verdict BEGIN
    INSERT INTO touching SELECT 'searched', s.report FROM sentence_fact x JOIN sentence s ON s.id = x.sentence
        WHERE x.fact = NEW.id;
END;
CREATE TRIGGER touched_shelf_story_in AFTER INSERT ON shelf_story BEGIN
    INSERT INTO touching VALUES ('story', NEW.id);
END;
CREATE TRIGGER touched_shelf_story AFTER UPDATE ON shelf_story
    WHEN (OLD.at, OLD.first, OLD.last, OLD.reports, OLD.origins, OLD.facts, OLD.headings, OLD.changed_at, OLD.revision)
        IS NOT (NEW.at, NEW.first, NEW.last, NEW.reports, NEW.origins, NEW.facts, NEW.headings, NEW.changed_at, NEW.revision)
    BEGIN INSERT INTO touching VALUES ('story', NEW.id);
END;
CREATE TRIGGER touched_shelf_story_out AFTER DELETE ON shelf_story BEGIN
    INSERT INTO touching VALUES ('story', OLD.id);
END;
CREATE TRIGGER touched_tag_in AFTER INSERT ON story_tag BEGIN
    INSERT INTO touching VALUES ('story', NEW.story);
END;
CREATE TRIGGER touched_tag AFTER UPDATE OF many ON story_tag WHEN OLD.many != NEW.many BEGIN
    INSERT INTO touching VALUES ('story', NEW.story);
END;
CREATE TRIGGER touched_tag_out AFTER DELETE ON story_tag BEGIN
    INSERT INTO touching VALUES ('story', OLD.story);
END;
