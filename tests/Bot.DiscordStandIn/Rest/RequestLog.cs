using System.Collections.Concurrent;
using System.Text.Json;

namespace Bot.DiscordStandIn.Rest;

/// <summary>A request that came, and how it ended.</summary>
/// <param name="Operation">Discord's name of it; empty when there is none.</param>
/// <param name="Route">Method and path with its places: "POST /channels/{channel_id}/messages".</param>
/// <param name="Files">Names of the files that came along.</param>
/// <param name="Answer">What was answered, or would have been.</param>
/// <param name="Status">0 while the connection was cut before an answer.</param>
public sealed record RestRequest(DateTimeOffset At, string Operation, string Route, string Path, JsonElement? Body, IReadOnlyList<string> Files, int Status, JsonElement? Answer);

/// <summary>All requests so far, in the order in which they were answered.</summary>
public sealed class RequestLog(Happenings happenings)
{
    private readonly ConcurrentQueue<RestRequest> _all = new();

    public IReadOnlyList<RestRequest> All => [.. _all];

    /// <summary>Requests of one operation.</summary>
    public IReadOnlyList<RestRequest> Of(string operation) => [.. _all.Where(one => one.Operation == operation)];

    /// <summary>Waits for the next request of an operation, counted from 1.</summary>
    public Task<RestRequest> NextAsync(string operation, int number, CancellationToken ct) =>
        happenings.UntilAsync(() => _all.Where(one => one.Operation == operation).ElementAtOrDefault(number - 1), ct);

    internal void Add(RestRequest request)
    {
        _all.Enqueue(request);
        happenings.Tell();
    }
}
