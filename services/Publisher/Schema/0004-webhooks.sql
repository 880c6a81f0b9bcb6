-- What a website is still to be told; a message that it took is gone.
CREATE TABLE webhook_messages (
    id text PRIMARY KEY,
    site_id text NOT NULL,
    type text NOT NULL,
    comment_id text NOT NULL,
    -- As it is sent each time, and signed.
    body text NOT NULL,
    created_at bigint NOT NULL,
    attempts bigint NOT NULL,
    -- Null once it was tried for the last time: an operator decides.
    next_attempt_at bigint,
    last_error text
);

CREATE INDEX webhook_messages_due ON webhook_messages (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX webhook_messages_of_comment ON webhook_messages (comment_id);
CREATE INDEX webhook_messages_of_site ON webhook_messages (site_id, id);
