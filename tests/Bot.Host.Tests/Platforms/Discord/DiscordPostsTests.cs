using Bot.Digest.Chat;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Rest;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Digests on Discord: once, whatever happens on the way.</summary>
[Collection("Discord")]
public sealed class DiscordPostsTests(RunningDiscord running) : ChatPlatformContract, IClassFixture<RunningDiscord>, IDisposable
{
    private readonly Channel _channel = running.Harbour.AddChannel("posts");

    protected override IChatPlatform Platform => running.Posts;

    protected override ChatAddress Channel => new("discord", running.Harbour.IdText, _channel.IdText);

    protected override IReadOnlyList<string> Texts => [.. _channel.Messages.Select(message => message.Text)];

    private static Reply Digest => Reply.Ok(new Heading("Tuesday"), new Paragraph("@everyone <@1> the pier stays open"));

    public void Dispose()
    {
        running.Discord.Faults.Clear();
        Assert.Empty(running.Discord.Violations.All);
    }

    [Fact]
    public async Task A_post_carries_its_key_pings_nobody_and_makes_no_sound_where_that_is_wanted()
    {
        await Platform.PostAsync(Post("silent", Digest, isSilent: true), Ct);

        var message = Assert.Single(_channel.Messages);
        Assert.Equal("k-silent", message.Nonce);
        Assert.Equal(PostedMessage.Silent, message.Flags & PostedMessage.Silent);
        var sent = running.Discord.Requests.Of("create_message")[^1].Body!.Value;
        Assert.Equal("{\"parse\":[]}", sent.GetProperty("allowed_mentions").GetRawText());
        Assert.True(sent.GetProperty("enforce_nonce").GetBoolean());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task An_answer_that_was_lost_after_the_message_was_made_makes_no_second_one(int status)
    {
        running.Discord.Faults.On("create_message", new RestFault.FailsAfterwards(status));
        var post = Post($"after{status}", Digest);

        Assert.IsType<PostUnclear>(await Platform.PostAsync(post, Ct));
        Assert.IsType<Posted>(await Platform.PostAsync(post, Ct));

        Assert.Single(_channel.Messages);
    }

    [Fact]
    public async Task A_connection_that_breaks_leaves_it_unclear()
    {
        running.Discord.Faults.On("create_message", new RestFault.LosesReply());
        var post = Post("broken", Digest);

        Assert.IsType<PostUnclear>(await Platform.PostAsync(post, Ct));
        Assert.IsType<Posted>(await Platform.PostAsync(post, Ct));

        Assert.Single(_channel.Messages);
    }

    [Theory]
    [InlineData("user", false)]
    [InlineData("shared", false)]
    [InlineData("global", true)]
    public async Task What_discord_wants_to_wait_for_is_told(string scope, bool isForAll)
    {
        running.Discord.Faults.On("create_message", new RestFault.Limits(scope, TimeSpan.FromSeconds(isForAll ? 2.5 : 40)));

        var later = Assert.IsType<PostLater>(await Platform.PostAsync(Post(scope, Digest), Ct));

        Assert.InRange(later.After.TotalSeconds, 2, 41);
        Assert.Equal(isForAll, later.IsForAll);

        // A delay is cut to whole milliseconds, and the next test asks at once.
        await Task.Delay(isForAll ? later.After + TimeSpan.FromMilliseconds(100) : TimeSpan.Zero, running.Clock, Ct);
    }

    [Fact]
    public async Task A_channel_that_the_bot_may_not_see_or_write_to_is_forbidden()
    {
        _channel.BotMay = Permissions.None;
        var unseen = await Platform.PostAsync(Post("unseen", Digest), Ct);
        _channel.BotMay = Permissions.ViewChannel;
        var unwritable = await Platform.PostAsync(Post("unwritable", Digest), Ct);

        Assert.Equal([new PostRefused(Refusal.Forbidden), new PostRefused(Refusal.Forbidden)], [unseen, unwritable]);
    }

    [Fact]
    public async Task A_deleted_channel_is_gone()
    {
        running.Harbour.DeleteChannel(_channel);

        Assert.Equal(new PostRefused(Refusal.Gone), await Platform.PostAsync(Post("gone", Digest), Ct));
    }

    [Fact]
    public async Task An_archived_thread_is_written_to_and_a_locked_one_is_closed()
    {
        var thread = running.Harbour.AddChannel("thread", ChannelKind.Thread, _channel);
        thread.IsArchived = true;
        var archived = await Platform.PostAsync(Post("archived", Digest) with { To = Channel with { Channel = thread.IdText } }, Ct);
        thread.IsLocked = thread.IsArchived = true;
        var locked = await Platform.PostAsync(Post("locked", Digest) with { To = Channel with { Channel = thread.IdText } }, Ct);

        Assert.IsType<Posted>(archived);
        Assert.Contains(Assert.IsType<PostRefused>(locked).Why, new[] { Refusal.TopicClosed, Refusal.Forbidden });
    }

    [Fact]
    public async Task A_message_that_was_deleted_cannot_be_edited_and_holds_up_nothing()
    {
        var posted = Assert.IsType<Posted>(await Platform.PostAsync(Post("deleted", Digest), Ct));
        Assert.NotEmpty(posted.Message);

        Assert.Equal(new PostRefused(Refusal.ContentRefused), await Platform.EditAsync(Post("deleted", Digest), "1", Ct));
    }

    [Fact]
    public async Task A_forum_gets_a_thread_once_and_what_is_left_of_a_digest_goes_on_in_it()
    {
        var forum = running.Harbour.AddChannel("forum", ChannelKind.Forum);
        var to = Channel with { Channel = forum.IdText };
        running.Discord.Faults.On("create_thread", new RestFault.FailsAfterwards(502));
        var post = Post("forum", Digest) with { To = to };

        Assert.IsType<PostUnclear>(await Platform.PostAsync(post, Ct));
        Assert.IsType<Posted>(await Platform.PostAsync(post, Ct));
        Assert.IsType<Posted>(await Platform.PostAsync(Post("rest", Reply.Ok(new Paragraph("and the ferry"))) with { To = to }, Ct));

        var thread = Assert.Single(running.Harbour.Channels, channel => channel.Parent == forum);
        Assert.Equal("Tuesday", thread.Name);
        Assert.Contains(thread.Messages, message => message.Text.Contains("and the ferry", StringComparison.Ordinal));
    }

    /// <summary>No markup is read in the name of a thread.</summary>
    [Theory]
    [InlineData("news_letters of *Lind* :wave: [new]", "news_letters of *Lind* :wave: [new]")]
    [InlineData(@"C:\news", @"C:\news")]
    public async Task A_thread_of_a_forum_is_called_as_the_digest_without_marks_of_markup(string title, string name)
    {
        var forum = running.Harbour.AddChannel($"called {name}", ChannelKind.Forum);

        Assert.IsType<Posted>(await Platform.PostAsync(Post("called", Reply.Ok(new Heading(title), new Paragraph("news"))) with { To = Channel with { Channel = forum.IdText } }, Ct));

        Assert.Equal(name, Assert.Single(running.Harbour.Channels, channel => channel.Parent == forum).Name);
    }

    [Fact]
    public async Task A_long_title_of_a_digest_ends_between_two_characters_in_a_forum()
    {
        var forum = running.Harbour.AddChannel("long", ChannelKind.Forum);

        Assert.IsType<Posted>(await Platform.PostAsync(Post("long", Reply.Ok(new Heading(new string('q', 99) + "😀 and on"), new Paragraph("news"))) with { To = Channel with { Channel = forum.IdText } }, Ct));

        Assert.Equal(new string('q', 99) + "…", Assert.Single(running.Harbour.Channels, channel => channel.Parent == forum).Name);
    }

    /// <summary>A thread that somebody deleted or locked is no forum that is.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_left_of_a_digest_whose_thread_takes_nothing_any_more_gets_one_of_its_own(bool isGone)
    {
        var forum = running.Harbour.AddChannel($"closing {isGone}", ChannelKind.Forum);
        var to = Channel with { Channel = forum.IdText };
        Assert.IsType<Posted>(await Platform.PostAsync(Post($"begun{isGone}", Digest) with { To = to }, Ct));
        var thread = Assert.Single(running.Harbour.Channels, channel => channel.Parent == forum);
        if (isGone)
        {
            running.Harbour.DeleteChannel(thread);
        }
        else
        {
            thread.IsLocked = true;
        }

        Assert.IsType<Posted>(await Platform.PostAsync(Post($"left{isGone}", Reply.Ok(new Paragraph("and the ferry"))) with { To = to }, Ct));

        Assert.Contains(running.Harbour.Channels, channel => channel.Parent == forum && channel != thread && channel.Messages.Any(message => message.Text.Contains("and the ferry", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_left_of_two_digests_of_one_title_whose_threads_were_deleted_is_posted_for_each_of_them()
    {
        var forum = running.Harbour.AddChannel("two left", ChannelKind.Forum);
        var to = Channel with { Channel = forum.IdText };
        foreach (var rest in new[] { "and the ferry", "and the boat" })
        {
            var begun = Assert.IsType<Posted>(await Platform.PostAsync(Post($"{rest} begun", Digest) with { To = to }, Ct));
            running.Harbour.DeleteChannel(Assert.Single(running.Harbour.Channels, channel => channel.IdText == begun.Message.Split('/')[0]));
            Assert.IsType<Posted>(await Platform.PostAsync(Post(rest, Reply.Ok(new Paragraph(rest))) with { To = to }, Ct));
        }

        var threads = running.Harbour.Channels.Where(channel => channel.Parent == forum).OrderBy(channel => channel.Id).ToList();
        Assert.Equal(["Tuesday …", "Tuesday …"], threads.Select(thread => thread.Name));
        Assert.Equal(["and the ferry", "and the boat"], threads.Select(thread => Assert.Single(thread.Messages).Text.Trim()));
    }

    [Fact]
    public async Task Two_digests_of_one_title_are_two_threads_of_a_forum()
    {
        var forum = running.Harbour.AddChannel("two", ChannelKind.Forum);
        var to = Channel with { Channel = forum.IdText };

        Assert.IsType<Posted>(await Platform.PostAsync(Post("first", Digest) with { To = to }, Ct));
        Assert.IsType<Posted>(await Platform.PostAsync(Post("second", Digest) with { To = to }, Ct));

        Assert.Equal(2, running.Harbour.Channels.Count(channel => channel.Parent == forum));
    }

    [Fact]
    public async Task What_stands_in_a_forum_is_edited_in_its_thread()
    {
        var forum = running.Harbour.AddChannel("edited", ChannelKind.Forum);
        var to = Channel with { Channel = forum.IdText };
        var first = Assert.IsType<Posted>(await Platform.PostAsync(Post("begin", Digest) with { To = to }, Ct));
        var rest = Assert.IsType<Posted>(await Platform.PostAsync(Post("more", Reply.Ok(new Paragraph("and the ferry"))) with { To = to }, Ct));

        Assert.Equal(first, await Platform.EditAsync(Post("begin", Reply.Ok(new Paragraph("put right"))) with { To = to }, first.Message, Ct));
        Assert.Equal(rest, await Platform.EditAsync(Post("more", Reply.Ok(new Paragraph("and the boat"))) with { To = to }, rest.Message, Ct));

        var thread = Assert.Single(running.Harbour.Channels, channel => channel.Parent == forum);
        Assert.Equal(["put right", "and the boat"], thread.Messages.Select(message => message.Text.Trim()));
    }
}
