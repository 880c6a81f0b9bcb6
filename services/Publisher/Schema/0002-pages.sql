-- A page that somebody commented on; its row is the lock under which one decision at a time is applied to it.
CREATE TABLE pages (
    site_id text NOT NULL,
    page_key text NOT NULL,
    -- As the first published comment says.
    url text,
    title text NOT NULL,
    -- One more with every decision.
    version bigint NOT NULL,
    -- How many are published.
    comments bigint NOT NULL,
    -- When the newest one was first public; the next one is later, so that a list is only ever added to at one end.
    published_at bigint NOT NULL,
    PRIMARY KEY (site_id, page_key)
);

-- The topmost comment above this one that was ever public; itself, when there is none.
ALTER TABLE comments ADD COLUMN thread_id text NOT NULL DEFAULT '';
-- The parent, once both were public on the same page; never closes a circle.
ALTER TABLE comments ADD COLUMN reply_to text;
-- How many comments right below are shown; a withheld comment is shown, without its text, while there are any.
ALTER TABLE comments ADD COLUMN replies bigint NOT NULL DEFAULT 0;
-- The page's version when it last changed.
ALTER TABLE comments ADD COLUMN version bigint NOT NULL DEFAULT 1;

INSERT INTO pages (site_id, page_key, title, version, comments, published_at)
SELECT site_id, page_key, '', 1, SUM(CASE WHEN state = 'published' THEN 1 ELSE 0 END), MAX(COALESCE(published_at, 0))
FROM comments
GROUP BY site_id, page_key;

UPDATE comments SET reply_to = (
    SELECT parent.id FROM comments AS parent
    WHERE parent.id = comments.parent_id AND parent.id <> comments.id AND parent.published_at IS NOT NULL
        AND parent.site_id = comments.site_id AND parent.page_key = comments.page_key)
WHERE published_at IS NOT NULL AND parent_id IS NOT NULL;

WITH RECURSIVE tree (id, root) AS (
    SELECT id, id FROM comments WHERE reply_to IS NULL
    UNION ALL
    SELECT reply.id, tree.root FROM comments AS reply JOIN tree ON reply.reply_to = tree.id)
UPDATE comments SET thread_id = tree.root FROM tree WHERE tree.id = comments.id;

-- What no walk from the top reaches goes round in a circle.
UPDATE comments SET reply_to = NULL, thread_id = id WHERE thread_id = '';

WITH RECURSIVE shown (id, reply_to) AS (
    SELECT id, reply_to FROM comments WHERE state = 'published'
    UNION
    SELECT parent.id, parent.reply_to FROM comments AS parent JOIN shown ON parent.id = shown.reply_to)
UPDATE comments SET replies = below.replies
FROM (SELECT reply_to, COUNT(*) AS replies FROM shown WHERE reply_to IS NOT NULL GROUP BY reply_to) AS below
WHERE below.reply_to = comments.id;

CREATE INDEX comments_of_thread ON comments (thread_id, published_at, id);
CREATE INDEX comments_first_level ON comments (site_id, page_key, published_at, id) WHERE thread_id = id;
CREATE INDEX comments_below ON comments (reply_to) WHERE reply_to IS NOT NULL;
CREATE INDEX comments_changed ON comments (site_id, page_key, version);
CREATE INDEX comments_newest ON comments (site_id, published_at, id) WHERE state = 'published';
