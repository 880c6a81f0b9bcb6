-- Who has which case open just now, at which desk. It tells others, and forbids nothing.
CREATE TABLE leases (
    comment_id text NOT NULL PRIMARY KEY,
    site_id text NOT NULL,
    moderator text NOT NULL,
    desk text NOT NULL,
    expires_at bigint NOT NULL
);

CREATE INDEX leases_of_desk ON leases (desk);
