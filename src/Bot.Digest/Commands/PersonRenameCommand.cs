using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/person rename: shows a person under another name.</summary>
public sealed class PersonRenameCommand(IPeople people, IArticles articles, IPersonEditing editing) : IChatCommand
{
    internal const string Name = "person rename";

    private const string Person = "person";
    private const string To = "to";

    public CommandSpec Spec => new(Name, CommandWords.PersonRenameSummary, Access.Operator, CommandGroup.Operator)
    {
        Arguments =
        [
            new(Person, ArgumentKind.Person, CommandWords.PersonRenamePerson) { Positional = true, Required = true },
            new(To, ArgumentKind.Words, CommandWords.PersonRenameTo) { Required = true },
        ],
        Examples = ["/person rename i-varga to:\"Ilse Varga\""],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var choice = await PersonChoice.MakeAsync(
            people, articles, call, call.Text(Person)!, slug => CommandText.Again(Spec, call, Person, slug), ct);
        if (choice.Person is not { } person)
        {
            return choice.Instead!;
        }

        var edit = await editing.RenameAsync(call.Editor, person.Id, call.Text(To)!, ct);
        return PersonEdits.Done(EditWords.Renamed(person.Name, edit.Person), edit);
    }
}
