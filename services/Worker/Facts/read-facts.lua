-- The facts of one comment, read and counted in one step.
-- KEYS: 1 facts of this comment, 2 history of the author, 3 count of the text, 4 standings of the site,
--       then the rates, then the counts of what nearly the same texts have in common
-- ARGV: 1 '1' to change nothing, 2 how long facts are kept ms, 3 window of the texts ms, 4 and 5 '1' when there is an author, a text,
--       6 how many of the last counts nearly the same texts share, 7 how many rates there are, then of each: its bit, burst, interval ms,
--       then the fields of the standings that say something of this comment, the first that is there counts,
--       and last when the comment was submitted ms
-- Answers 'address too fast,email too fast,seen before,approved,rejected,nearly seen before,bits of all that is too fast,standing'.
-- Older workers know the first five or seven. Answers 'erased' when the author had the comment erased.

local history = { '0', '0' }
if ARGV[4] == '1' then
  history = redis.call('HMGET', KEYS[2], 'approved', 'rejected', 'erasedAt')
  if history[3] and tonumber(ARGV[#ARGV]) <= tonumber(history[3]) then return 'erased' end
end

-- A comment delivered twice is counted once and sees the same facts. What nobody can read is counted anew.
local known = redis.call('GET', KEYS[1])
if known and (string.find(known, '^%d+,%d+,%d+,%d+,%d+$') or string.find(known, '^%d+,%d+,%d+,%d+,%d+,%d+,%d+$')
  or string.find(known, '^%d+,%d+,%d+,%d+,%d+,%d+,%d+,[0-3]$')) then
  return known
end

local counts, keep, window = ARGV[1] ~= '1', ARGV[2], ARGV[3]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

local function whole(number) return string.format('%.0f', number) end

-- GCRA (ITU-T I.371): a key holds the time at which all that was posted has been worked off at one an interval.
local function charge(key, workedOff)
  redis.call('SET', key, whole(workedOff), 'PX', whole(workedOff - now))
end

local rates, charges, tooFast, isTooFast = tonumber(ARGV[7]), {}, 0, {}
for rate = 1, rates do
  local key, bit = KEYS[4 + rate], tonumber(ARGV[5 + 3 * rate])
  local burst, interval = tonumber(ARGV[6 + 3 * rate]), tonumber(ARGV[7 + 3 * rate])
  local furthest = now + burst * interval
  local workedOff = math.max(tonumber(redis.call('GET', key) or now), now)
  if workedOff > furthest then
    -- Charged by a stricter rate than is in force now, or by a clock that was ahead.
    workedOff = furthest
    if counts then charge(key, workedOff) end
  end
  charges[rate] = workedOff + interval
  if charges[rate] > furthest then
    tooFast = tooFast + bit
    isTooFast[bit] = true
  end
end

-- Charged for all or for none; who is refused is not charged, so trying again does not prolong the wait.
if counts and tooFast == 0 then
  for rate = 1, rates do charge(KEYS[4 + rate], charges[rate]) end
end

local function seenBefore(key)
  if not counts then return tonumber(redis.call('GET', key) or 0) end
  -- Most are new, and this one call is all they need.
  if redis.call('SET', key, '1', 'NX', 'PX', window) then return 0 end
  return redis.call('INCR', key) - 1
end

local seen = 0
if ARGV[5] == '1' then seen = seenBefore(KEYS[3]) end

local near = {}
for key = 5 + rates, #KEYS do near[#near + 1] = seenBefore(KEYS[key]) end
table.sort(near, function(one, other) return one > other end)

local standing = 0
local fields = {}
for field = 8 + 3 * rates, #ARGV - 1 do fields[#fields + 1] = ARGV[field] end
if #fields > 0 then
  local standings = redis.call('HMGET', KEYS[4], unpack(fields))
  for field = #fields, 1, -1 do standing = tonumber(standings[field]) or standing end
end

local facts = table.concat({
  isTooFast[1] and '1' or '0', isTooFast[4] and '1' or '0', whole(seen), history[1] or '0', history[2] or '0',
  whole(near[tonumber(ARGV[6])] or 0), whole(tooFast), whole(standing) }, ',')
if counts then redis.call('SET', KEYS[1], facts, 'PX', keep) end
return facts
