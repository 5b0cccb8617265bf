using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Discord.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Which language people read on Discord.</summary>
[Collection("Discord")]
public sealed class DiscordLanguageTests(RunningDiscord running) : IClassFixture<RunningDiscord>, IDisposable
{
    private const DiscordStandIn.Communities.Permissions MayManage =
        DiscordStandIn.Communities.Permissions.ManageGuild | DiscordStandIn.Communities.Permissions.Ordinary;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Assert.Empty(running.Discord.Violations.All);

    [Fact]
    public void Commands_and_all_that_they_take_are_explained_in_each_language_of_the_interface()
    {
        var commands = running.Services.GetRequiredService<CommandTree>().Bodies();

        var latest = commands.Single(command => command.Name == "latest");
        var filter = commands.Single(command => command.Name == "filter");
        Assert.Equal(("the newest articles", "die neuesten Artikel"), (latest.Description, latest.DescriptionLocalizations!["de"]));
        Assert.Equal("nur dieses Medium, ein Teil des Namens genügt", latest.Options!.Single(option => option.Name == "source").DescriptionLocalizations!["de"]);
        Assert.Equal("seine Nummer in der Liste", filter.Options!.Single(option => option.Name == "remove").Options![0].DescriptionLocalizations!["de"]);
        Assert.Equal(["de"], latest.DescriptionLocalizations.Keys);
    }

    [Fact]
    public async Task An_answer_and_what_stands_under_it_are_in_the_language_of_the_asker_s_app()
    {
        var uwe = running.Harbour.Member("Uwe", locale: "de");

        var reply = await uwe.Runs("who", ("person", "varga")).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);
        var shared = await uwe.PressesLabelled(reply, "Teilen").FollowUpAsync(1, Ct).WaitAsync(Patience.Long, Ct);

        Assert.Contains("29 Zitate", reply.Text, StringComparison.Ordinal);
        Assert.Equal("-# Geteilt von Uwe", shared.Content);
    }

    [Fact]
    public async Task What_a_server_s_admins_chose_comes_before_the_language_of_apps()
    {
        var guild = running.Discord.World.AddGuild("Hafen");
        var channel = guild.AddChannel("stadt");
        var admin = guild.Member("Uwe", MayManage, locale: "de");
        await admin.Runs(channel, "settings", ("language", "english")).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);

        var reply = await admin.Runs(channel, "who", ("person", "varga")).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);

        Assert.Contains(reply.Buttons, button => button.Label == "Share");
    }

    [Fact]
    public async Task A_server_is_greeted_and_gets_its_digests_in_its_own_language_whatever_that_of_its_admin_is()
    {
        var guild = running.Discord.World.AddGuild("Hafen", "de");
        var channel = guild.AddChannel("stadt");
        guild.RemoveBot();
        guild.ReturnBot();
        await channel.HasMessagesAsync(1, Ct).WaitAsync(Patience.Long, Ct);
        var admin = guild.Member("Ada", MayManage);

        var told = await admin.Runs(channel, "subscribe", ("at", "08:00"), ("zone", "Europe/Berlin")).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);

        var community = await running.Services.GetRequiredService<ICommunities>().EnterAsync(new ChatAddress("discord", guild.IdText, channel.IdText), "Hafen", Ct);
        var ordered = Assert.Single(await running.Services.GetRequiredService<ISubscriptions>().ListAsync(community.Id, null, Ct));
        Assert.Contains("Er liest Nachrichten", channel.Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal(("Digests for this channel", "de"), ((string?)told.Embeds[0]!["title"], ordered.Wish.Language));
    }
}
