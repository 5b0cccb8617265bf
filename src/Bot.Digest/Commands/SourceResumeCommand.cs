using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/source resume: goes on with a paused source.</summary>
public sealed class SourceResumeCommand(ISources sources) : IChatCommand
{
    internal const string Name = "source resume";

    private const string Which = "source";

    public CommandSpec Spec => new(Name, CommandWords.SourceResumeSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments = [SourceChoice.Which(Which), SharedArguments.In],
        Examples = ["/source resume 7"],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => SourceChange.MakeAsync(
        sources,
        Spec,
        Which,
        call,
        (editor, source) => sources.PauseAsync(editor, source, pause: false, ct),
        source => SourceWords.ResumedNow(source.Name),
        ct);
}
