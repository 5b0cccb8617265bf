using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Follows;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Corrections;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Storage;
using Bot.Host.Tests.Storage.Deliveries;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.Deliveries;

/// <summary>What was wrong in a post of what is followed is put right there, and told once in what the channel is posted next, as of a digest.</summary>
public sealed class FollowCorrectionTests : LedgerContract
{
    private const string Words = "“The new pier opens in June,”";

    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");

    private readonly ScriptedPlatform _platform = new((_, _) => new Posted("m"));
    private int _articles;

    private StoredPersonEditing Editing => new(Database, Clock);

    [Fact]
    public async Task A_hidden_quote_is_taken_out_of_the_post_and_the_next_digest_tells_it_once()
    {
        await SubscribeAsync(1);
        await PostOfPersonAsync();

        await MarkAsync(QuoteMark.Hidden);

        var edited = await EditedAsync();
        Assert.DoesNotContain("new pier", edited, StringComparison.Ordinal);
        Assert.Contains("Corrected: 1 June, a post about what is followed here, a quote was wrong.", await DigestAsync("Bridge reopens"), StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected", await DigestAsync("Wheat prices fall"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_only_follows_is_told_once_with_the_next_news()
    {
        await PostOfPersonAsync();
        await MarkAsync(QuoteMark.Hidden);
        await EditedAsync();

        Assert.Contains("Corrected: 1 June, a post about what is followed here, a quote was wrong.", await NextPostAsync("“The pier gets a crane,”"), StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected", await NextPostAsync("“The crane comes by sea,”"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_out_after_posts_are_edited_is_told_with_the_next_news()
    {
        await PostOfPersonAsync();
        Clock.Advance(TimeSpan.FromHours(49));

        await MarkAsync(QuoteMark.Unresolved);
        await CorrectAsync();

        Assert.Empty(await TakeAsync());
        Assert.Contains("Corrected: 1 June, a post about what is followed here, who said the quote is not known.", await NextPostAsync("“The pier gets a crane,”"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_posts_of_one_minute_only_the_first_tells_it()
    {
        await PostOfPersonAsync();
        await MarkAsync(QuoteMark.Hidden);
        await EditedAsync();
        await FollowAsync(new FollowTarget(FollowKind.Topic, null, "wheat"));
        await StoreAsync(Harbour, "Norrmark Post", new News("Wheat prices fall", "Wheat prices fall, as its editors say.").At(Clock.GetUtcNow() + TimeSpan.FromMinutes(30)));

        var bodies = await NextPostsAsync("“The pier gets a crane,”");

        Assert.Equal(2, bodies.Count);
        Assert.Single(bodies, body => body.Contains("Corrected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_cause_of_many_posts_is_one_line()
    {
        await PostOfPersonAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        await NextPostAsync("“The pier gets a crane,”");

        await RenameAsync("Ilse Varga", "Ilsa Varga");
        await CorrectAsync();
        foreach (var edit in await TakeAllAsync())
        {
            Assert.NotNull(edit.Edits);
        }

        Assert.Contains(
            "Corrected: 1 June, a post about what is followed here; 2 June, a post about what is followed here, speaker was Ilsa Varga, not Ilse Varga.",
            await NextPostAsync("“The crane comes by sea,”"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_operator_removed_no_correction_names()
    {
        await SubscribeAsync(1);
        await PostOfPersonAsync();
        await RenameAsync("Ilse Varga", "Ilsa Varga");
        await EditedAsync();

        await Editing.RemoveAsync(Operator, await PersonAsync("Ilsa Varga", Harbour), Ct);

        Assert.DoesNotContain("Varga", await DigestAsync("Wheat prices fall"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_say_it_is_named_no_more_neither_at_the_quote_nor_above_it()
    {
        var post = await PostOfPersonAsync();
        Assert.Contains("Ilse Varga", post, StringComparison.Ordinal);

        await MarkAsync(QuoteMark.Unresolved);

        var edited = await EditedAsync();
        Assert.DoesNotContain("Ilse Varga", edited, StringComparison.Ordinal);
        Assert.Contains("new pier", edited, StringComparison.Ordinal);
        Assert.Contains("Norrmark Post", edited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_name_stands_beside_the_quote_and_is_exchanged_when_it_changes_again()
    {
        await PostOfPersonAsync();
        await RenameAsync("Ilse Varga", "Ilsa Varga");
        var first = await EditedAsync();
        await RenameAsync("Ilsa Varga", "Else Varga");
        var second = await EditedAsync();

        Assert.Contains("Ilsa Varga", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Ilse Varga", first, StringComparison.Ordinal);
        Assert.Equal(first.Replace("Ilsa", "Else", StringComparison.Ordinal).Replace("ilsa", "else", StringComparison.Ordinal), second);
        Assert.Contains("Norrmark Post", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_heading_keeps_its_name_while_a_quote_of_it_is_left()
    {
        await PostOfPersonAsync("“The old pier closes in May,”");

        await MarkAsync(QuoteMark.Unresolved);

        Assert.Contains("Ilse Varga", Assert.IsType<Heading>(ReplyJsonReader.Read(await EditedAsync()).Blocks[0]).Text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FollowKind.Person)]
    [InlineData(FollowKind.Topic)]
    public async Task What_its_publisher_took_back_is_said_to_be_withdrawn(FollowKind kind)
    {
        await (kind == FollowKind.Person ? PostOfPersonAsync() : PostOfTopicAsync());

        await Database.WriteAsync(connection => connection.ExecuteAsync(
            """
            update articles set withdrawn_at = 1 where id = (select max(id) from articles);
            insert into changed_articles (article_id, change) select max(id), 1 from articles
            """), Ct);

        Assert.Contains("withdrawn by the publisher", await EditedAsync(), StringComparison.Ordinal);
    }

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => Own(new TemporaryArchive()).CreateAsync();

    /// <summary>A post with these words of somebody who is followed, the one that is put right last, as it was sent.</summary>
    private async Task<string> PostOfPersonAsync(params IReadOnlyList<string> before)
    {
        await QuoteAsync("“The pier stays,”");
        var person = await PersonAsync("Ilse Varga", Harbour);
        return await PostAsync(new FollowTarget(FollowKind.Person, person.Value, "Ilse Varga"), [.. before, Words]);
    }

    private Task<string> PostOfTopicAsync() => PostAsync(new FollowTarget(FollowKind.Topic, null, "pier"), [Words]);

    private async Task<string> PostAsync(FollowTarget target, IReadOnlyList<string> words)
    {
        await StoreAsync(Harbour, "Norrmark Post");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await FollowAsync(target);
        Clock.Advance(TimeSpan.FromMinutes(61));
        foreach (var word in words)
        {
            await QuoteAsync(word);
        }

        await WriteAsync();
        return (await SentAsync()).Post.Body;
    }

    private Task FollowAsync(FollowTarget target) => new StoredFollows(Database, Clock).AddAsync(
        Admin, Channel(1), target, new FollowTerms(TimeSpan.FromHours(1), "Europe/Berlin", null, ""), most: 20, Ct);

    private async Task<string> NextPostAsync(string words) => Assert.Single(await NextPostsAsync(words));

    /// <summary>What is posted when somebody who is followed said something more.</summary>
    private async Task<IReadOnlyList<string>> NextPostsAsync(string words)
    {
        Clock.Advance(TimeSpan.FromMinutes(61));
        await QuoteAsync(words);
        await WriteAsync();
        return [.. (await TakeAllAsync()).Select(delivery => delivery.Post.Body)];
    }

    private async Task<IReadOnlyList<OutgoingDelivery>> TakeAllAsync()
    {
        var taken = new List<OutgoingDelivery>();
        while (await TakeAsync(most: 1) is [var next])
        {
            await EndAsync(next, new DeliveryEnd.Sent("m"));
            taken.Add(next);
        }

        return taken;
    }

    private Task WriteAsync() => new FollowWriting(
        new StoredFollows(Database, Clock), Slots, new FollowNews(Articles, Stories, Slots, Desk()), [_platform], Clock, (_, error) => throw error).RunAsync(Ct);

    private Task CorrectAsync() => new Correcting(new StoredPostedDigests(Database, Clock), Quotes, [_platform], Clock, (_, error) => throw error).RunAsync(Ct);

    private Task QuoteAsync(string words) => StoreAsync(
        Harbour, "Norrmark Post", new News($"Pier, article {++_articles}", $"{words} Ilse Varga said.").At(Clock.GetUtcNow()).Person("Ilse Varga").Said(words, "Ilse Varga"));

    private async Task MarkAsync(QuoteMark mark)
    {
        var newest = (await Articles.LatestAsync(Harbour, null, new ArticleFilter(), skip: 0, 9, Ct)).Items.MaxBy(hit => hit.Citation.Article.Value)!;
        var quote = Assert.Single(await Quotes.InArticlesAsync(Harbour, [newest.Citation.Article], Ct));
        await new StoredQuoteMarks(Database, Clock).MarkAsync(Admin, ItemReference.Of(quote), mark, Ct);
    }

    private async Task RenameAsync(string name, string next) => await Editing.RenameAsync(Operator, await PersonAsync(name, Harbour), next, Ct);

    /// <summary>What the post is exchanged for.</summary>
    private async Task<string> EditedAsync()
    {
        await CorrectAsync();
        var edit = await SentAsync();
        Assert.NotNull(edit.Edits);
        return edit.Post.Body;
    }

    private async Task<string> DigestAsync(string title)
    {
        Clock.Advance(TimeSpan.FromDays(1));
        await StoreAsync(Harbour, "Norrmark Post", new News(title, $"{title}, as its editors say.").At(Clock.GetUtcNow()));
        await new SlotPlanning(Slots, Clock, _ => Assert.Fail("a lost zone")).RunAsync(Ct);
        await new DigestWriting(Slots, Desk(), [_platform], Clock, (_, error) => throw error).RunAsync(Ct);
        return (await SentAsync()).Post.Body;
    }

    private async Task<OutgoingDelivery> SentAsync()
    {
        var delivery = Assert.Single(await TakeAsync());
        await EndAsync(delivery, new DeliveryEnd.Sent("m"));
        return delivery;
    }

    private NewsDesk Desk() => new(Stories, Quotes, new StoredNotices(Database, Clock), Slots);
}
