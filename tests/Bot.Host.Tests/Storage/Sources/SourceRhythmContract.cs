using Bot.Digest.Ports;
using Bot.Host.Storage.Sources;

namespace Bot.Host.Tests.Storage.Sources;

/// <summary>How many articles a week a source is said to bring.</summary>
public abstract class SourceRhythmContract : StorageContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Hours ago that each of the articles was published, and what that makes a week.</summary>
    public static TheoryData<double[], double> Rhythms { get; } = new()
    {
        { [], 0 },
        { [0.5, 1, 1.5, 2], 28 },
        { [12, 24, 36, 48], 14 },
        { [24, 24 * 14], 1 },
        { [1, 2, 3, 24 * 60], 0.75 },
        { [-2, -1], 14 },
    };

    [Theory]
    [MemberData(nameof(Rhythms))]
    public async Task Articles_are_counted_over_the_time_that_is_known_of(double[] hoursAgo, double itemsAWeek)
    {
        var queue = new StoredSourceQueue(Database, Writer, Clock);
        var now = Clock.GetUtcNow();
        var source = (await Sources.AddAsync(new(Harbour, "Anna"), new(new("https://post.example/feed"), SourceKind.Feed, "post"), Ct)).Source!.Id;
        var items = hoursAgo.Select((ago, number) => new VisitedItem(new($"item {number}", [], null, "said"))
        {
            Article = new News($"Title {number}", "It stays.").At(now.AddHours(-ago)).Address($"https://post.example/{number}").Build(),
        });

        await queue.CompleteAsync(
            (await queue.ClaimAsync(source, now, Lease, Ct))!, new() { Memory = new() { SucceededAt = now }, NextVisit = now, Items = [.. items] }, Ct);

        Assert.Equal(itemsAWeek, (await queue.ClaimAsync(source, now, Lease, Ct))!.ItemsAWeek!.Value, 6);
    }
}
