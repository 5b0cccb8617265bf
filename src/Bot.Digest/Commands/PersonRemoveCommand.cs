using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/person remove: takes somebody away for good, after asking.</summary>
public sealed class PersonRemoveCommand(IPeople people, IArticles articles, IPersonEditing editing) : IChatCommand
{
    private const string Name = "person remove";
    private const string Person = "person";
    private const string Confirm = "confirm";
    private const string Yes = "yes";

    public CommandSpec Spec => new(Name, CorrectionCommandWords.PersonRemove, Access.Operator, CommandGroup.Operator)
    {
        Arguments =
        [
            new(Person, ArgumentKind.Person, CorrectionCommandWords.PersonRemovePerson) { Positional = true, Required = true },
            new(Confirm, ArgumentKind.Choice, CorrectionCommandWords.PersonRemoveConfirm) { Choices = [Yes] },
        ],
        Examples = ["/person remove pavel-sand"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        // Whom a name means may change until the button is pressed: it names the one by the slug, and asks again for any other.
        var choice = await PersonChoice.MakeAsync(
            people, articles, call, call.Text(Person)!, slug => CommandText.Of(Name, slug), ct);
        if (choice.Person is not { } person)
        {
            return choice.Instead!;
        }

        if (call.Text(Confirm) == Yes && person.Slug == call.Text(Person))
        {
            await editing.RemoveAsync(call.Editor, person.Id, ct);
            return Reply.Ok(new Paragraph(CorrectionWords.PersonRemoved(person.Name)));
        }

        return new Reply
        {
            Kind = ReplyKind.Question,
            Blocks = [new Paragraph(CorrectionWords.RemoveSure(person.Name)), new Note($"{Words.QuoteCount(person.Quotes)} · {Words.NamedIn(person.Mentions)}")],
            Buttons =
            [
                [
                    new Button(CorrectionWords.ButtonRemove, CommandText.Of(Name, person.Slug, (Confirm, Yes))),
                    new Button(CorrectionWords.ButtonKeep, CommandText.Of(WhoCommand.Name, person.Slug)),
                ],
            ],
        };
    }
}
