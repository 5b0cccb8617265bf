using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>/privacy: what is stored about those who ask, and how long.</summary>
public sealed class PrivacyCommand : IChatCommand
{
    internal const string Name = "privacy";

    public CommandSpec Spec => new(Name, CommandWords.PrivacySummary, Access.Everyone, CommandGroup.Bot) { IsForStrangers = true };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => Task.FromResult(Reply.Ok(
        new Heading(Words.PrivacyTitle),
        new Entry(null, Words.PrivacyMessages),
        new Entry(null, Words.PrivacyButtons),
        new Entry(null, Words.PrivacyChanges),
        new Entry(null, Words.PrivacyCommunity),
        new Entry(null, Words.PrivacyRates),
        new Entry(null, Words.PrivacyArchive),
        new Entry(null, Words.PrivacyForget),
        new Note(Words.PrivacyWhere)));
}
