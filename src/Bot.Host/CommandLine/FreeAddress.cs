using System.Net;
using System.Net.Sockets;
using Bot.Host.Configuration;

namespace Bot.Host.CommandLine;

/// <summary>Finds an address that no other program listens at.</summary>
public static class FreeAddress
{
    private const int MostTries = 100;

    /// <summary>The address itself when it is free, else the same with the next free port.</summary>
    /// <returns>The free address, and the one asked for when that was taken.</returns>
    /// <exception cref="OperatorException">No port near it is free.</exception>
    public static (Uri Free, Uri? Taken) From(Uri wanted)
    {
        for (var port = wanted.Port; port < Math.Min(wanted.Port + MostTries, IPEndPoint.MaxPort); port++)
        {
            if (IsFree(wanted, port))
            {
                return port == wanted.Port ? (wanted, null) : (new UriBuilder(wanted) { Port = port }.Uri, wanted);
            }
        }

        throw new OperatorException($"No port from {wanted.Port} on is free; set Web:Address to another.");
    }

    private static bool IsFree(Uri address, int port)
    {
        var host = IPAddress.TryParse(address.DnsSafeHost, out var parsed) ? parsed : IPAddress.Loopback;
        using var listener = new TcpListener(host, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
