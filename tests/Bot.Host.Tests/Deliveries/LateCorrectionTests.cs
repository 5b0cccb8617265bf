using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Tests.Storage;
using Dapper;

namespace Bot.Host.Tests.Deliveries;

/// <summary>What turns out wrong when a digest is days old: its posts are edited as long as the platform lets them, and it is named by its own day.</summary>
public sealed class LateCorrectionTests : PostedCorrections
{
    [Fact]
    public async Task After_two_days_a_post_stays_as_it_is_and_the_next_digest_tells_it_all_the_same()
    {
        await PostAsync();
        Clock.Advance(TimeSpan.FromHours(49));

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await RunAsync();

        Assert.Empty(Scripted.Edits);
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
        await SendAsync(Scripted);

        Assert.Equal("message 2", Assert.Single(Scripted.Edits).Message);
        await StoreAsync(Harbour, "Norrmark Post", new News("Bridge reopens", "Nothing else happened.").At(Clock.GetUtcNow()));
        Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Contains("Corrected: 2 June no. 1, a quote was wrong.", Assert.Single(Scripted.Posts.Skip(2), post => post.To == Channel(1)).Body, StringComparison.Ordinal);
        Assert.Contains("Corrected: 4 June no. 1, a quote was wrong.", Assert.Single(Scripted.Posts.Skip(2), post => post.To == Channel(2)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_off_is_as_old_as_its_sending()
    {
        await WriteAsync();
        Clock.Advance(TimeSpan.FromHours(49));
        await SendAsync(Scripted);

        await Marks.MarkAsync(Admin, await ReferenceAsync(), QuoteMark.Hidden, Ct);
        await CorrectAsync();
        await SendAsync(Scripted);

        Assert.Single(Scripted.Edits);
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
    public async Task What_was_sent_again_days_later_is_still_called_by_the_day_on_which_it_was_made()
    {
        await WriteAsync();
        await EndAsync(Assert.Single(await TakeAsync()), new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost));
        Clock.Advance(TimeSpan.FromDays(2));
        await History.SendAgainAsync(Admin, null, Assert.Single((await History.HistoryAsync(Harbour, null, failed: true, 0, 5, Ct)).Items).Id, Ct);
        await SendAsync(Scripted);

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

    /// <summary>The words of the first post in another channel, now.</summary>
    private async Task PostSameAsync(int channel)
    {
        await ChangeAsync();
        var shown = Assert.Single((await Posted.ChangedAsync(DateTimeOffset.MinValue, after: null, Ct)).Digests).Shown;
        var subscription = await SubscribeAsync(channel);
        var slot = Assert.Single(await PlanAsync(subscription, 0));
        await Slots.ComposeAsync([Digest(subscription, slot, Body(0)) with { Shown = shown }], Clock.GetUtcNow(), Ct);
        await SendAsync(Scripted);
    }
}
