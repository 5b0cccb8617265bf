using System.Globalization;

namespace Bot.DiscordStandIn.Rest;

/// <summary>What goes wrong with a request.</summary>
public abstract record RestFault
{
    /// <summary>An error of Discord's servers, before anything was done.</summary>
    public sealed record Fails(int Status) : RestFault;

    /// <summary>An error of Discord's servers though all was done.</summary>
    public sealed record FailsAfterwards(int Status) : RestFault;

    /// <summary>The connection breaks before anything was done.</summary>
    public sealed record Breaks : RestFault;

    /// <summary>All is done, and the connection breaks before the answer.</summary>
    public sealed record LosesReply : RestFault;

    /// <summary>All is done, and the answer comes after that time of the stand-in's clock.</summary>
    public sealed record Delays(TimeSpan By) : RestFault;

    /// <summary>429 with a time to wait. A shared limit is not the client's fault and does not count.</summary>
    /// <param name="Scope">user, shared or global.</param>
    public sealed record Limits(string Scope, TimeSpan For) : RestFault;

    /// <summary>429 as Cloudflare says it: a page, no JSON.</summary>
    public sealed record CloudflarePage(TimeSpan For) : RestFault;

    /// <summary>200 with something that is no JSON.</summary>
    public sealed record Garbles : RestFault;

    /// <summary>The token is no longer good.</summary>
    public sealed record RevokesToken : RestFault;

    /// <summary>The page of Cloudflare.</summary>
    internal static string Page(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"<!DOCTYPE html><html><head><title>Access denied</title></head><body><h1>Error 1015</h1><p>You are being rate limited for {time.TotalSeconds} s</p></body></html>");
}

/// <summary>Faults that wait for their requests.</summary>
public sealed class RestFaults
{
    private readonly Lock _gate = new();
    private readonly List<(string Operation, RestFault Fault)> _waiting = [];

    /// <summary>Asked for each request for which none waits: by operation and path.</summary>
    public Func<string, string, RestFault?> Otherwise { get; set; } = (_, _) => null;

    /// <summary>The next requests of an operation go wrong in this way.</summary>
    /// <param name="operation">Discord's name of it, or * for any.</param>
    public void On(string operation, RestFault fault, int times = 1)
    {
        lock (_gate)
        {
            _waiting.AddRange(Enumerable.Repeat((operation, fault), times));
        }
    }

    /// <summary>Forgets those that still wait.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    internal RestFault? Take(string operation, string path)
    {
        lock (_gate)
        {
            var next = _waiting.FindIndex(one => one.Operation == operation || one.Operation == "*");
            if (next < 0)
            {
                return Otherwise(operation, path);
            }

            var fault = _waiting[next].Fault;
            _waiting.RemoveAt(next);
            return fault;
        }
    }
}
