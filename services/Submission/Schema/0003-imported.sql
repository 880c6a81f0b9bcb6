-- What a comment of an archive was decided before it came here: approved, held or rejected. Null for one that is to be moderated.
ALTER TABLE comments ADD COLUMN imported_as text;
