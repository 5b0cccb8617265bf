using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>/privacy: what is stored about those who ask.</summary>
public sealed class PrivacyCommand : IChatCommand
{
    public CommandSpec Spec => new("privacy", CommandWords.PrivacySummary, Access.Everyone) { IsForStrangers = true };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => Task.FromResult(Reply.Ok(
        new Heading(Words.PrivacyTitle),
        new Entry(null, Words.PrivacyMessages),
        new Entry(null, Words.PrivacyChanges),
        new Entry(null, Words.PrivacyRates),
        new Entry(null, Words.PrivacyArchive),
        new Note(Words.PrivacyWhere)));
}
