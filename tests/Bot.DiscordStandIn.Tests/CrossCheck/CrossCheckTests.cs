using System.Globalization;
using Bot.Digest.Chat;
using Bot.DiscordStandIn.Communities;
using Bot.Host.Tests.Platforms.Discord;
using Bot.TelegramStandIn.Tests.CrossCheck;

namespace Bot.DiscordStandIn.Tests.CrossCheck;

/// <summary>Our bot asks Discord for the same as a bot of the same kind on discord.js, but for what was reviewed.</summary>
public sealed class CrossCheckTests : IAsyncLifetime
{
    private static readonly KeptRequests _kept = new("tests/Bot.DiscordStandIn.Tests/CrossCheck", "discordjs.txt");

    private StandInDiscord _discord = null!;
    private Conversation _conversation = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await StandInDiscord.StartAsync(new UnhurriedClock(), Ct);
        var guild = _discord.World.AddGuild("Norrmark");
        guild.AddChannel("news");
        _conversation = new Conversation(_discord, guild, Ct);
    }

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Fact]
    public async Task A_bot_on_discord_js_goes_through_the_conversation_without_breaking_a_rule()
    {
        Assert.SkipWhen(ForeignBot.Missing is not null, ForeignBot.Missing ?? "");
        await using (var bot = ForeignBot.Start(_discord))
        {
            Assert.Equal("ready in 1", await bot.NextLineAsync(Ct));
            await _conversation.HoldAsync("Next", async (channel, admin) => await admin.Runs("/post", ("in", channel)).ReplyAsync(Ct));
        }

        Assert.Empty(_discord.Violations.All);
        _kept.TheirsAre(Requests.Lines(_conversation.Requests()));
    }

    [Fact]
    public async Task Our_bot_goes_through_the_same_conversation_and_differs_only_as_was_reviewed()
    {
        // Nothing is late on a busy machine.
        await using (var bot = await OurBot.StartAsync("Discord", _discord.Gateway.Token, _discord.Address, new UnhurriedClock(), Ct))
        {
            await _discord.Gateway.ListenedToAsync(Ct);
            await _conversation.HoldAsync("›", (channel, _) => PostAsync(bot.PostsOf("discord"), channel));
        }

        Assert.Empty(_discord.Violations.All);
        _kept.OursAre(Requests.Lines(_conversation.Requests()));
    }

    private static async Task PostAsync(IChatPlatform posts, Channel channel)
    {
        var post = new Post(new(posts.Name, channel.Guild!.IdText, channel.IdText), Body(posts, "The morning digest"), "edition-7", IsSilent: false);
        var first = Assert.IsType<Posted>(await posts.PostAsync(post, Ct));
        Assert.Equal(first, await posts.PostAsync(post, Ct));
        Assert.IsType<Posted>(await posts.EditAsync(post with { Body = Body(posts, "The morning digest, corrected") }, first.Message, Ct));
    }

    private static string Body(IChatPlatform posts, string text) => Assert.Single(posts.Render(Reply.Ok(new Paragraph(text)), CultureInfo.InvariantCulture));
}
