using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/source remove: follows a source no more, after asking.</summary>
public sealed class SourceRemoveCommand(ISources sources) : IChatCommand
{
    internal const string Name = "source remove";

    private const string Which = "source";
    private const string Confirm = "confirm";
    private const string Yes = "yes";

    public CommandSpec Spec => new(Name, CommandWords.SourceRemoveSummary, Access.ChannelAdmin, CommandGroup.Sources)
    {
        Arguments =
        [
            SourceChoice.Which(Which),
            new(Confirm, ArgumentKind.Choice, CommandWords.SourceRemoveConfirm) { Choices = [Yes] },
            SharedArguments.In,
        ],
        Examples = ["/source remove 7", "/source remove \"Radio Lind\""],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Text(Confirm) == Yes)
        {
            return await SourceChange.MakeAsync(
                sources, Spec, Which, call, (editor, source) => sources.RemoveAsync(editor, source, ct), source => SourceWords.Removed(source.Name), ct);
        }

        var choice = await SourceChoice.MakeAsync(
            sources, call, call.Text(Which)!, number => CommandText.Again(Spec, call, Which, number), ct);
        if (choice.Source is not { } source)
        {
            return choice.Instead!;
        }

        var number = SourceChoice.NumberOf(source);
        return new Reply
        {
            Kind = ReplyKind.Question,
            Blocks = [new Paragraph(SourceWords.RemoveSure(source.Articles, source.Name))],
            Buttons = ButtonRow.Of(
            [
                new Button(SourceWords.ButtonRemove, CommandText.Of(Name, number, (Confirm, Yes))),
                new Button(SourceWords.ButtonKeep, $"/{SourceListCommand.Name}"),
            ]),
        };
    }
}
