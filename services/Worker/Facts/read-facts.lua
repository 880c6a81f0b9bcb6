-- The facts of one comment, read and counted in one step.
-- KEYS: 1 facts of this comment, 2 rate of the address, 3 rate of the author, 4 count of the text, 5 history of the author
-- ARGV: 1 burst, 2 interval ms, 3 window of the text ms, 4 how long facts are kept ms, 5 '1' to change nothing,
--       6, 7, 8 '1' when there is an address, an author, a text
-- Answers 'address too fast,author too fast,seen before,approved,rejected'.

-- A comment delivered twice is counted once and sees the same facts.
local known = redis.call('GET', KEYS[1])
if known then return known end

local burst, interval = tonumber(ARGV[1]), tonumber(ARGV[2])
local counts = ARGV[5] ~= '1'
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

-- GCRA (ITU-T I.371): a key holds the time at which all that was posted has been worked off at one an interval.
local function after(key, present)
  if present ~= '1' then return nil end
  return math.max(tonumber(redis.call('GET', key) or now), now) + interval
end

local function tooFast(workedOff)
  return workedOff ~= nil and workedOff - now > burst * interval
end

local function charge(key, workedOff)
  if workedOff then
    redis.call('SET', key, string.format('%.0f', workedOff), 'PX', string.format('%.0f', workedOff - now))
  end
end

local address, author = after(KEYS[2], ARGV[6]), after(KEYS[3], ARGV[7])
local addressTooFast, authorTooFast = tooFast(address), tooFast(author)
-- Charged for both or for neither; who is refused is not charged, so trying again does not prolong the wait.
if counts and not addressTooFast and not authorTooFast then
  charge(KEYS[2], address)
  charge(KEYS[3], author)
end

local seen = 0
if ARGV[8] == '1' then
  seen = tonumber(redis.call('GET', KEYS[4]) or 0)
  if counts then
    redis.call('INCR', KEYS[4])
    if seen == 0 then redis.call('PEXPIRE', KEYS[4], ARGV[3]) end
  end
end

local history = { '0', '0' }
if ARGV[7] == '1' then
  history = redis.call('HMGET', KEYS[5], 'approved', 'rejected')
end

local facts = table.concat({
  addressTooFast and '1' or '0', authorTooFast and '1' or '0', string.format('%.0f', seen),
  history[1] or '0', history[2] or '0' }, ',')
if counts then redis.call('SET', KEYS[1], facts, 'PX', ARGV[4]) end
return facts
