using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/person note: puts the operator's words on a person's card.</summary>
public sealed class PersonNoteCommand(IPeople people, IArticles articles, IPersonEditing editing) : IChatCommand
{
    private const string Person = "person";
    private const string Text = "text";

    public CommandSpec Spec => new("person note", CommandWords.PersonNoteSummary, Access.Operator, CommandGroup.Operator)
    {
        Arguments =
        [
            new(Person, ArgumentKind.Person, CommandWords.PersonNotePerson) { Positional = true, Required = true },
            new(Text, ArgumentKind.Words, CommandWords.PersonNoteText),
        ],
        Examples = ["/person note ilse-varga text:\"not the painter of that name\""],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var choice = await PersonChoice.MakeAsync(
            people, articles, call, call.Text(Person)!, slug => CommandText.Again(Spec, call, Person, slug), ct);
        if (choice.Person is not { } person)
        {
            return choice.Instead!;
        }

        var edit = await editing.NoteAsync(call.Editor, person.Id, call.Text(Text), ct);
        return PersonEdits.Done(edit.Became is null ? EditWords.NoteRemoved(person.Slug) : EditWords.Noted(person.Slug), edit);
    }
}
