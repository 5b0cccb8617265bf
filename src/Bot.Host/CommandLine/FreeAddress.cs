using System.Net;
using System.Net.Sockets;
using Bot.Host.Configuration;

namespace Bot.Host.CommandLine;

/// <summary>Whether an address can be listened at. Asked before the server starts, which would write a trace into the log.</summary>
public static class FreeAddress
{
    private const int MostTries = 100;

    /// <summary>Refuses an address that another program has, or that is not this machine's.</summary>
    /// <exception cref="OperatorException">Nothing can be served there.</exception>
    public static void Demand(Uri address)
    {
        if (WhyTaken(address, address.Port) is { } reason)
        {
            throw new OperatorException($"The page cannot be served at {address} ({reason.TrimEnd('.')}); free the address or set Web:Address to another.");
        }
    }

    /// <summary>The address itself when it is free, else the same with the next free port.</summary>
    /// <returns>The free address, and the one asked for when that was taken.</returns>
    /// <exception cref="OperatorException">No port near it is free.</exception>
    public static (Uri Free, Uri? Taken) From(Uri wanted)
    {
        for (var port = wanted.Port; port < Math.Min(wanted.Port + MostTries, IPEndPoint.MaxPort); port++)
        {
            if (WhyTaken(wanted, port) is null)
            {
                return port == wanted.Port ? (wanted, null) : (new UriBuilder(wanted) { Port = port }.Uri, wanted);
            }
        }

        throw new OperatorException($"No port from {wanted.Port} on is free; set Web:Address to another.");
    }

    /// <summary>Listens there for a moment.</summary>
    /// <returns>Why the address cannot be listened at; null when it can.</returns>
    private static string? WhyTaken(Uri address, int port)
    {
        var host = IPAddress.TryParse(address.DnsSafeHost, out var parsed) ? parsed : IPAddress.Loopback;
        using var listener = new TcpListener(host, port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException error)
        {
            return error.Message;
        }
    }
}
