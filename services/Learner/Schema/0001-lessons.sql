-- Times are Unix milliseconds, UTC. Every site has a log: what moderators taught and what admins asked for, in the order in which it came.
-- The model of a site follows from the log alone.
CREATE TABLE logs (
    site_id text NOT NULL PRIMARY KEY,
    -- The number of the newest entry; never used again, also when the entry is erased. The row is the lock under which one entry at a time is added.
    newest bigint NOT NULL
);

CREATE TABLE lessons (
    site_id text NOT NULL,
    number bigint NOT NULL,
    comment_id text NOT NULL,
    sequence bigint NOT NULL,
    -- As a JSON string: PostgreSQL has no place for NUL in a text.
    text text NOT NULL,
    -- 1, 0 or not known; a lesson in which neither is known unlearns what the comment taught before.
    is_abuse bigint,
    is_spam bigint,
    moderator text NOT NULL,
    author_key text,
    submitted_at bigint NOT NULL,
    decided_at bigint NOT NULL,
    PRIMARY KEY (site_id, number)
);

-- RabbitMQ may deliver twice.
CREATE UNIQUE INDEX lessons_once ON lessons (comment_id, sequence);
CREATE INDEX lessons_of_author ON lessons (site_id, author_key) WHERE author_key IS NOT NULL;
CREATE INDEX lessons_by_age ON lessons (decided_at);

CREATE TABLE changes (
    site_id text NOT NULL,
    number bigint NOT NULL,
    -- Null when nobody asked for it.
    request_id text,
    change text NOT NULL,
    -- The last entry that stands after going back to it; everything between it and this one is set aside.
    target bigint,
    moderator text,
    requested_by text,
    made_at bigint NOT NULL,
    PRIMARY KEY (site_id, number)
);

CREATE UNIQUE INDEX changes_once ON changes (request_id) WHERE request_id IS NOT NULL;

-- What these authors submitted until then is not learned any more. A keyed hash and a time, kept for good: an old message may come late.
CREATE TABLE erased_authors (
    site_id text NOT NULL,
    author_key text NOT NULL,
    erased_at bigint NOT NULL,
    PRIMARY KEY (site_id, author_key)
);

-- The models that were handed to the workers, as far as one can go back to them.
CREATE TABLE versions (
    site_id text NOT NULL,
    version bigint NOT NULL,
    -- The newest entry of the log in it.
    number bigint NOT NULL,
    made_at bigint NOT NULL,
    lessons bigint NOT NULL,
    cause text NOT NULL,
    requested_by text,
    abuse_accuracy double precision,
    spam_accuracy double precision,
    -- The version of the model itself, which tells its bytes.
    model text NOT NULL,
    PRIMARY KEY (site_id, version)
);
