using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/source pause: takes nothing new of a source for a while.</summary>
public sealed class SourcePauseCommand(ISources sources) : IChatCommand
{
    private const string Which = "source";

    public CommandSpec Spec => new("source pause", CommandWords.SourcePauseSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments = [SourceChoice.Which(Which), SharedArguments.In],
        Examples = ["/source pause 7", "/source pause \"Radio Lind\""],
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken ct) => SourceChange.MakeAsync(
        sources,
        Spec,
        Which,
        call,
        (editor, source) => sources.PauseAsync(editor, source, pause: true, ct),
        source => SourceWords.PausedNow(source.Name, CommandText.Of(SourceResumeCommand.Name, SourceChoice.NumberOf(source))),
        ct);
}
