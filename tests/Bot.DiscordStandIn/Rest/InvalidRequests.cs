namespace Bot.DiscordStandIn.Rest;

/// <summary>
/// Counts answers 401, 403 and 429 (not those of a shared limit): who gets 10,000 of them within ten minutes is locked out by Cloudflare
/// (topics/rate-limits). For how long is not published; an hour here.
/// </summary>
public sealed class InvalidRequests
{
    public const int Limit = 10_000;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Lockout = TimeSpan.FromHours(1);

    private readonly Queue<DateTimeOffset> _recent = new();
    private DateTimeOffset _lockedUntil = DateTimeOffset.MinValue;

    /// <summary>The most that ever came within ten minutes.</summary>
    public int Most { get; private set; }

    /// <summary>How often the client was locked out.</summary>
    public int Lockouts { get; private set; }

    /// <summary>Locks the client out as if it had gone too far.</summary>
    public void LockOutUntil(DateTimeOffset until) => _lockedUntil = until;

    internal bool IsLockedOut(DateTimeOffset now) => now < _lockedUntil;

    internal void Count(int status, string? scope, DateTimeOffset now)
    {
        if (status is not (401 or 403 or 429) || scope == "shared")
        {
            return;
        }

        _recent.Enqueue(now);
        while (_recent.Peek() <= now - Window)
        {
            _recent.Dequeue();
        }

        Most = Math.Max(Most, _recent.Count);
        if (_recent.Count >= Limit)
        {
            Lockouts++;
            _lockedUntil = now + Lockout;
            _recent.Clear();
        }
    }
}
