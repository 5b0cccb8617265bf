using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Digest.Reading.Egress;

namespace Bot.Host.Fetching;

/// <summary>Asks one address after another, as far as redirects lead. Each step waits for its own host's turn.</summary>
internal sealed partial class RedirectWalk(PoliteClient client, EgressPolicy policy, ILogger<RedirectWalk> logger)
{
    /// <summary>Walks to an answer that is no redirect.</summary>
    /// <param name="start">As it was given; judged here.</param>
    /// <param name="adjust">What is wished of each address on the way, or why it is not asked.</param>
    /// <returns>The answer, and the way to it; null instead of a way when the first address was refused.</returns>
    public async Task<(Answer Answer, RedirectTrail? Trail)> GoAsync(
        Uri start, Func<Uri, CancellationToken, Task<(Wish? Wish, FetchFailed? Refusal)>> adjust, CancellationToken ct)
    {
        if (policy.Parse(start.OriginalString) is not { } first)
        {
            LogRefused(MaskedAddress.Of(start), MaskedAddress.Of(start));
            return (new() { Failure = new(FetchFailure.Unreachable) }, null);
        }

        var trail = new RedirectTrail(policy, first);
        while (true)
        {
            var (wish, refusal) = await adjust(trail.Current, ct);
            var answer = wish is null ? new() { Failure = refusal } : await client.AskAsync(trail.Current, wish, ct);
            if (answer.Failure is not null || answer.Status is not (301 or 302 or 303 or 307 or 308))
            {
                return (answer, trail);
            }

            switch (trail.Follow(answer.Status, answer.Location))
            {
                case RedirectStep.TooMany:
                    return (answer with { Failure = new(FetchFailure.TooManyRedirects, answer.Status) }, trail);
                case RedirectStep.Refused:
                    LogRefused(MaskedAddress.Of(start), answer.Location is { } location && Uri.TryCreate(trail.Current, location, out var next) ? MaskedAddress.Of(next) : "nowhere");
                    return (answer with { Failure = new(FetchFailure.Unreachable) }, trail);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Address} leads where nothing may be reached: {Target} (Fetching:AllowedHosts, AllowedNetworks and AllowedPorts say what may)")]
    private partial void LogRefused(string address, string target);
}
