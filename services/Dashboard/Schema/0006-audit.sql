-- What was done and by whom, in the order in which it was sealed: each entry carries the hash of the one before (see Audit/AuditHash.cs).
-- Ids, names and states only; never a comment's text, an email or an address.
CREATE TABLE audit_entries (
    position bigint NOT NULL PRIMARY KEY,
    id text NOT NULL UNIQUE,
    at bigint NOT NULL,
    who text NOT NULL,
    what text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    state_before text,
    state_after text,
    detail text,
    previous_hash text NOT NULL,
    hash text NOT NULL
);

CREATE INDEX audit_entries_by_who ON audit_entries (who, position);
CREATE INDEX audit_entries_by_what ON audit_entries (what, position);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject, position);
CREATE INDEX audit_entries_by_time ON audit_entries (at, position);

-- Written in the transaction of the act itself, and sealed within a second: whoever decides waits for nobody.
CREATE TABLE audit_unsealed (
    id text NOT NULL PRIMARY KEY,
    at bigint NOT NULL,
    who text NOT NULL,
    what text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    state_before text,
    state_after text,
    detail text
);

-- One row. Whoever seals locks it, over all instances.
CREATE TABLE audit_head (
    id bigint NOT NULL PRIMARY KEY,
    position bigint NOT NULL,
    hash text NOT NULL
);

INSERT INTO audit_head (id, position, hash) VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
