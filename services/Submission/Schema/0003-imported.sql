-- What a comment of an archive was decided before it came here: approved, held or rejected. Null for one that is to be moderated.
ALTER TABLE comments ADD COLUMN imported_as text;

-- When the decision that stands came in; an archive's decisions were made long before.
ALTER TABLE comments ADD COLUMN settled_at bigint;
UPDATE comments SET settled_at = decided_at;
DROP INDEX comments_remembered;
CREATE INDEX comments_remembered ON comments (settled_at) WHERE message IS NOT NULL;
