-- Times are Unix milliseconds, UTC. The newest decision stands.
CREATE TABLE cases (
    id text NOT NULL PRIMARY KEY,
    site_id text NOT NULL,
    page_id text NOT NULL,
    author_name text NOT NULL,
    author_email text,
    search_text text NOT NULL,
    state text NOT NULL,
    sequence bigint NOT NULL,
    decided_by text NOT NULL,
    decided_at bigint NOT NULL,
    submitted_at bigint NOT NULL,
    filed_at bigint NOT NULL,
    comment text NOT NULL,
    verdict text NOT NULL
);

CREATE INDEX cases_by_submission ON cases (state, submitted_at, id);
CREATE INDEX cases_by_decision ON cases (state, decided_at, id);

-- The history of every case, and the outbox: a row without published_at is still to be handed to the bus.
CREATE TABLE decisions (
    comment_id text NOT NULL,
    sequence bigint NOT NULL,
    decision text NOT NULL,
    state text NOT NULL,
    decided_by text NOT NULL,
    decided_at bigint NOT NULL,
    note text,
    published_at bigint,
    next_attempt_at bigint NOT NULL,
    PRIMARY KEY (comment_id, sequence)
);

CREATE INDEX decisions_unpublished ON decisions (next_attempt_at) WHERE published_at IS NULL;

-- What signs and encrypts the cookies, shared by all instances.
CREATE TABLE cookie_keys (
    name text NOT NULL PRIMARY KEY,
    xml text NOT NULL
);
