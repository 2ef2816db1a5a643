-- wrk walks over the addresses of a file, each connection from a place of its own; counts what is no page.
local paths, at = {}, 0

function init(args)
   for line in io.lines(args[1]) do paths[#paths + 1] = line end
   math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
   at = math.random(#paths)
   wrk.headers["Accept-Encoding"] = "gzip"
end

function request()
   at = at % #paths + 1
   return wrk.format("GET", paths[at])
end

function done(summary, latency, requests)
   local e = summary.errors
   io.write(string.format('{"requests": %d, "median": %.3f, "p95": %.3f, "failed": %d}\n',
      summary.requests, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
      e.connect + e.read + e.write + e.status + e.timeout))
end
