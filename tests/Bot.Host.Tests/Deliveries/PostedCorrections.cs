using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Corrections;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Storage;
using Bot.Host.Tests.Storage.Deliveries;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.Deliveries;

/// <summary>A digest of the second of June with a quote that turns out wrong, and what it takes to post it, put it right and tell it.</summary>
public abstract class PostedCorrections : LedgerContract
{
    private const string Words = "“The ferries will run again before the summer holidays,”";
    private const string Sentence = "The strike of the ferry crews began on Monday at six in the morning.";

    private protected ScriptedPlatform Scripted { get; } = new((post, _) => new Posted("message " + post.Key));

    private protected StoredQuoteMarks Marks => new(Database, Clock);

    private protected StoredPostedDigests Posted => new(Database, Clock);

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();

    /// <summary>As any change of the article notes it.</summary>
    private protected Task<int> ChangeAsync() => Database.WriteAsync(
        connection => connection.ExecuteAsync("insert into changed_articles (article_id, change) values (1, 1) on conflict (article_id) do update set change = 2"), Ct);

    private protected static News Strike(string sentence = Sentence) => new News("Ferry strike begins", $"{sentence}\n{Words} Omar Feld told reporters at the quay.")
        .At(2026, 6, 1, 20).Address("https://post.example/strike").Person("Omar Feld").Said(Words, "Omar Feld").Summary(sentence);

    /// <summary>The digest of the second of June with the strike in it, composed.</summary>
    private protected async Task WriteAsync(ScriptedPlatform? platform = null)
    {
        await SubscribeAsync(1, "08:00", "20:00");
        await StoreAsync(Harbour, "Norrmark Post", Strike());
        Clock.Advance(TimeSpan.FromDays(1));
        await WriteDueAsync(platform ?? Scripted);
    }

    private protected async Task PostAsync(ScriptedPlatform? platform = null)
    {
        await WriteAsync(platform);
        await SendAsync(platform ?? Scripted);
    }

    private protected async Task WriteDueAsync(ScriptedPlatform platform)
    {
        await new SlotPlanning(Slots, Clock, _ => Assert.Fail("a lost zone")).RunAsync(Ct);
        await new DigestWriting(
            Slots, new NewsDesk(Stories, Quotes, new StoredNotices(Database, Clock), Slots), [platform], Clock, (_, error) => throw error).RunAsync(Ct);
    }

    private protected Task CorrectAsync(ScriptedPlatform? platform = null) =>
        new Correcting(Posted, Quotes, [platform ?? Scripted], Clock, (_, error) => throw error).RunAsync(Ct);

    private protected async Task SendAsync(ScriptedPlatform platform)
    {
        var sending = new Sending(platform, Ledger, Rest, Clock, (_, error) => throw error).RunAsync(CancellationToken.None, Ct);
        await Clock.PassAsync(sending, TimeSpan.FromSeconds(1));
        await sending;
    }

    private protected async Task RunAsync()
    {
        await CorrectAsync();
        await WriteDueAsync(Scripted);
        await SendAsync(Scripted);
    }

    /// <summary>The next digest tells the correction, and the one after it does not.</summary>
    private protected async Task AssertToldOnceAsync(string correction)
    {
        for (var edition = 0; edition < 2; edition++)
        {
            await StoreAsync(Harbour, "Norrmark Post", new News(edition == 0 ? "Bridge reopens" : "Wheat prices fall", $"Nothing else happened, edition {edition}.").At(Clock.GetUtcNow()));
            Clock.Advance(TimeSpan.FromHours(12));
            await RunAsync();
        }

        Assert.Equal(3, Scripted.Posts.Count);
        Assert.Contains(correction, Body(1), StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected", Body(2), StringComparison.Ordinal);
    }

    private protected async Task<ItemReference> ReferenceAsync() =>
        ItemReference.Of((await Quotes.InArticlesAsync(Valley, [new ArticleId(1)], Ct)).Concat(await Quotes.InArticlesAsync(Harbour, [new ArticleId(1)], Ct)).First());

    private protected string Body(int post) => Scripted.Posts[post].Body;
}
