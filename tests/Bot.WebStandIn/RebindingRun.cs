using System.Net;
using Bot.Digest.Ports;
using Bot.Digest.Reading.Egress;

namespace Bot.WebStandIn;

/// <summary>What came of names that change their addresses from look-up to look-up.</summary>
/// <param name="Flips">Fetches of such names.</param>
/// <param name="Fetched">How many brought a document.</param>
/// <param name="Refused">How many were refused.</param>
/// <param name="PrivateConnections">How many reached a private address. Anything but 0 is a hole.</param>
public sealed record RebindingReport(int Flips, int Fetched, int Refused, int PrivateConnections);

/// <summary>Fetches names whose resolver answers with public, private, embedded and mixed addresses, at random, each time anew.</summary>
public static class RebindingRun
{
    private static readonly string[] Public = ["9.9.9.9", "1.1.1.1", "2606:4700::64", "::ffff:9.9.9.9"];

    private static readonly string[] Private =
    [
        "127.0.0.1", "10.0.0.5", "192.168.1.1", "169.254.169.254", "100.64.0.1", "::1", "fd00::5", "fe80::1", "::ffff:10.0.0.5", "64:ff9b::a00:5", "2002:a00:5::1", "0.0.0.0",
    ];

    public static async Task<RebindingReport> RunAsync(int flips, int seed, CancellationToken ct)
    {
        var random = new Random(seed);
        await using var server = new StandIn();
        var asked = 0;
        server.On("other.rebinding.com/feed", Replies.Text("<rss/>"));
        server.On("rebinding.com/feed", (exchange, token) =>
            (Interlocked.Increment(ref asked) % 2 == 0 ? Replies.Text("<rss/>") : Replies.Redirect(302, "http://other.rebinding.com/feed"))(exchange, token));
        var network = new StandInNetwork(server).Name("rebinding.com", Answer).Name("other.rebinding.com", Answer);
        using var fetcher = new StandInFetcher(network, TimeProvider.System);

        var fetched = 0;
        for (var i = 0; i < flips; i++)
        {
            var result = await fetcher.FetchAsync(new(new("http://rebinding.com/feed"), FetchKind.Feed), ct);
            fetched += result is Fetched ? 1 : 0;
        }

        return new(flips, fetched, flips - fetched, network.Connected.Count(to => !PublicAddresses.Contain(to.Address, unwrapNat64: false)));

        // Half the answers hold something private, some of them beside something public.
        IPAddress[] Answer()
        {
            lock (random)
            {
                string[] one = [Public[random.Next(Public.Length)]];
                string[] other = [Private[random.Next(Private.Length)]];
                return [.. (random.Next(4) switch { 0 => other, 1 => [.. one, .. other], _ => one }).Select(IPAddress.Parse)];
            }
        }
    }
}
