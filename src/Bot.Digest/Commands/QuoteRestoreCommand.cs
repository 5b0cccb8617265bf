using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/quote restore: takes back what was decided about a quote.</summary>
public sealed class QuoteRestoreCommand(IQuoteMarks marks) : IChatCommand
{
    internal const string Name = "quote restore";

    public CommandSpec Spec => new(Name, CorrectionCommandWords.Restore, Access.ChannelAdmin, CommandGroup.Corrections)
    {
        Arguments = [QuoteMarking.Argument],
        Examples = [$"/{Name} {QuoteMarking.Example}"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => QuoteMarking.MakeAsync(
        call, quote => marks.RestoreAsync(call.Editor, quote, ct), CorrectionWords.Restored, isUndone: true);
}
