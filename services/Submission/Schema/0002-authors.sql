-- The keyed hash of the author's email; null without an email, and once erased.
ALTER TABLE comments ADD COLUMN author_key text;

-- Set once its author had it erased: nothing but id, page, times and status is left, and no decision changes them.
ALTER TABLE comments ADD COLUMN erasure_id text;

CREATE INDEX comments_of_author ON comments (site_id, author_key) WHERE author_key IS NOT NULL;

CREATE INDEX comments_of_erasure ON comments (erasure_id) WHERE erasure_id IS NOT NULL;

-- A row is the erasure's outbox until every service has confirmed it, and its status for good.
CREATE TABLE erasures (
    id text NOT NULL PRIMARY KEY,
    site_id text NOT NULL,
    author_key text NOT NULL,
    requested_at bigint NOT NULL,
    attempts bigint NOT NULL,
    -- When the services are told again; null once all have confirmed.
    next_attempt_at bigint
);

CREATE INDEX erasures_due ON erasures (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE TABLE erasure_confirmations (
    erasure_id text NOT NULL,
    service text NOT NULL,
    done_at bigint NOT NULL,
    PRIMARY KEY (erasure_id, service)
);
