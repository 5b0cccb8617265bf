using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Bot.Host.Platforms.Discord.Rest;

/// <summary>
/// When a request may be made: what the answers' headers tell of each bucket, fifty a second for the whole bot, and far fewer refused requests than
/// lead to a ban (docs.discord.com, topics/rate-limits). Pure but for the clock; safe for many threads.
/// </summary>
public sealed class RestLimits(TimeProvider clock)
{
    private const int MostASecond = 50;

    /// <summary>By this clock; some requests are longer under way than others, so that more than were sent in a second may arrive in one.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1.04);

    /// <summary>Ten thousand in ten minutes shut the whole machine out.</summary>
    private const int MostInvalid = 4000;

    /// <summary>Above so many buckets those that are full again are forgotten.</summary>
    private const int Remembered = 4096;

    private static readonly TimeSpan InvalidWindow = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Resource), Bucket> _buckets = [];
    private readonly Queue<TimeSpan> _lately = new();
    private readonly Queue<TimeSpan> _invalid = new();
    private readonly long _began = clock.GetTimestamp();
    private TimeSpan _allRestUntil;
    private TimeSpan _shutOutUntil;

    /// <summary>Since the beginning, by a clock that nobody puts forward or back: nothing waits for a time that was shown before.</summary>
    private TimeSpan Now => clock.GetElapsedTime(_began);

    /// <summary>Answers of the last ten minutes that count towards a ban.</summary>
    public int Invalid
    {
        get
        {
            lock (_lock)
            {
                Forget(_invalid, InvalidWindow);
                return _invalid.Count;
            }
        }
    }

    /// <summary>Takes a request's place; when there is none, nothing is taken and the answer is how long to wait.</summary>
    public (TimeSpan Wait, bool IsForAll)? Take(RestRequest request)
    {
        lock (_lock)
        {
            var now = Now;
            if (ForAll(request, now) is { } rest && rest > TimeSpan.Zero)
            {
                return (rest, true);
            }

            var bucket = Find(request.Limit);
            if (bucket.Remaining <= 0 && bucket.ResetAt > now)
            {
                return (bucket.ResetAt - now, false);
            }

            if (bucket.ResetAt <= now)
            {
                // Until an answer tells better, as long as the longest that was told.
                (bucket.Remaining, bucket.ResetAt) = (bucket.Most, now + bucket.Window);
            }

            bucket.Remaining--;
            if (!request.IsInteraction)
            {
                _lately.Enqueue(now);
            }

            return null;
        }
    }

    /// <summary>Learns from an answer's headers.</summary>
    public void Learn(RestRequest request, HttpStatusCode status, HttpHeaders headers)
    {
        lock (_lock)
        {
            var now = Now;
            var scope = Header(headers, "X-RateLimit-Scope");
            if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (status == HttpStatusCode.TooManyRequests && scope != "shared"))
            {
                _invalid.Enqueue(now);
            }

            if (Header(headers, "X-RateLimit-Bucket") is not { } name || Number(headers, "X-RateLimit-Remaining") is not { } remaining || Number(headers, "X-RateLimit-Reset-After") is not { } after)
            {
                return;
            }

            var (route, resource) = request.Limit;
            _names[route] = name;
            var resets = now + TimeSpan.FromSeconds(after);
            var bucket = Find((route, resource));

            // Answers overtake each other: of one window the smallest number is the true one.
            var isSame = (bucket.ResetAt - resets).Duration() < TimeSpan.FromSeconds(1);
            bucket.Remaining = isSame ? Math.Min(bucket.Remaining, (int)remaining) : (int)remaining;
            bucket.ResetAt = resets;
            bucket.Window = TimeSpan.FromSeconds(Math.Max(after, bucket.Window.TotalSeconds));
            bucket.Most = Math.Max(1, (int)(Number(headers, "X-RateLimit-Limit") ?? 1));
        }
    }

    /// <summary>Discord asked to wait.</summary>
    public void Rest(RestRequest request, TimeSpan wait, bool isForAll)
    {
        lock (_lock)
        {
            var until = Now + wait;
            if (isForAll)
            {
                _allRestUntil = until > _allRestUntil ? until : _allRestUntil;
                return;
            }

            var bucket = Find(request.Limit);
            (bucket.Remaining, bucket.ResetAt) = (0, until);
        }
    }

    /// <summary>What stands before Discord lets nothing of this machine through for a while.</summary>
    public void ShutOut(TimeSpan wait)
    {
        lock (_lock)
        {
            _shutOutUntil = Now + wait;
        }
    }

    private TimeSpan? ForAll(RestRequest request, TimeSpan now)
    {
        Forget(_invalid, InvalidWindow);
        if (_invalid.Count >= MostInvalid)
        {
            return _invalid.Peek() + InvalidWindow - now;
        }

        var until = request.IsInteraction || _shutOutUntil > _allRestUntil ? _shutOutUntil : _allRestUntil;
        if (until > now || request.IsInteraction)
        {
            return until - now;
        }

        Forget(_lately, Second);
        return _lately.Count >= MostASecond ? _lately.Peek() + Second - now : null;
    }

    private Bucket Find((string Route, string Resource) limit)
    {
        var now = Now;
        if (_buckets.Count > Remembered)
        {
            foreach (var key in _buckets.Where(known => known.Value.ResetAt <= now).Select(known => known.Key).ToList())
            {
                _buckets.Remove(key);
            }
        }

        var name = (_names.GetValueOrDefault(limit.Route, limit.Route), limit.Resource);
        return _buckets.TryGetValue(name, out var bucket) ? bucket : _buckets[name] = new Bucket();
    }

    private void Forget(Queue<TimeSpan> times, TimeSpan window)
    {
        while (times.TryPeek(out var oldest) && oldest <= Now - window)
        {
            times.Dequeue();
        }
    }

    private static string? Header(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static double? Number(HttpHeaders headers, string name) =>
        double.TryParse(Header(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Until an answer tells more, as much as one second of the whole bot.</summary>
    private sealed class Bucket
    {
        public int Most { get; set; } = MostASecond;

        public int Remaining { get; set; } = MostASecond;

        public TimeSpan ResetAt { get; set; }

        public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(1);
    }
}
