namespace Bot.WebStandIn;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Host">The Host header.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">By name in any case; the last of several counts.</param>
/// <param name="At">When it had come, by the clock of the stand-in.</param>
public sealed record SeenRequest(string Host, string Target, IReadOnlyDictionary<string, string> Headers, DateTimeOffset At)
{
    /// <summary>A header's value, null when it was not sent.</summary>
    public string? this[string name] => Headers.GetValueOrDefault(name);

    /// <summary>The path alone.</summary>
    public string Path => Target.Split('?')[0];
}
