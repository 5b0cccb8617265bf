using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/quote hide: shows a wrong quote nowhere any more.</summary>
public sealed class QuoteHideCommand(IQuoteMarks marks) : IChatCommand
{
    internal const string Name = "quote hide";

    public CommandSpec Spec => new(Name, CorrectionCommandWords.Hide, Access.ChannelAdmin, CommandGroup.Corrections)
    {
        Arguments = [QuoteMarking.Argument],
        Examples = [$"/{Name} {QuoteMarking.Example}"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => QuoteMarking.MakeAsync(
        call, quote => marks.MarkAsync(call.Editor, quote, QuoteMark.Hidden, ct), call.Community == CommunityId.DefaultSet ? CorrectionWords.HiddenForAll : CorrectionWords.HiddenHere, isUndone: false);
}
