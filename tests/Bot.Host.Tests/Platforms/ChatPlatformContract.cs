using System.Globalization;
using Bot.Digest.Chat;

namespace Bot.Host.Tests.Platforms;

/// <summary>What every platform must do with posts; one subclass per platform runs it.</summary>
public abstract class ChatPlatformContract
{
    private static readonly Reply _digest = Reply.Ok(new Heading("Tuesday 20 May", "2 stories"), new Entry("1", "The pier stays open"), new Paragraph("It was decided on Monday."));

    protected abstract IChatPlatform Platform { get; }

    /// <summary>A place that the bot may write to.</summary>
    protected abstract ChatAddress Channel { get; }

    /// <summary>The texts of the messages there now, the oldest first.</summary>
    protected abstract IReadOnlyList<string> Texts { get; }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_posted_and_named()
    {
        var before = Texts.Count;

        var outcome = await Platform.PostAsync(Post("posted", _digest), Ct);

        Assert.NotEmpty(Assert.IsType<Posted>(outcome).Message);
        Assert.Contains("The pier stays open", Assert.Single(Texts.Skip(before)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_try_with_the_same_key_makes_no_second_message_where_the_platform_knows_keys()
    {
        var before = Texts.Count;
        var first = await Platform.PostAsync(Post("twice", _digest), Ct);

        var second = await Platform.PostAsync(Post("twice", _digest), Ct);

        Assert.Equal(Platform.Terms.KeyLife is null ? 2 : 1, Texts.Count - before);
        Assert.Equal(Platform.Terms.KeyLife is not null, Assert.IsType<Posted>(first).Message == Assert.IsType<Posted>(second).Message);
    }

    [Fact]
    public async Task A_message_can_be_given_another_text()
    {
        var before = Texts.Count;
        var posted = Assert.IsType<Posted>(await Platform.PostAsync(Post("edited", _digest), Ct));

        var outcome = await Platform.EditAsync(Post("edited", Reply.Ok(new Paragraph("It was decided on Tuesday."))), posted.Message, Ct);

        Assert.Equal(posted, outcome);
        Assert.Contains("on Tuesday", Assert.Single(Texts.Skip(before)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_not_there_is_refused_for_good()
    {
        var nowhere = Channel with { Channel = "1", Community = "1" };

        var outcome = await Platform.PostAsync(Post("nowhere", _digest) with { To = nowhere }, Ct);

        Assert.Contains(Assert.IsType<PostRefused>(outcome).Why, new[] { Refusal.Gone, Refusal.Forbidden });
    }

    [Fact]
    public async Task Only_a_cancelled_token_throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Platform.PostAsync(Post("cancelled", _digest), cancelled.Token));
    }

    [Fact]
    public void A_long_digest_is_several_messages_with_all_of_it()
    {
        var stories = Enumerable.Range(1, 300).Select(number => new Entry(number.ToString(CultureInfo.InvariantCulture), $"Story number {number} of a long day at the harbour")).ToArray();

        var bodies = Platform.Render(Reply.Ok(stories), CultureInfo.InvariantCulture);

        Assert.InRange(bodies.Count, 2, 30);
        Assert.All(Enumerable.Range(1, 300), number => Assert.Contains(bodies, body => body.Contains($"Story number {number} of", StringComparison.Ordinal)));
    }

    /// <summary>One message for the place.</summary>
    protected Post Post(string key, Reply reply, bool isSilent = false) =>
        new(Channel, Assert.Single(Platform.Render(reply, CultureInfo.InvariantCulture)), $"{key}-{Guid.CreateVersion7():n}"[..25], isSilent) { Key = $"k-{key}" };
}
