using System.Net;
using System.Net.Sockets;

namespace Bot.Host.Tests;

/// <summary>Ports of this machine that nobody listens at.</summary>
internal static class FreePort
{
    /// <summary>An address of this machine with a port that was free just now.</summary>
    public static string Address
    {
        get
        {
            using var port = new TakenPort();
            return port.Address;
        }
    }
}

/// <summary>A port of this machine that somebody listens at.</summary>
internal sealed class TakenPort : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public TakenPort() => _listener.Start();

    public string Address => $"http://{_listener.LocalEndpoint}";

    public void Dispose() => _listener.Dispose();
}
