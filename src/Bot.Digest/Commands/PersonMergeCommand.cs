using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/person merge: makes one person of two.</summary>
public sealed class PersonMergeCommand(IPeople people, IArticles articles, IPersonEditing editing) : IChatCommand
{
    private const string Person = "person";
    private const string Into = "into";

    public CommandSpec Spec => new("person merge", CommandWords.PersonMergeSummary, Access.Operator, CommandGroup.Operator)
    {
        Arguments =
        [
            new(Person, ArgumentKind.Person, CommandWords.PersonMergePerson) { Positional = true, Required = true },
            new(Into, ArgumentKind.Person, CommandWords.PersonMergeInto) { Required = true },
        ],
        Examples = ["/person merge i-varga into:ilse-varga"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        var merged = await PersonChoice.MakeAsync(
            people, articles, call, call.Text(Person)!, slug => CommandText.Again(Spec, call, Person, slug), ct);
        if (merged.Person is not { } person)
        {
            return merged.Instead!;
        }

        call = call.With(Person, person.Slug);
        var kept = await PersonChoice.MakeAsync(people, articles, call, call.Text(Into)!, slug => CommandText.Again(Spec, call, Into, slug), ct);
        if (kept.Person is not { } into)
        {
            return kept.Instead!;
        }

        return await editing.MergeAsync(call.Editor, person.Id, into.Id, ct) is { } edit
            ? PersonEdits.Done(EditWords.Merged(person.Name, into.Slug), edit)
            : Reply.Problem(EditWords.AlreadyOne(into.Name));
    }
}
