-- Forgets what is known of an author, and remembers since when.
-- KEYS: 1 history of the author, 2 how fast the author's comments came
-- ARGV: 1 erased at ms, 2 how long that is kept ms

-- Delivered again, or overtaken by a later erasure: what was counted since is of new comments.
local before = redis.call('HGET', KEYS[1], 'erasedAt')
if before and tonumber(before) >= tonumber(ARGV[1]) then return 0 end

redis.call('DEL', KEYS[1], KEYS[2])
redis.call('HSET', KEYS[1], 'erasedAt', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1
