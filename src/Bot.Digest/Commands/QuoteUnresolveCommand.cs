using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/quote unresolve: takes the wrong speaker off a quote.</summary>
public sealed class QuoteUnresolveCommand(IQuoteMarks marks) : IChatCommand
{
    internal const string Name = "quote unresolve";

    public CommandSpec Spec => new(Name, CorrectionCommandWords.Unresolve, Access.ChannelAdmin, CommandGroup.Corrections)
    {
        Arguments = [QuoteMarking.Argument],
        Examples = [$"/{Name} {QuoteMarking.Example}"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => QuoteMarking.MakeAsync(
        call, quote => marks.MarkAsync(call.Editor, quote, QuoteMark.Unresolved, ct), call.Community == CommunityId.DefaultSet ? CorrectionWords.UnresolvedForAll : CorrectionWords.UnresolvedHere, isUndone: false);
}
