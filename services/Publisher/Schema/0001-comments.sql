-- A comment that was decided: published, or withheld, which is a tombstone without name, url and body.
CREATE TABLE comments (
    id text PRIMARY KEY,
    site_id text NOT NULL,
    -- SHA-256 of the page's id, in hex: an id may be longer than an index of PostgreSQL takes, and may say whose page it is.
    page_key text NOT NULL,
    parent_id text,
    state text NOT NULL,
    name text NOT NULL,
    url text,
    body text NOT NULL,
    avatar text NOT NULL,
    -- Of the decision that stands.
    sequence bigint NOT NULL,
    decided_at bigint NOT NULL,
    -- When it was first public; never changes after that.
    published_at bigint
);

CREATE INDEX comments_of_page ON comments (site_id, page_key, published_at, id);
CREATE INDEX comments_replies ON comments (parent_id) WHERE parent_id IS NOT NULL;
