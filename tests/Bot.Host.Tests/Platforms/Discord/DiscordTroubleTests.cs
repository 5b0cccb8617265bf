using System.Globalization;
using Bot.Digest.Chat;
using Bot.DiscordStandIn.Rest;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>When Discord, or the way to it, fails.</summary>
[Collection("Discord")]
public sealed class DiscordTroubleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_asked_while_the_connection_is_broken_is_answered_when_it_is_back()
    {
        await using var running = new RunningDiscord();
        await running.InitializeAsync();
        var member = running.Harbour.Member("Ada");

        running.Discord.Gateway.Trouble.Drop();
        var reply = await member.Runs("who", ("person", "varga")).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);

        Assert.Equal("Ilse Varga", (string?)reply.Embeds[0]!["title"]);
        Assert.Equal(1, running.Discord.Gateway.Resumes);
        Assert.Empty(running.Discord.Violations.All);
    }

    [Fact]
    public async Task A_token_that_discord_takes_back_stops_everything_with_one_request()
    {
        await using var running = new RunningDiscord();
        await running.InitializeAsync();
        var channel = new ChatAddress("discord", running.Harbour.IdText, running.Town.IdText);
        var body = running.Posts.Render(Reply.Ok(new Paragraph("news")), CultureInfo.InvariantCulture)[0];
        running.Discord.Faults.On("create_message", new RestFault.RevokesToken());

        var outcomes = new List<PostOutcome>();
        for (var number = 0; number < 5; number++)
        {
            outcomes.Add(await running.Posts.PostAsync(new Post(channel, body, $"key{number}", IsSilent: false), Ct));
        }

        Assert.All(outcomes, outcome => Assert.Equal(new PostRefused(Refusal.BotRefused), outcome));
        Assert.Single(running.Discord.Requests.All, request => request.Status == 401);
        Assert.Single(running.Log.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains("Discord:Token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_html_instead_of_an_answer_stops_everything_for_ten_minutes()
    {
        await using var running = new RunningDiscord();
        await running.InitializeAsync();
        var channel = new ChatAddress("discord", running.Harbour.IdText, running.Town.IdText);
        var body = running.Posts.Render(Reply.Ok(new Paragraph("news")), CultureInfo.InvariantCulture)[0];
        running.Discord.Faults.On("create_message", new RestFault.CloudflarePage(TimeSpan.FromSeconds(30)));

        var first = Assert.IsType<PostLater>(await running.Posts.PostAsync(new Post(channel, body, "one", IsSilent: false), Ct));
        var second = Assert.IsType<PostLater>(await running.Posts.PostAsync(new Post(channel, body, "two", IsSilent: false), Ct));

        Assert.True(first.IsForAll && first.After >= TimeSpan.FromMinutes(10));
        Assert.True(second.IsForAll && second.After > TimeSpan.FromMinutes(9));
        Assert.Single(running.Discord.Requests.Of("create_message"), request => request.Status == 429);
    }

    [Fact]
    public async Task The_commands_are_registered_once_and_not_again_at_every_start()
    {
        await using var running = new RunningDiscord();
        await running.InitializeAsync();
        var names = running.Discord.World.Commands.Names;

        await running.RestartAsync();

        Assert.Equal(1, running.Discord.World.Commands.Writes);
        Assert.InRange(names.Count, 15, 100);
        Assert.Contains("who", names);
        Assert.DoesNotContain("community", names);
        Assert.Empty(running.Discord.Violations.All);
    }
}
