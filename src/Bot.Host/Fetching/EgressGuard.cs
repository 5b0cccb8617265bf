using System.Net;
using System.Net.Sockets;
using Bot.Digest.Reading.Egress;

namespace Bot.Host.Fetching;

/// <summary>A name leads, or may lead, where nothing may be reached.</summary>
internal sealed class EgressRefusedException(string host) : IOException($"{host} has an address that may not be reached");

/// <summary>
/// Opens every connection to the web: resolves the name once, judges all its addresses, and connects to the very addresses that were judged.
/// A name that changes its mind between the look and the leap ("DNS rebinding") changes nothing.
/// </summary>
internal sealed class EgressGuard(EgressPolicy policy, INetwork network, TimeProvider clock)
{
    /// <summary>How long one of several addresses may keep the others waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Nobody serves one site at more; an answer of hundreds would keep us dialling.</summary>
    private const int MostAddresses = 8;

    /// <summary>Connects to the first judged address that answers.</summary>
    /// <exception cref="EgressRefusedException">Judged and refused; nothing was sent anywhere.</exception>
    /// <exception cref="SocketException">There is no such name, or nobody answers.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken ct)
    {
        var host = target.Host.Trim('[', ']');
        var answer = IPAddress.TryParse(host, out var literal) ? [literal] : await network.ResolveAsync(host, ct);
        if (!policy.Allows(host, answer))
        {
            throw new EgressRefusedException(host);
        }

        var addresses = answer.Take(MostAddresses).ToList();
        foreach (var address in addresses.SkipLast(1))
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
            try
            {
                return await network.ConnectAsync(new(address, target.Port), either.Token);
            }
            catch (Exception error) when (error is SocketException or OperationCanceledException && !ct.IsCancellationRequested)
            {
                // The next address is tried; what the last one says counts.
            }
        }

        return await network.ConnectAsync(new(addresses[^1], target.Port), ct);
    }
}
