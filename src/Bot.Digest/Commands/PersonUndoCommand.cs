using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/person undo: takes back what an operator changed about a person.</summary>
public sealed class PersonUndoCommand(IPersonEditing editing) : IChatCommand
{
    internal const string Name = "person undo";

    private const string Number = "number";

    public CommandSpec Spec => new(Name, CommandWords.PersonUndoSummary, Access.Operator, CommandGroup.Operator)
    {
        Arguments = [new(Number, ArgumentKind.Number, CommandWords.PersonUndoNumber) { Positional = true, Min = 1 }],
        Examples = ["/person undo", "/person undo 3"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var number = call.Arguments.ContainsKey(Number) ? call.Number(Number, 0) : (long?)null;
        var outcome = await editing.UndoAsync(call.Editor, number, ct);
        return outcome switch
        {
            { Undone: { } undone } => Reply.Ok(new Paragraph(EditWords.Undone(PersonEdits.Describe(undone)))),
            { First: { } first } => Reply.Problem(EditWords.UndoFirst(PersonEdits.Describe(first), PersonEdits.UndoCommand(first))),
            _ => Reply.Ok(new Paragraph(EditWords.NothingToUndo($"/{AuditCommand.Name}"))),
        };
    }
}
