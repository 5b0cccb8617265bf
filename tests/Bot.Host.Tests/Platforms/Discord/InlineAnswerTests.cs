using Bot.Host.Platforms.Discord.Interactions;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Tests.Platforms.Discord;

public sealed class InlineAnswerTests
{
    [Fact]
    public async Task A_request_of_discords_that_was_given_up_takes_no_answer_any_more()
    {
        var ct = TestContext.Current.CancellationToken;
        var (early, late) = (new InlineAnswer(), new InlineAnswer());
        var pong = new InteractionAnswer(InteractionAnswer.Pong);

        Assert.IsType<RestAnswer.Done>(await early.SendAsync(pong, ct));
        Assert.False(early.GiveUp());
        Assert.True(late.GiveUp());
        Assert.IsType<RestAnswer.Lost>(await late.SendAsync(pong, ct));
    }
}
