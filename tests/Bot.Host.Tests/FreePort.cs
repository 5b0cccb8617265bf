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
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return $"http://{listener.LocalEndpoint}";
        }
    }
}
