-- What the queue is sorted and filtered by, beside the comment itself. A case of before has changed_at 0 until it has been read again.
ALTER TABLE cases ADD COLUMN score double precision NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN language text;
ALTER TABLE cases ADD COLUMN changed_at bigint NOT NULL DEFAULT 0;

CREATE INDEX cases_by_change ON cases (changed_at);
CREATE INDEX cases_by_score ON cases (state, score, id);
CREATE INDEX cases_of_page ON cases (site_id, page_id, state, submitted_at, id);

-- The rules that spoke in each case ('rule'), those on trial ('shadow') and the labels they gave ('label'); the state is the case's.
CREATE TABLE case_marks (
    comment_id text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    score double precision NOT NULL,
    site_id text NOT NULL,
    state text NOT NULL,
    submitted_at bigint NOT NULL,
    PRIMARY KEY (comment_id, kind, name)
);

CREATE INDEX case_marks_by_name ON case_marks (kind, name, state, submitted_at, comment_id);

-- When a decision that can still be undone is handed to the bus; null when it was handed on at once.
ALTER TABLE decisions ADD COLUMN release_at bigint;

CREATE INDEX decisions_by_time ON decisions (decided_at);
