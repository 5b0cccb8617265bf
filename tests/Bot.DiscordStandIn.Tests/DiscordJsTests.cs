using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Interactions;

namespace Bot.DiscordStandIn.Tests;

/// <summary>The stand-in serves discord.js, which knows Discord better than we do, and neither of them breaks a rule.</summary>
public sealed class DiscordJsTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private StandInDiscord _discord = null!;
    private ForeignBot _bot = null!;
    private Guild _guild = null!;
    private Channel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(ForeignBot.Missing is not null, ForeignBot.Missing ?? "");
        _end.CancelAfter(Patience);
        _discord = await StandInDiscord.StartAsync(TimeProvider.System, _end.Token);
        _guild = _discord.World.AddGuild("Norrmark");
        _channel = _guild.AddChannel("news");
        _discord.Gateway.HeartbeatInterval = TimeSpan.FromSeconds(5);
        _bot = ForeignBot.Start(_discord);
        Assert.Equal("ready in 1", await _bot.NextLineAsync(_end.Token));
    }

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
        {
            await _bot.DisposeAsync();
            await _discord.DisposeAsync();
        }

        _end.Dispose();
    }

    [Fact]
    public async Task It_answers_completes_changes_and_posts_without_breaking_a_rule()
    {
        var ada = _guild.Member("ada");

        Assert.Equal(["who", "slow", "source", "post"], _discord.World.Commands.Names);
        Assert.Equal([("Ilse Varga", "ilse varga")], await ada.Autocompletes("/who", "person", "Il").SuggestionsAsync(_end.Token));

        var card = await ada.Runs("/who", ("person", "Varga")).ReplyAsync(_end.Token);
        Assert.Equal("Varga\nHarbour minister, Norrmark\nSaid\nIt stays open.", card.Text);
        Assert.Equal(["Next", "Later", "Article"], card.Buttons.Select(button => button.Label));

        Assert.Same(card, await ada.PressesLabelled(card, "Next").ReplyAsync(_end.Token));
        Assert.StartsWith("Varga, page 2", card.Text, StringComparison.Ordinal);
        await ada.PressesLabelled(card, "Later").ReplyAsync(_end.Token);
        Assert.StartsWith("Varga, page 2, later", card.Text, StringComparison.Ordinal);

        Assert.Empty(_discord.Violations.All);
    }

    [Fact]
    public async Task It_thinks_before_it_answers_takes_and_sends_files_and_posts_the_same_only_once()
    {
        var ada = _guild.Member("ada");

        var hidden = ada.Runs("/slow");
        Assert.Equal("Thought about it.", (await hidden.ReplyAsync(_end.Token)).Text);
        Assert.True(hidden.Original!.IsEphemeral);
        Assert.Equal("One more thing.", (await hidden.FollowUpAsync(1, _end.Token)).Text);
        var open = ada.Runs("/slow", ("open", true));
        Assert.False((await open.ReplyAsync(_end.Token)).IsEphemeral);
        Assert.Equal(Acknowledgement.Deferred, open.Acknowledged);

        var file = Assert.Single((await ada.Runs("/source export").ReplyAsync(_end.Token)).Files);
        Assert.Equal(("sources.opml", "<opml/>"), (file.Name, file.Text));
        var read = ada.Attaches("/source import", "file", new AttachedFile("mine.opml", "<opml></opml>"u8.ToArray()));
        Assert.Equal("Read 13 letters.", (await read.ReplyAsync(_end.Token)).Text);

        var digests = _guild.AddChannel("digests");
        Assert.Equal("once", (await ada.Runs("/post", ("in", digests)).ReplyAsync(_end.Token)).Text);
        Assert.Equal("The morning digest, corrected", Assert.Single(digests.Messages).Text);

        Assert.Empty(_discord.Violations.All);
    }

    [Fact]
    public async Task It_takes_up_its_session_again_after_a_request_a_drop_and_missing_acks_and_hears_what_it_missed()
    {
        var ada = _guild.Member("ada");

        _discord.Gateway.Trouble.AskToReconnect();
        var missed = ada.Runs("/who", ("person", "Feld"));
        Assert.Equal("resumed", await _bot.NextLineAsync(_end.Token));
        await missed.ReplyAsync(_end.Token);

        _discord.Gateway.Trouble.Drop();
        Assert.Equal("resumed", await _bot.NextLineAsync(_end.Token));

        _discord.Gateway.Trouble.Acks = Gateway.Acks.Never;
        Assert.Equal("resumed", await _bot.NextLineAsync(_end.Token));
        _discord.Gateway.Trouble.Acks = Gateway.Acks.Prompt;
        await ada.Runs("/who", ("person", "Varga")).ReplyAsync(_end.Token);

        Assert.Equal((1, 3), (_discord.Gateway.Budget.All.Count, _discord.Gateway.Resumes));
        Assert.Empty(_discord.Violations.All);
    }
}
