using System.Collections.Concurrent;
using System.Text;
using Bot.Digest.Ports;

namespace Bot.Host.Tests.Ingestion.Visits;

/// <summary>A web of a few addresses, each with the answers that it was told to give; the last one again and again.</summary>
internal sealed class ScriptedFetcher : IFetcher
{
    private readonly ConcurrentDictionary<string, Queue<Func<FetchRequest, FetchResult>>> _answers = new(StringComparer.Ordinal);

    /// <summary>Every request, in order.</summary>
    public ConcurrentQueue<FetchRequest> Requests { get; } = [];

    public ScriptedFetcher On(string address, params Func<FetchRequest, FetchResult>[] answers)
    {
        _answers[address] = new Queue<Func<FetchRequest, FetchResult>>(answers);
        return this;
    }

    public ScriptedFetcher On(string address, string body) => On(address, Document(address, body));

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken ct)
    {
        Requests.Enqueue(request);
        if (!_answers.TryGetValue(request.Address.AbsoluteUri, out var answers))
        {
            return Task.FromResult<FetchResult>(new FetchFailed(FetchFailure.NotFound, 404));
        }

        lock (answers)
        {
            return Task.FromResult((answers.Count > 1 ? answers.Dequeue() : answers.Peek())(request));
        }
    }

    /// <summary>The document, or "not modified" to whoever names its copy.</summary>
    public static Func<FetchRequest, FetchResult> Document(string address, string body, string? etag = null, string? movedTo = null) => request =>
        etag is not null && request.Known?.ETag == etag
            ? new NotModified { Validators = request.Known, MovedTo = movedTo is null ? null : new Uri(movedTo) }
            : new Fetched(Encoding.UTF8.GetBytes(body))
            {
                Final = new Uri(movedTo ?? address),
                MovedTo = movedTo is null ? null : new Uri(movedTo),
                Validators = etag is null ? null : new Validators(etag, null),
            };

    public static Func<FetchRequest, FetchResult> Fails(FetchFailure reason, TimeSpan? retryAfter = null) => _ => new FetchFailed(reason, RetryAfter: retryAfter);
}
