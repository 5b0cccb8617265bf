using Bot.Digest.Ports;
using Bot.Digest.Sources;

namespace Bot.Host.Ingestion.Visits;

/// <summary>What was made of an offer.</summary>
/// <param name="Items">To be stored or remembered.</param>
/// <param name="New">How many new items were taken.</param>
/// <param name="LeftOut">How many were passed over because there were too many.</param>
/// <param name="IsComplete">False when time ran out: the rest is taken at the next visit.</param>
public sealed record TakenItems(IReadOnlyList<VisitedItem> Items, int New, int LeftOut, bool IsComplete);

/// <summary>Chooses from an offer what is new and what has changed, and reads it.</summary>
public sealed class OfferTaking(ISourceQueue queue, ItemReading reading, TimeProvider clock)
{
    /// <summary>Reading pages of one host takes a pause for each: the rest of a long list waits, so that a visit ends well within its lease.</summary>
    private static readonly TimeSpan LongestReading = TimeSpan.FromMinutes(8);

    /// <summary>How often the page of an item is tried again.</summary>
    private const int PageTries = 3;

    private const int PagesAtOnce = 5;

    /// <summary>An item that is passed over is remembered for ninety days after it was last seen; so it must be seen now and then.</summary>
    private static readonly TimeSpan SeenAnew = TimeSpan.FromDays(30);

    /// <summary>Takes what is new, newest first, and what has changed; passes over what is too much.</summary>
    public async Task<TakenItems> TakeAsync(ClaimedSource source, Offer offer, IReadOnlyList<KnownItem?> known, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + LongestReading;
        var pairs = offer.Items.Zip(known).DistinctBy(pair => pair.First.Marks.Identity, StringComparer.Ordinal).ToList();
        var fresh = pairs.FindAll(pair => !pair.First.IsWithdrawn && pair.Second is null or { Article: null, PageTries: > 0 })
            .OrderByDescending(pair => pair.First.Date ?? DateTimeOffset.MinValue)
            .ToList();
        var chosen = fresh.Take(VisitJudgement.Allowance(source.Memory, clock.GetUtcNow())).ToList();
        var changed = pairs.FindAll(pair => pair is { First.IsWithdrawn: false, Second: { Article: not null, IsUnchanged: false } }).Take(VisitJudgement.MostNew);
        var items = new List<VisitedItem>();
        var isComplete = true;
        foreach (var (item, before) in chosen.Concat(changed))
        {
            if (clock.GetUtcNow() > until)
            {
                isComplete = false;
                break;
            }

            items.Add(Visited(item, before, await reading.ReadAsync(item, ct)));
        }

        items.AddRange(fresh.Skip(chosen.Count).Select(pair => new VisitedItem(pair.First.Marks)));
        items.AddRange(pairs.Where(pair => pair is { First.IsWithdrawn: true, Second.Article: not null })
            .Select(pair => new VisitedItem(pair.First.Marks) { Known = pair.Second!.Article, IsWithdrawn = true }));
        items.AddRange(pairs.Where(pair => pair.Second is { Article: null, PageTries: 0 } passed && passed.SeenAt < clock.GetUtcNow() - SeenAnew)
            .Select(pair => new VisitedItem(pair.First.Marks)));
        return new TakenItems(items, items.Count(item => item is { Known: null, Article: not null }), fresh.Count - chosen.Count, isComplete);
    }

    /// <summary>Tries pages again that could not be read when their items came.</summary>
    public async Task<IReadOnlyList<TriedPage>> TryPagesAsync(ClaimedSource source, CancellationToken ct)
    {
        var tried = new List<TriedPage>();
        foreach (var page in await queue.OwedPagesAsync(source.Id, PagesAtOnce, ct))
        {
            var read = await reading.ReadPageAsync(page, ct);
            var left = page with { PageTries = read.IsPageOwed ? page.PageTries - 1 : 0 };
            tried.Add(new TriedPage(left, read.Article, read.IsGone));
        }

        return tried;
    }

    private static VisitedItem Visited(OfferedItem item, KnownItem? before, ItemRead read) => new(Marking.With(item.Marks, read.Article?.Article))
    {
        Known = before?.Article,

        // What an item says is no reason to shorten what its page said before.
        Article = before?.Article is not null && read.IsPageOwed ? null : read.Article,
        PageTries = !read.IsPageOwed ? 0 : before is { Article: null } ? before.PageTries - 1 : PageTries,
        IsWithdrawn = before?.Article is not null && read.IsGone,
    };
}
