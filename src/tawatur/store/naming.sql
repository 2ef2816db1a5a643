-- What is told of entities on the shelf, kept as their reports come, whoever writes. What comes to an entity is added to
-- its row: a country is named by every third report. Where something goes or moves, the row is made anew (stale_thing).
CREATE TRIGGER member_in AFTER INSERT ON member BEGIN
    UPDATE naming SET thing = NEW.thing WHERE report = NEW.report AND local = NEW.local;
END;
CREATE TRIGGER member_moved AFTER UPDATE OF thing ON member BEGIN
    UPDATE naming SET thing = NEW.thing WHERE report = NEW.report AND local = NEW.local;
END;
CREATE TRIGGER member_out AFTER DELETE ON member BEGIN
    UPDATE naming SET thing = NULL WHERE report = OLD.report AND local = OLD.local;
END;
CREATE TRIGGER naming_moved AFTER UPDATE OF thing ON naming WHEN OLD.thing IS NOT NEW.thing BEGIN
    INSERT OR IGNORE INTO stale_thing SELECT OLD.thing WHERE OLD.thing IS NOT NULL;
    INSERT OR IGNORE INTO stale_thing SELECT NEW.thing WHERE NEW.thing IS NOT NULL;
END;
CREATE TRIGGER naming_in AFTER INSERT ON naming WHEN NEW.thing IS NOT NULL BEGIN
    INSERT OR IGNORE INTO stale_thing
        SELECT NEW.thing WHERE NOT EXISTS (SELECT 1 FROM shelf_thing WHERE thing = NEW.thing);
    UPDATE shelf_thing SET
        reports = reports +
            NOT EXISTS (SELECT 1 FROM naming WHERE thing = NEW.thing AND report = NEW.report AND id != NEW.id),
        mentions = mentions + NEW.mentions,
        stories = stories + EXISTS (
            SELECT 1 FROM shelf_report r WHERE r.report = NEW.report AND r.story IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM shelf_report o CROSS JOIN naming n ON n.report = o.report AND n.thing = NEW.thing
                WHERE o.story = r.story AND n.id != NEW.id))
        WHERE thing = NEW.thing;
END;
CREATE TRIGGER naming_out AFTER DELETE ON naming WHEN OLD.thing IS NOT NULL BEGIN
    INSERT OR IGNORE INTO stale_thing VALUES (OLD.thing);
END;
CREATE TRIGGER thing_put AFTER UPDATE OF body ON thing WHEN OLD.body != NEW.body BEGIN
    INSERT OR IGNORE INTO stale_thing VALUES (NEW.id);
END;
CREATE TRIGGER report_placed AFTER UPDATE OF story ON shelf_report WHEN OLD.story IS NOT NEW.story BEGIN
    UPDATE shelf_thing SET stories = stories
        + (NEW.story IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM shelf_report o CROSS JOIN naming n ON n.report = o.report AND n.thing = shelf_thing.thing
            WHERE o.story = NEW.story AND o.report != NEW.report))
        - (OLD.story IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM shelf_report o CROSS JOIN naming n ON n.report = o.report AND n.thing = shelf_thing.thing
            WHERE o.story = OLD.story AND o.report != NEW.report))
        WHERE thing IN (SELECT thing FROM naming WHERE report = NEW.report);
END;
