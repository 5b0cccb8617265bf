using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.DiscordStandIn.Communities;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Private answers that their reader shows to all.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private readonly DeskOnAStandstill _desk = new(new LongCommand());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Member Ada => field ??= _desk.Known(_desk.Harbour.Member("Ada"));

    public async ValueTask InitializeAsync() => await _desk.StartAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_desk.Discord.Violations.All);
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_of_several_messages_is_shared_whole_and_in_its_order()
    {
        var asked = Ada.Runs("long");
        await HandleAsync(asked);
        string[] read = [asked.Original!.Text, .. asked.FollowUps.Select(message => message.Text)];
        Assert.Equal(3, read.Length);

        var press = Ada.PressesLabelled(asked.FollowUps[^1], "Share");
        await HandleAsync(press);

        Assert.Equal([$"-# Shared by Ada\n{read[0]}", read[1], read[2]], press.FollowUps.Select(message => message.Text));
        Assert.All(press.FollowUps, message => Assert.False(message.IsEphemeral));
        Assert.DoesNotContain(asked.FollowUps[^1].Buttons.Concat(press.FollowUps[^1].Buttons), button => button.Label == "Share");
        Assert.All(_desk.Discord.Requests.Of("execute_webhook"), sent => Assert.Equal("""{"parse":[]}""", sent.Body!.Value.GetProperty("allowed_mentions").GetRawText()));
    }

    [Fact]
    public async Task An_answer_that_is_remembered_no_more_is_not_shared_in_part()
    {
        var asked = Ada.Runs("long");
        await HandleAsync(asked);
        await _desk.RestartAsync();

        var press = Ada.PressesLabelled(asked.FollowUps[^1], "Share");
        await HandleAsync(press);

        Assert.Empty(press.FollowUps);
        Assert.Equal((DiscordWords.OldButton, true), (press.Original!.Text, press.Original.IsEphemeral));
    }

    [Fact]
    public async Task What_admins_are_told_beside_an_answer_is_not_shared_with_it()
    {
        var keeper = _desk.Known(_desk.Harbour.Member("Keeper", Permissions.Ordinary | Permissions.ManageGuild));
        _desk.Sources.News.Add((_desk.Communities.All[^1].Id, new SourceNotice(new SourceId(4), "Quiet Letter", null, IsGone: true, _desk.Clock.GetUtcNow())));

        var (told, after) = (keeper.Runs("long"), keeper.Runs("long"));
        await HandleAsync(told);
        await HandleAsync(after);

        Assert.Contains("Quiet Letter", told.FollowUps[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(told.FollowUps[^1].Buttons, button => button.Label == "Share");
        Assert.Contains(after.FollowUps[^1].Buttons, button => button.Label == "Share");
    }

    [Fact]
    public async Task Nobody_shares_where_they_may_not_write()
    {
        var asked = Ada.Runs("long");
        await HandleAsync(asked);
        var reader = _desk.Known(_desk.Harbour.Member("Reader", Permissions.Ordinary & ~Permissions.SendMessages)).Runs("long");
        await HandleAsync(reader);
        Assert.DoesNotContain(reader.FollowUps[^1].Buttons, button => button.Label == "Share");

        Ada.May = Permissions.Ordinary & ~Permissions.SendMessages;
        var press = Ada.PressesLabelled(asked.FollowUps[^1], "Share");
        await HandleAsync(press);

        Assert.Empty(press.FollowUps);
        Assert.Equal((DiscordWords.MayNotWrite, true), (press.Original!.Text, press.Original.IsEphemeral));
    }

    private Task HandleAsync(Bot.DiscordStandIn.Interactions.Interaction asked) => _desk.Handle(asked, Ct).Ended.WaitAsync(Patience.Long, Ct);

    /// <summary>Answers with three messages.</summary>
    private sealed class LongCommand : IChatCommand
    {
        public CommandSpec Spec => new("long", "says much", Access.Everyone, CommandGroup.Ask);

        public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) =>
            Task.FromResult(Reply.Ok([.. "abc".Select(letter => new Paragraph(new string(letter, 4000)))]));
    }
}
