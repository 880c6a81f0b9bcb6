-- Counts a comment once in its author's history, in its newest state.
-- KEYS: 1 newest decision of this comment, 2 history of the author
-- ARGV: 1 sequence, 2 decided at ms, 3 'approved', 'rejected', or 'held' when a moderator took either back, 4 how long decisions are kept ms, 5 how long histories are kept ms,
--       6 when the comment was submitted ms

-- What the author had erased is not counted again.
local erasedAt = redis.call('HGET', KEYS[2], 'erasedAt')
if erasedAt and tonumber(ARGV[6]) <= tonumber(erasedAt) then return 0 end

local last = redis.call('HMGET', KEYS[1], 'sequence', 'decidedAt', 'state')
if last[1] then
  local sequence, stored = tonumber(ARGV[1]), tonumber(last[1])
  -- Of two with the same sequence, the one decided first stands.
  local newer = sequence > stored or (sequence == stored and tonumber(ARGV[2]) < tonumber(last[2]))
  if not newer then return 0 end
end

if last[3] ~= ARGV[3] then
  -- The history may have expired in between.
  if last[3] and last[3] ~= 'held' and tonumber(redis.call('HGET', KEYS[2], last[3]) or 0) > 0 then
    redis.call('HINCRBY', KEYS[2], last[3], -1)
  end
  if ARGV[3] ~= 'held' then
    redis.call('HINCRBY', KEYS[2], ARGV[3], 1)
  end
end
redis.call('PEXPIRE', KEYS[2], ARGV[5])
redis.call('HSET', KEYS[1], 'sequence', ARGV[1], 'decidedAt', ARGV[2], 'state', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
