using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>What to say when nothing was found.</summary>
internal static class EmptyArchive
{
    /// <summary>Says how the asker can put articles in when there is not one; otherwise <paramref name="nothing"/>.</summary>
    public static async Task<Reply> OrAsync(IArticles articles, CommandCall call, Reply nothing, CancellationToken ct) =>
        await articles.CountAsync(call.Community, ct) > 0
            ? nothing
            : Reply.Ok(
            [
                new Paragraph(Words.ArchiveEmpty),
                new Entry(null, call.Access < Access.ChannelAdmin ? Words.ArchiveEmptyAsk : Words.ArchiveEmptySource(SourceAddCommand.Example)),

                // Only who sits at the machine can run the program there.
                .. call.Access < Access.Operator ? [] : (Block[])[new Entry(null, Words.ArchiveEmptySamples), new Entry(null, Words.ArchiveEmptyIngest)],
            ]);
}
