using System.Net;
using System.Net.Sockets;

namespace Bot.Host.Fetching;

/// <summary>Names to addresses and addresses to connections: all that the guard needs of a network.</summary>
public interface INetwork
{
    /// <summary>All addresses of a name.</summary>
    /// <exception cref="SocketException">There is no such name.</exception>
    Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct);

    /// <summary>Connects to exactly this address.</summary>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct);
}

/// <summary>The machine's own resolver and sockets.</summary>
public sealed class SystemNetwork : INetwork
{
    public Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => Dns.GetHostAddressesAsync(host, ct);

    public async Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
