using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>/start: the first steps.</summary>
public sealed class StartCommand : IChatCommand
{
    private const string Payload = "payload";

    public CommandSpec Spec => new("start", CommandWords.StartSummary, Access.Everyone)
    {
        IsForStrangers = true,
        // Telegram's links into a chat carry a word that means nothing here.
        Arguments = [new(Payload, ArgumentKind.Words, CommandWords.StartPayload) { Positional = true, Hidden = true }],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => Task.FromResult(Reply.Ok(
        new Heading(Words.StartTitle),
        new Paragraph(Words.StartWhat),
        new Entry("1", Words.StartNews(SourceAddCommand.Example)),
        new Entry("2", Words.StartAsk),
        new Entry("3", Words.StartDigest),
        new Note(Words.StartMore)));
}
