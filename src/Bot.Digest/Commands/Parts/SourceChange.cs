using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Who may change what is followed.</summary>
internal static class SourceChange
{
    /// <summary>On whose behalf a source is changed: an operator changes what is followed for everyone wherever the command is typed.</summary>
    public static Editor EditorOf(FollowedSource source, CommandCall call) =>
        source.IsForEveryone && call.Access == Access.Operator ? call.Editor with { Community = CommunityId.DefaultSet } : call.Editor;

    /// <summary>Runs a change of the source that was typed, or says why not.</summary>
    /// <param name="change">False when the community itself does not follow it.</param>
    public static async Task<Reply> MakeAsync(
        ISources sources, CommandSpec spec, string argument, CommandCall call, Func<Editor, SourceId, Task<bool>> change, Func<FollowedSource, RichText> done,
        CancellationToken ct)
    {
        var choice = await SourceChoice.MakeAsync(
            sources, call, call.Text(argument)!, number => CommandText.Again(spec, call, argument, number), ct);
        if (choice.Source is not { } source)
        {
            return choice.Instead!;
        }

        return await change(EditorOf(source, call), source.Id)
            ? Reply.Ok(new Paragraph(done(source)))
            : Reply.Problem(SourceWords.NotYours(source.Name));
    }
}
