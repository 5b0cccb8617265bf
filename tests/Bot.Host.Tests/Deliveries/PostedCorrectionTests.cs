using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Corrections;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Sources;
using Bot.Host.Tests.Storage;
using Bot.Host.Tests.Storage.Deliveries;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.Deliveries;

/// <summary>What was wrong in a digest is put right in the message that was posted, and told once in the next digest.</summary>
public sealed class PostedCorrectionTests : LedgerContract
{
    private const string Words = "“The ferries will run again before the summer holidays,”";
    private const string Sentence = "The strike of the ferry crews began on Monday at six in the morning.";

    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");

    private readonly TemporaryArchive _archive = new();
    private readonly ScriptedPlatform _platform = new((post, _) => new Posted("message " + post.Key));

    private StoredQuoteMarks Marks => new(Database, Clock);

    private StoredPersonEditing Editing => new(Database, Clock);

    private StoredPostedDigests Posted => new(Database, Clock);

    [Fact]
    public async Task A_hidden_quote_is_taken_out_of_the_post_and_the_next_digest_tells_it_once()
    {
        await PostAsync();
        Assert.Contains("before the summer holidays", Body(0), StringComparison.Ordinal);

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await RunAsync();

        var (message, body) = Assert.Single(_platform.Edits);
        Assert.Equal("message 1", message);
        Assert.DoesNotContain("before the summer holidays", body, StringComparison.Ordinal);
        Assert.Contains("Ferry strike begins", body, StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, a quote was wrong.");
    }

    [Fact]
    public async Task Who_did_not_say_it_is_named_no_more()
    {
        await PostAsync();

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Unresolved, Ct);
        await RunAsync();

        var edited = Assert.Single(_platform.Edits).Body;
        Assert.Contains("before the summer holidays", edited, StringComparison.Ordinal);
        Assert.DoesNotContain("Omar Feld", Quotation(edited), StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, who said the quote is not known.");
    }

    [Fact]
    public async Task The_right_name_takes_the_place_of_the_wrong_one_with_its_source()
    {
        await PostAsync();
        var before = Quotation(Body(0));

        await Editing.RenameAsync(Operator, await PersonAsync("Omar Feld", Harbour), "Omar Feldmann", Ct);
        await RunAsync();

        var after = Quotation(Assert.Single(_platform.Edits).Body);
        Assert.Equal(before.Replace("Omar Feld", "Omar Feldmann", StringComparison.Ordinal).Replace("omar-feld", "omar-feldmann", StringComparison.Ordinal), after);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, speaker was Omar Feldmann, not Omar Feld.");
    }

    [Fact]
    public async Task Somebody_who_was_removed_for_good_stands_neither_in_the_post_nor_in_the_ledger_nor_in_what_is_told()
    {
        await PostAsync();

        await Editing.RemoveAsync(Operator, await PersonAsync("Omar Feld", Harbour), Ct);
        await RunAsync();

        Assert.DoesNotContain("omar-feld", Assert.Single(_platform.Edits).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Omar Feld", Quotation(Assert.Single(await Ledger.SentAsync(Channel(1), 5, Ct)).Body), StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, who said the quote is not known.");
    }

    [Fact]
    public async Task What_its_publisher_took_back_is_said_to_be_withdrawn()
    {
        await PostAsync();

        await Database.WriteAsync(connection => connection.ExecuteAsync("update articles set withdrawn_at = 1 where id = 1"), Ct);
        await ChangeAsync();
        await RunAsync();

        Assert.Contains("withdrawn by the publisher", Assert.Single(_platform.Edits).Body, StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, withdrawn by Norrmark Post.");
    }

    [Fact]
    public async Task What_the_outlet_changed_is_told_no_more_and_what_it_left_stays()
    {
        await PostAsync();

        await StoreAsync(Harbour, "Norrmark Post", Strike("The strike was called off."));
        await RunAsync();

        var edited = Assert.Single(_platform.Edits).Body;
        Assert.DoesNotContain("at six in the morning", edited, StringComparison.Ordinal);
        Assert.Contains("before the summer holidays", edited, StringComparison.Ordinal);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, Norrmark Post says it otherwise by now.");
    }

    [Fact]
    public async Task Another_communitys_mark_and_a_change_that_changes_nothing_edit_nothing()
    {
        await EnterAsync();
        await PostAsync();

        await Marks.MarkAsync(new Editor(Valley, "telegram 6"), await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await ChangeAsync();
        await RunAsync();

        Assert.Empty(_platform.Edits);
        Assert.Empty((await Posted.ChangedAsync(DateTimeOffset.MinValue, after: null, Ct)).Through);
    }

    [Fact]
    public async Task After_two_days_a_post_stays_as_it_is_and_the_next_digest_tells_it_all_the_same()
    {
        await PostAsync();
        Clock.Advance(TimeSpan.FromHours(49));

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await RunAsync();

        Assert.Empty(_platform.Edits);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, a quote was wrong.");
    }

    [Fact]
    public async Task A_post_of_the_same_words_two_days_later_makes_the_first_neither_younger_nor_of_its_day()
    {
        await PostAsync();
        Clock.Advance(TimeSpan.FromHours(49));
        await PostSameAsync(2);

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();
        await SendAsync(_platform);

        Assert.Equal("message 2", Assert.Single(_platform.Edits).Message);
        await StoreAsync(Harbour, "Norrmark Post", new News("Bridge reopens", "Nothing else happened.").At(Clock.GetUtcNow()));
        Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Contains("Corrected: 2 June no. 1, a quote was wrong.", Assert.Single(_platform.Posts.Skip(2), post => post.To == Channel(1)).Body, StringComparison.Ordinal);
        Assert.Contains("Corrected: 4 June no. 1, a quote was wrong.", Assert.Single(_platform.Posts.Skip(2), post => post.To == Channel(2)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_off_is_as_old_as_its_sending()
    {
        await WriteAsync();
        Clock.Advance(TimeSpan.FromHours(49));
        await SendAsync(_platform);

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();
        await SendAsync(_platform);

        Assert.Single(_platform.Edits);
    }

    [Fact]
    public async Task After_two_weeks_a_post_is_forgotten_although_a_later_one_has_the_same_words()
    {
        await PostAsync();
        Clock.Advance(TimeSpan.FromDays(15));
        await PostSameAsync(2);

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();

        Assert.Equal(1, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from corrections"), Ct));
    }

    [Fact]
    public async Task After_two_weeks_nobody_remembers_what_was_told()
    {
        await PostAsync();
        Clock.Advance(TimeSpan.FromDays(15));

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();

        Assert.Equal(0, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from corrections"), Ct));
    }

    [Fact]
    public async Task An_edit_follows_a_message_that_is_on_its_way_and_is_made_when_its_number_is_known()
    {
        await WriteAsync();
        var first = Assert.Single(await TakeAsync());
        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();

        Assert.Empty(await TakeAsync());
        await EndAsync(first, new DeliveryEnd.Sent("m7"));

        var edit = Assert.Single(await TakeAsync());
        Assert.Equal("m7", edit.Edits);
        Assert.NotEqual(first.Post.Key, edit.Post.Key);
    }

    [Fact]
    public async Task A_message_that_still_waits_is_exchanged_and_nothing_has_to_be_told()
    {
        await WriteAsync();

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();
        var taken = Assert.Single(await TakeAsync());

        Assert.Null(taken.Edits);
        Assert.DoesNotContain("before the summer holidays", taken.Post.Body, StringComparison.Ordinal);
        Assert.Equal(0, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from corrections"), Ct));
    }

    [Fact]
    public async Task An_edit_that_was_interrupted_is_made_again_on_a_platform_without_keys_too()
    {
        await PostAsync();
        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();
        var first = Assert.Single(await TakeAsync());

        Assert.Equal((1, 0), await Ledger.RecoverAsync(Platform, keyLife: null, Ct));

        var again = Assert.Single(await TakeAsync());
        Assert.Equal((first.Id, first.Edits, first.Post.Body), (again.Id, again.Edits, again.Post.Body));
    }

    [Fact]
    public async Task An_edit_whose_answer_was_lost_is_made_again_and_one_that_is_refused_holds_nothing()
    {
        var outcomes = new Queue<PostOutcome>([new PostUnclear(), new Posted("message 1")]);
        var platform = new ScriptedPlatform((post, _) => post.Key == "1" ? new Posted("message 1") : outcomes.Dequeue());
        await PostAsync(platform);
        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Unresolved, Ct);
        await CorrectAsync(platform);
        await SendAsync(platform);

        Assert.Equal(2, platform.Edits.Count);

        outcomes.Enqueue(new PostRefused(Refusal.Gone));
        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync(platform);
        await SendAsync(platform);

        Assert.Equal(SubscriptionStanding.Active, Assert.Single(await Subscriptions.ListAsync(Harbour, null, Ct)).Standing);
    }

    [Fact]
    public async Task Two_corrections_before_the_edit_goes_out_are_one_edit_that_tells_both()
    {
        await PostAsync();
        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();
        await StoreAsync(Harbour, "Norrmark Post", Strike("The strike was called off."));
        await CorrectAsync();
        await SendAsync(_platform);

        var body = Assert.Single(_platform.Edits).Body;
        Assert.DoesNotContain("at six in the morning", body, StringComparison.Ordinal);
        Assert.DoesNotContain("before the summer holidays", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_tried_again_and_may_be_there_already_is_tried_as_it_was_and_edited_then()
    {
        await WriteAsync();
        var keyLife = TimeSpan.FromMinutes(2);
        var first = Assert.Single(await TakeAsync(keyLife: keyLife));
        await EndAsync(first, new DeliveryEnd.Again(Clock.GetUtcNow(), MayBeThere: true));
        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();

        var again = Assert.Single(await TakeAsync(keyLife: keyLife));
        await EndAsync(again, new DeliveryEnd.Sent("m7"));

        Assert.Equal((first.Post, null), (again.Post, again.Edits));
        var edit = Assert.Single(await TakeAsync());
        Assert.Equal("m7", edit.Edits);
        Assert.DoesNotContain("before the summer holidays", edit.Post.Body, StringComparison.Ordinal);
        Assert.Equal(1, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from corrections"), Ct));
    }

    [Fact]
    public async Task What_was_put_right_while_it_was_on_its_way_is_sent_again_as_it_is_right()
    {
        await WriteAsync();
        var first = Assert.Single(await TakeAsync());
        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();
        await EndAsync(first, new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost));

        await History.SendAgainAsync(Admin, null, Assert.Single((await History.HistoryAsync(Harbour, null, failed: true, 0, 5, Ct)).Items).Id, Ct);

        Assert.DoesNotContain("before the summer holidays", Assert.Single(await TakeAsync()).Post.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_again_days_later_is_still_called_by_the_day_on_which_it_was_made()
    {
        await WriteAsync();
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost));
        Clock.Advance(TimeSpan.FromDays(2));
        await History.SendAgainAsync(Admin, null, Assert.Single((await History.HistoryAsync(Harbour, null, failed: true, 0, 5, Ct)).Items).Id, Ct);
        await SendAsync(_platform);

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await RunAsync();

        await AssertToldOnceAsync("Corrected: 2 June no. 1, a quote was wrong.");
    }

    [Theory]
    [InlineData("first", "second, put right")]
    [InlineData("first, put right", "second")]
    public async Task Where_a_message_that_would_have_to_change_is_too_old_to_be_edited_those_that_wait_stay_as_well(string first, string waiting)
    {
        await ComposeAsync(1, "first", "second");
        await EndAsync(Assert.Single(await TakeAsync(1)), new DeliveryEnd.Sent("m1"));
        var slot = Assert.Single((await History.HistoryAsync(Harbour, null, failed: false, 0, 5, Ct)).Items).Id;
        Clock.Advance(TimeSpan.FromHours(49));

        var shown = new ShownDigest(Reply.Ok(new Paragraph("first, second")), "en", []);
        await Posted.CorrectAsync([new CorrectedDigest([slot], shown, [first, "second, put right"], "", []) { EditableSince = Clock.GetUtcNow().AddHours(-48) }], [], Ct);

        Assert.Equal(waiting, Assert.Single(await TakeAsync()).Post.Body);
    }

    [Fact]
    public async Task What_did_not_arrive_is_not_edited()
    {
        await WriteAsync();
        var first = Assert.Single(await TakeAsync());
        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();
        await EndAsync(first, new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost));

        Assert.Empty(await TakeAsync());
        Assert.Null(await Ledger.NextAsync(Platform, Ct));
    }

    [Fact]
    public async Task What_could_not_be_put_right_is_put_right_the_next_time()
    {
        await PostAsync();
        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        var defects = new List<Exception>();

        await new Correcting(Posted, new LostQuotes(), [_platform], Clock, (_, error) => defects.Add(error)).RunAsync(Ct);
        await RunAsync();

        Assert.Single(defects);
        Assert.Single(_platform.Edits);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, a quote was wrong.");
    }

    protected override Task<IDatabase> CreateEmptyDatabaseAsync() => _archive.CreateAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _archive.Dispose();
    }

    /// <summary>As any change of the article notes it.</summary>
    private Task<int> ChangeAsync() => Database.WriteAsync(
        connection => connection.ExecuteAsync("insert into changed_articles (article_id, change) values (1, 1) on conflict (article_id) do update set change = 2"), Ct);

    private static News Strike(string sentence = Sentence) => new News("Ferry strike begins", $"{sentence}\n{Words} Omar Feld told reporters at the quay.")
        .At(2026, 6, 1, 20).Address("https://post.example/strike").Person("Omar Feld").Said(Words, "Omar Feld").Summary(sentence);

    /// <summary>The digest of the second of June with the strike in it, composed.</summary>
    private async Task WriteAsync(ScriptedPlatform? platform = null)
    {
        await SubscribeAsync(1, "08:00", "20:00");
        await StoreAsync(Harbour, "Norrmark Post", Strike());
        Clock.Advance(TimeSpan.FromDays(1));
        await WriteDueAsync(platform ?? _platform);
    }

    private async Task PostAsync(ScriptedPlatform? platform = null)
    {
        await WriteAsync(platform);
        await SendAsync(platform ?? _platform);
    }

    /// <summary>The words of the first post in another channel, now.</summary>
    private async Task PostSameAsync(int channel)
    {
        await ChangeAsync();
        var shown = Assert.Single((await Posted.ChangedAsync(DateTimeOffset.MinValue, after: null, Ct)).Digests).Shown;
        var subscription = await SubscribeAsync(channel);
        var slot = Assert.Single(await PlanAsync(subscription, 0));
        await Slots.ComposeAsync([Digest(subscription, slot, Body(0)) with { Shown = shown }], Clock.GetUtcNow(), Ct);
        await SendAsync(_platform);
    }

    private async Task WriteDueAsync(ScriptedPlatform platform)
    {
        await new SlotPlanning(Slots, Clock, _ => Assert.Fail("a lost zone")).RunAsync(Ct);
        await new DigestWriting(
            Slots, new NewsDesk(Stories, Quotes, new StoredNotices(Database, Clock), Slots), [platform], Clock, (_, error) => throw error).RunAsync(Ct);
    }

    private Task CorrectAsync(ScriptedPlatform? platform = null) =>
        new Correcting(Posted, Quotes, [platform ?? _platform], Clock, (_, error) => throw error).RunAsync(Ct);

    private async Task SendAsync(ScriptedPlatform platform)
    {
        var sending = new Sending(platform, Ledger, Rest, Clock, (_, error) => throw error).RunAsync(CancellationToken.None, Ct);
        await Clock.PassAsync(sending, TimeSpan.FromSeconds(1));
        await sending;
    }

    private async Task RunAsync()
    {
        await CorrectAsync();
        await WriteDueAsync(_platform);
        await SendAsync(_platform);
    }

    /// <summary>The next digest tells the correction, and the one after it does not.</summary>
    private async Task AssertToldOnceAsync(string correction)
    {
        for (var edition = 0; edition < 2; edition++)
        {
            await StoreAsync(Harbour, "Norrmark Post", new News(edition == 0 ? "Bridge reopens" : "Wheat prices fall", $"Nothing else happened, edition {edition}.").At(Clock.GetUtcNow()));
            Clock.Advance(TimeSpan.FromHours(12));
            await RunAsync();
        }

        Assert.Equal(3, _platform.Posts.Count);
        Assert.Contains(correction, Body(1), StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected", Body(2), StringComparison.Ordinal);
    }

    private async Task<ItemReference> ReferenceAsync() =>
        ItemReference.Of((await Quotes.InArticlesAsync(Valley, [new ArticleId(1)], Ct)).Concat(await Quotes.InArticlesAsync(Harbour, [new ArticleId(1)], Ct)).First());

    private string Body(int post) => _platform.Posts[post].Body;

    /// <summary>The lines of a message that are a quote.</summary>
    private static string Quotation(string body) => ReplyJson.Write(Reply.Ok([.. ReplyJsonReader.Read(body).Blocks.OfType<Quotation>()]));

    /// <summary>An archive whose quotes cannot be read.</summary>
    private sealed class LostQuotes : IQuotes
    {
        public Task<Hits<QuoteHit>> OfPersonAsync(CommunityId asker, QuoteFilter filter, int skip, int take, CancellationToken ct) => throw new IOException("lost");

        public Task<Hits<QuoteHit>> SaidAsync(CommunityId asker, string phrase, QuoteFilter filter, int skip, int take, CancellationToken ct) => throw new IOException("lost");

        public Task<IReadOnlyList<QuoteHit>> InArticlesAsync(CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct) => throw new IOException("lost");
    }
}
