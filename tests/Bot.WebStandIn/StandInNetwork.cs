using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Bot.Host.Fetching;

namespace Bot.WebStandIn;

/// <summary>
/// A network in which every name exists and every address leads to the stand-in, and which keeps to whom a connection was asked for: what stands
/// there would have been reached.
/// </summary>
public sealed class StandInNetwork(StandIn server) : INetwork
{
    /// <summary>The address of every name that nothing is said of.</summary>
    public static readonly IPAddress Public = IPAddress.Parse("9.9.9.9");

    private readonly ConcurrentDictionary<string, Func<IPAddress[]>> _answers = new(StringComparer.Ordinal);

    /// <summary>Everybody to whom a connection was made, in order.</summary>
    public ConcurrentQueue<IPEndPoint> Connected { get; } = [];

    /// <summary>How often a name was looked up.</summary>
    public int Lookups => _lookups;

    private int _lookups;

    /// <summary>Answers the look-ups of one name, each anew.</summary>
    public StandInNetwork Name(string host, Func<IPAddress[]> answer)
    {
        _answers[host] = answer;
        return this;
    }

    /// <summary>Answers the look-ups of one name always the same; with nothing, there is no such name.</summary>
    public StandInNetwork Name(string host, params string[] addresses) => Name(host, () => [.. addresses.Select(IPAddress.Parse)]);

    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct)
    {
        Interlocked.Increment(ref _lookups);
        var answer = _answers.TryGetValue(host, out var made) ? made() : [Public];
        return answer.Length > 0 ? Task.FromResult(answer) : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));
    }

    public Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct)
    {
        Connected.Enqueue(address);
        return new SystemNetwork().ConnectAsync(new(IPAddress.Loopback, server.Port), ct);
    }
}
