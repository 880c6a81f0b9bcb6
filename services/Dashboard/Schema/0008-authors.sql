-- What moderators decided about authors and address ranges, for all comments to come. The subject is 'author:' and the author's key, or
-- 'range:' and the range, such as 192.0.2.0/24.
CREATE TABLE author_standings (
    site_id text NOT NULL,
    subject text NOT NULL,
    standing text NOT NULL,
    -- The name the author had then; null for a range.
    author_name text,
    note text,
    set_by text NOT NULL,
    set_at bigint NOT NULL,
    PRIMARY KEY (site_id, subject)
);

-- Grows with every change of a site's standings: whoever shares them in Redis sees whether they are the newest.
CREATE TABLE standing_versions (
    site_id text NOT NULL PRIMARY KEY,
    version bigint NOT NULL
);

CREATE TABLE author_notes (
    id text NOT NULL PRIMARY KEY,
    site_id text NOT NULL,
    author_key text NOT NULL,
    note text NOT NULL,
    written_by text NOT NULL,
    written_at bigint NOT NULL
);

CREATE INDEX author_notes_of_author ON author_notes (site_id, author_key, written_at);

-- Erasures asked for at the desk, and the outbox of them: a row without published_at is still to be handed to the bus.
CREATE TABLE erasure_requests (
    id text NOT NULL PRIMARY KEY,
    site_id text NOT NULL,
    author_key text NOT NULL,
    requested_by text NOT NULL,
    requested_at bigint NOT NULL,
    published_at bigint
);

CREATE INDEX erasure_requests_unpublished ON erasure_requests (requested_at) WHERE published_at IS NULL;

-- Who leaves no email is known by the name alone.
CREATE INDEX cases_of_name ON cases (site_id, author_name) WHERE author_key IS NULL;
