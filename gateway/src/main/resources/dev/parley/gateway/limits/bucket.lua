-- KEYS[1] the bucket, ARGV[1] milliseconds a request costs, ARGV[2] milliseconds in a window
-- returns whether the request is allowed, and the debt in microseconds after it
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local free = tonumber(redis.call('GET', KEYS[1]) or '0')
local debt = math.max(0, free - now)
local after = debt + tonumber(ARGV[1])
if after > tonumber(ARGV[2]) then
  return {0, math.floor(debt * 1000)}
end
redis.call('SET', KEYS[1], string.format('%.3f', now + after), 'PX', math.ceil(after))
return {1, math.floor(after * 1000)}
