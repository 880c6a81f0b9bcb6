-- What the queue is sorted and filtered by, beside the comment itself. A case of before has changed_at 0 until it has been read again.
ALTER TABLE cases ADD COLUMN score double precision NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN language text;
ALTER TABLE cases ADD COLUMN changed_at bigint NOT NULL DEFAULT 0;

CREATE INDEX cases_to_read_again ON cases (id) WHERE changed_at = 0;
CREATE INDEX cases_by_score ON cases (state, score, id);
CREATE INDEX cases_of_site ON cases (site_id, state, submitted_at, id);
CREATE INDEX cases_of_page ON cases (page_id, site_id, state, submitted_at, id);
CREATE INDEX cases_in_language ON cases (language, state, submitted_at, id);
CREATE INDEX cases_by_author_name ON cases (author_name);
CREATE INDEX cases_by_author_email ON cases (author_email) WHERE author_email IS NOT NULL;

DROP INDEX cases_of_author;
CREATE INDEX cases_of_author ON cases (author_key, site_id) WHERE author_key IS NOT NULL;

-- What is news at a desk; most comments are approved by the rules and never seen there.
CREATE INDEX cases_by_change ON cases (changed_at) WHERE state = 'held' OR sequence > 1;

-- The rules that spoke in each case ('rule'), those on trial ('shadow') and the labels they gave ('label'), each with its own score and
-- the total of the case. State, site and time are the case's.
CREATE TABLE case_marks (
    comment_id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    score double precision NOT NULL,
    total double precision NOT NULL,
    site_id text NOT NULL,
    state text NOT NULL,
    submitted_at bigint NOT NULL,
    PRIMARY KEY (comment_id, kind, name)
);

CREATE INDEX case_marks_by_name ON case_marks (kind, name, state, submitted_at, comment_id, site_id, total);

-- What a search looks through, apart from the rest of a case: it is read as a whole. State, site and time are the case's.
CREATE TABLE case_texts (
    comment_id text NOT NULL PRIMARY KEY,
    site_id text NOT NULL,
    state text NOT NULL,
    submitted_at bigint NOT NULL,
    text text NOT NULL
);

CREATE INDEX case_texts_by_time ON case_texts (submitted_at, comment_id);

-- When a decision that can still be undone is handed to the bus; null when it was handed on at once.
ALTER TABLE decisions ADD COLUMN release_at bigint;

-- When it was settled that a decision is never handed to the bus: it was undone in time, or a newer one came before its release.
ALTER TABLE decisions ADD COLUMN withdrawn_at bigint;

-- The sequence of the decision that this one takes back.
ALTER TABLE decisions ADD COLUMN undoes bigint;

-- What was decided in one act has one.
ALTER TABLE decisions ADD COLUMN act_id text;

-- Why, in a word of the desk's own.
ALTER TABLE decisions ADD COLUMN reason text;

CREATE INDEX decisions_by_time ON decisions (decided_at);
CREATE INDEX decisions_of_act ON decisions (act_id) WHERE act_id IS NOT NULL;

-- What waits, to be counted by site, language and page, and by rule and label.
CREATE INDEX cases_waiting ON cases (site_id, language, page_id, submitted_at) WHERE state = 'held';
CREATE INDEX case_marks_waiting ON case_marks (site_id, kind, name) WHERE state = 'held';
