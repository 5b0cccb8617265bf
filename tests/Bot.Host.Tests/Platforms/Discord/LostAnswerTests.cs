using System.Globalization;
using Bot.Digest.Chat;
using Bot.DiscordStandIn.Communities;
using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;
using Member = Bot.DiscordStandIn.Communities.Member;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Answers for which Discord keeps no place any more although their command ended at once.</summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private readonly SlowCommand _command = new();
    private readonly DeskOnAStandstill _desk;

    public LostAnswerTests() => _desk = new(_command);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Member Ada => field ??= _desk.Known(_desk.Harbour.Member("Ada"));

    public async ValueTask InitializeAsync() => await _desk.StartAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_desk.Discord.Violations.All);
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_request_of_discords_that_was_given_up_takes_no_answer_any_more()
    {
        var (early, late) = (new InlineAnswer(), new InlineAnswer());
        var pong = new InteractionAnswer(InteractionAnswer.Pong);

        Assert.IsType<RestAnswer.Done>(await early.SendAsync(pong, Ct));
        Assert.False(early.GiveUp());
        Assert.True(late.GiveUp());
        Assert.IsType<RestAnswer.Lost>(await late.SendAsync(pong, Ct));
    }

    /// <summary>What was done is done: whoever asked for it is told.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_was_quick_and_finds_no_place_comes_as_a_direct_message(bool isGivenUp)
    {
        var direct = await AnswerAsync(isGivenUp ? GivenUp() : new UnknownAnswer(), Reply.Ok(new Paragraph(new string('a', 4000)), new Paragraph(new string('b', 4000))));

        Assert.Equal(2, direct.Count);
        Assert.StartsWith(DiscordWords.Late, direct[0].Text, StringComparison.Ordinal);
        Assert.Contains("bbb", direct[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_desk.Log.Lines, line => line.Contains("direct message", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_an_answer_comes_as_a_direct_message_is_said_in_the_answer_s_own_language()
    {
        var direct = await AnswerAsync(GivenUp(), Reply.Ok(new Paragraph("die Mole bleibt offen")) with { Language = CultureInfo.GetCultureInfo("de") });

        Assert.StartsWith("Das dauerte länger", Assert.Single(direct).Text, StringComparison.Ordinal);
    }

    private static InlineAnswer GivenUp()
    {
        var first = new InlineAnswer();
        first.GiveUp();
        return first;
    }

    /// <summary>Runs the command, whose answer is there before a moment has passed.</summary>
    /// <returns>What the asker is told directly.</returns>
    private async Task<IReadOnlyList<PostedMessage>> AnswerAsync(IFirstAnswer first, Reply reply)
    {
        _command.Answer(reply);
        await _desk.Handle(Ada.Runs("slow"), first, Ct).Ended.WaitAsync(Patience.Long, Ct);
        return [.. _desk.Discord.World.PrivateChannel(Ada.User).Messages];
    }

    /// <summary>Of an interaction that Discord has forgotten.</summary>
    private sealed class UnknownAnswer : IFirstAnswer
    {
        public Task<RestAnswer> SendAsync(InteractionAnswer answer, CancellationToken ct) =>
            Task.FromResult<RestAnswer>(new RestAnswer.Refused(404, ErrorCode.UnknownInteraction, "Unknown interaction"));
    }
}
