using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Tests.Deliveries;

/// <summary>Corrections go the way of all messages: after those before them, again when an answer was lost, and never in the place of what may be there already.</summary>
public sealed class CorrectionSendingTests : PostedCorrections
{
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
        await SendAsync(Scripted);

        var body = Assert.Single(Scripted.Edits).Body;
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

        await new Correcting(Posted, new LostQuotes(), [Scripted], Clock, (_, error) => defects.Add(error)).RunAsync(Ct);
        await RunAsync();

        Assert.Single(defects);
        Assert.Single(Scripted.Edits);
        await AssertToldOnceAsync("Corrected: 2 June no. 1, a quote was wrong.");
    }

    /// <summary>An archive whose quotes cannot be read.</summary>
    private sealed class LostQuotes : IQuotes
    {
        public Task<Hits<QuoteHit>> OfPersonAsync(CommunityId asker, QuoteFilter filter, int skip, int take, CancellationToken ct) => throw new IOException("lost");

        public Task<Hits<QuoteHit>> SaidAsync(CommunityId asker, string phrase, QuoteFilter filter, int skip, int take, CancellationToken ct) => throw new IOException("lost");

        public Task<IReadOnlyList<QuoteHit>> InArticlesAsync(CommunityId asker, IReadOnlyList<ArticleId> articles, CancellationToken ct) => throw new IOException("lost");
    }
}
