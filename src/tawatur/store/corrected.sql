-- What a program read in reports where people corrected it: `reading` has it corrected, this as it was read.
CREATE TABLE as_read (
    report INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    body TEXT NOT NULL                  -- record.md "One report", as JSON
);
