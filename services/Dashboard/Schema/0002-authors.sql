-- The keyed hash of the author's email; null without an email, and once erased.
ALTER TABLE cases ADD COLUMN author_key text;

-- When the author's data was erased from the case: it has no text any more, and nobody decides on it.
ALTER TABLE cases ADD COLUMN erased_at bigint;

-- When email, network address, user agent and referrer were forgotten for their age.
ALTER TABLE cases ADD COLUMN contacts_forgotten_at bigint;

CREATE INDEX cases_of_author ON cases (site_id, author_key) WHERE author_key IS NOT NULL;

CREATE INDEX cases_with_contacts ON cases (submitted_at) WHERE contacts_forgotten_at IS NULL;

-- What these authors submitted until then is not filed any more. A keyed hash and a time, kept for good: an old message may come late.
CREATE TABLE erased_authors (
    site_id text NOT NULL,
    author_key text NOT NULL,
    erased_at bigint NOT NULL,
    PRIMARY KEY (site_id, author_key)
);
