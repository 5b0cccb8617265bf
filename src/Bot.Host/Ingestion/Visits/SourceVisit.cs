using System.Security.Cryptography;
using Bot.Digest.Ports;
using Bot.Digest.Reading.Visits;
using Bot.Digest.Sources;

namespace Bot.Host.Ingestion.Visits;

/// <summary>
/// One visit: fetched, read, judged, recognised, understood, and stored together with what is remembered for the next one. Holds no state:
/// a visit that is killed is made again when its lease is over, and finds what it had stored.
/// </summary>
public sealed class SourceVisit(IFetcher fetcher, ISourceQueue queue, OfferReading offers, OfferTaking taking, TimeProvider clock)
{
    private const int NewestTold = 3;

    /// <summary>Visits a source that was claimed.</summary>
    public async Task<VisitReport> RunAsync(ClaimedSource source, CancellationToken ct)
    {
        var request = new FetchRequest(source.Address, KindOf(source.Kind))
        {
            Known = VisitSteps.ToSend(source.Memory, clock.GetUtcNow()),
            Subscribers = source.Followers,
        };
        return await fetcher.FetchAsync(request, ct) switch
        {
            Fetched document => await ReadAsync(source, document, ct),
            NotModified same => await UnchangedAsync(source, same.Validators, (same.MovedTo, same.MaxAge), ct),
            FetchFailed failed => await FailedAsync(source, failed, ct),
            var other => throw new InvalidOperationException($"{other.GetType()} is no way for a request to end."),
        };
    }

    /// <summary>Closes a visit that brought nothing because of <paramref name="failed"/>.</summary>
    public Task<VisitReport> FailedAsync(ClaimedSource source, FetchFailed failed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (failed.Reason == FetchFailure.HostBusy)
        {
            // Nothing was asked, so nothing is known that was not before.
            var outcome = new VisitOutcome { Memory = source.Memory, NextVisit = now + (failed.RetryAfter ?? NextVisit.Shortest) };
            return CloseAsync(source, outcome, known: 0, failed.Reason, ct);
        }

        var memory = VisitSteps.Failed(source.Memory, failed.Reason, now);
        return CloseAsync(source, OutcomeOf(source, memory, retryAfter: failed.RetryAfter), known: 0, failed.Reason, ct);
    }

    private async Task<VisitReport> ReadAsync(ClaimedSource source, Fetched document, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(document.Bytes.Span));
        if (hash == source.Memory.DocumentHash)
        {
            // Validators are taken over although nothing changed, or the server goes on sending the whole (the most widespread fault of readers).
            return await UnchangedAsync(
                source with { Memory = source.Memory with { AskedWholeAt = clock.GetUtcNow() } }, document.Validators, (document.MovedTo, document.MaxAge), ct);
        }

        var offer = await offers.ReadAsync(source.Kind, document, ct);
        var known = offer is null ? [] : await queue.RecogniseAsync(source.Id, [.. offer.Items.Select(item => item.Marks)], ct);
        var now = clock.GetUtcNow();
        if (VisitJudgement.Of(offer, known, source.Memory, now) is { } doubt)
        {
            return await DoubtedAsync(source, offer, known, doubt, ct);
        }

        var taken = await taking.TakeAsync(source, offer!, known, ct);
        var leftOut = taken.LeftOut + (source.Memory.SucceededAt is null ? offer!.LeftOut : 0);
        var memory = VisitSteps.Believed(source.Memory, document, hash, offer!, taken.New, leftOut, clock.GetUtcNow());
        var isWhole = taken.IsComplete;
        var outcome = OutcomeOf(source, isWhole ? memory : memory with { Validators = source.Memory.Validators, DocumentHash = null }, document.MaxAge) with
        {
            Title = source.Memory.SucceededAt is null ? offer!.Title : null,
            MovedTo = known.Any(item => item is { By: KnownBy.Identity }) ? VisitSteps.MovedTo(memory, source.Address, now) : null,
            Items = taken.Items,
            Pages = await taking.TryPagesAsync(source, ct),
        };
        return await CloseAsync(source, outcome, known.Count(item => item is not null), failure: null, ct);
    }

    private async Task<VisitReport> UnchangedAsync(ClaimedSource source, Validators? validators, (Uri? MovedTo, TimeSpan? MaxAge) said, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var memory = VisitSteps.Unchanged(source.Memory, validators, said.MovedTo, now);
        var outcome = OutcomeOf(source, memory, said.MaxAge) with
        {
            MovedTo = VisitSteps.MovedTo(memory, source.Address, now),
            Pages = await taking.TryPagesAsync(source, ct),
        };
        return await CloseAsync(source, outcome, source.Memory.ItemsOffered, failure: null, ct);
    }

    private Task<VisitReport> DoubtedAsync(
        ClaimedSource source, Offer? offer, IReadOnlyList<KnownItem?> known, SourceDoubt doubt, CancellationToken ct)
    {
        var items = offer?.Items ?? [];
        var leftOut = doubt == SourceDoubt.Flood ? known.Count(item => item is null) : 0;
        var memory = VisitSteps.Doubted(source.Memory, doubt, leftOut, clock.GetUtcNow());

        // A site that was moved to another system renames everything once; then the new names are the known ones.
        var renamed = items.Zip(known)
            .Where(pair => pair.Second is { By: not KnownBy.Identity })
            .Select(pair => new VisitedItem(pair.First.Marks) { Known = pair.Second!.Article, PageTries = pair.Second.PageTries });
        var outcome = OutcomeOf(source, memory) with { Items = [.. renamed] };
        return CloseAsync(source, outcome, known.Count(item => item is not null), memory.LastFailure, ct);
    }

    private VisitOutcome OutcomeOf(ClaimedSource source, VisitMemory memory, TimeSpan? maxAge = null, TimeSpan? retryAfter = null) => new()
    {
        Memory = memory,
        NextVisit = NextVisit.After(VisitSteps.History(source, memory, maxAge, retryAfter), clock.GetUtcNow()),
        IsNews = VisitSteps.IsNews(source.Memory, memory),
    };

    private async Task<VisitReport> CloseAsync(ClaimedSource source, VisitOutcome outcome, int known, FetchFailure? failure, CancellationToken ct)
    {
        var stored = await queue.CompleteAsync(source, outcome, ct) ?? [];
        return new VisitReport(
            stored.Count(one => one == AddOutcome.New),
            stored.Count(one => one == AddOutcome.Revised),
            known,
            outcome.Memory.LeftOut - source.Memory.LeftOut,
            await queue.NewestAsync(source.Id, NewestTold, ct),
            failure);
    }

    private static FetchKind KindOf(SourceKind kind) => kind switch
    {
        SourceKind.Sitemap => FetchKind.Sitemap,
        SourceKind.Page => FetchKind.Page,
        _ => FetchKind.Feed,
    };
}
