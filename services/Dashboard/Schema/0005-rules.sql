-- What was changed of the rules at the desk. The newest version is in force; a version is never changed, and going back makes a new one.
CREATE TABLE rules_versions (
    version bigint NOT NULL PRIMARY KEY,
    overlay text NOT NULL,
    saved_by text NOT NULL,
    saved_at bigint NOT NULL,
    note text,
    restores bigint,
    ruleset text
);

-- How often each rule spoke lately, without looking at the cases.
CREATE INDEX case_marks_by_time ON case_marks (submitted_at, kind, name, site_id);
