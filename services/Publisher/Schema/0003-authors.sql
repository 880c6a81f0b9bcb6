-- The keyed hash of the author's email, to find what they want erased; never sent out. Null without an email, and once erased.
ALTER TABLE comments ADD COLUMN author_key text;
ALTER TABLE comments ADD COLUMN submitted_at bigint;

CREATE INDEX comments_of_author ON comments (site_id, author_key) WHERE author_key IS NOT NULL;

-- What these authors submitted until then is not published any more. Kept for good: an old message may come late.
CREATE TABLE erased_authors (
    site_id text NOT NULL,
    author_key text NOT NULL,
    erased_at bigint NOT NULL,
    PRIMARY KEY (site_id, author_key)
);
