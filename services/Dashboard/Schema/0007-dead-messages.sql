-- What lay in the error queues. A message that was sent again leaves no text here, only how often it has died; if it dies again, it comes back.
CREATE TABLE dead_messages (
    id text NOT NULL PRIMARY KEY,
    queue text NOT NULL,
    message_id text NOT NULL,
    message_type text NOT NULL,
    content_type text NOT NULL,
    body bytea,
    reason text NOT NULL,
    message text NOT NULL,
    comment_id text,
    site_id text,
    author_key text,
    submitted_at bigint,
    first_died_at bigint NOT NULL,
    died_at bigint NOT NULL,
    deaths bigint NOT NULL,
    state text NOT NULL
);

CREATE INDEX dead_messages_by_time ON dead_messages (state, died_at, id);
CREATE INDEX dead_messages_by_reason ON dead_messages (state, queue, reason, died_at, id);
CREATE INDEX dead_messages_of_author ON dead_messages (site_id, author_key) WHERE author_key IS NOT NULL;
