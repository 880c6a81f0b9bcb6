-- What admins asked the learner for, and the outbox of it: a row without published_at is still to be handed to the bus.
CREATE TABLE learning_requests (
    id text NOT NULL PRIMARY KEY,
    site_id text NOT NULL,
    change text NOT NULL,
    -- To go back to; null for a moderator.
    version bigint,
    moderator text,
    -- In force when it was asked.
    version_before bigint NOT NULL,
    requested_by text NOT NULL,
    requested_at bigint NOT NULL,
    published_at bigint
);

CREATE INDEX learning_requests_of_site ON learning_requests (site_id, requested_at);
CREATE INDEX learning_requests_unpublished ON learning_requests (requested_at) WHERE published_at IS NULL;
