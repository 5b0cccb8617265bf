using Bot.Digest.Commands;
using Bot.DiscordStandIn.Communities;
using Suggestions = Bot.Host.Platforms.Discord.Interactions.Suggestions;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>How often somebody gets suggestions, in a minute that lasts as long as the test lets it.</summary>
public sealed class SuggestionLimitTests : IAsyncLifetime
{
    private readonly DeskOnAStandstill _desk = new(new HelpCommand());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _desk.StartAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_desk.Discord.Violations.All);
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Who_asks_for_suggestions_without_end_gets_none_for_a_while_and_others_do()
    {
        var (eager, other) = (_desk.Known(_desk.Harbour.Member("Eager")), _desk.Known(_desk.Harbour.Member("Other")));
        for (var number = 0; number < Suggestions.PerUser; number++)
        {
            Assert.NotEmpty(await SuggestedAsync(eager));
        }

        Assert.Empty(await SuggestedAsync(eager));
        Assert.NotEmpty(await SuggestedAsync(other));
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEmpty(await SuggestedAsync(eager));
    }

    private async Task<IReadOnlyList<(string Name, string Value)>> SuggestedAsync(Member member)
    {
        var typed = member.Autocompletes("help", "command", "he");
        await _desk.Handle(typed, Ct).Ended.WaitAsync(Patience.Long, Ct);
        return await typed.SuggestionsAsync(Ct).WaitAsync(Patience.Long, Ct);
    }
}
