-- A row is the comment's outbox until a decision has come back, and its status for good.
CREATE TABLE comments (
    id text NOT NULL PRIMARY KEY,
    site_id text NOT NULL,
    page_id text NOT NULL,
    status text NOT NULL,
    sequence bigint NOT NULL,
    submitted_at bigint NOT NULL,
    decided_at bigint,
    -- CommentSubmitted as JSON; forgotten a while after the decision.
    message text,
    attempts bigint NOT NULL,
    -- When the relay publishes it again; null once decided.
    next_attempt_at bigint,
    idempotency_key text,
    request_hash text,
    UNIQUE (site_id, idempotency_key)
);

CREATE INDEX comments_due ON comments (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE INDEX comments_remembered ON comments (decided_at) WHERE message IS NOT NULL;
