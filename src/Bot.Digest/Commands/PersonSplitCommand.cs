using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands;

/// <summary>/person split: gives articles about somebody else of that name to a person of their own.</summary>
public sealed class PersonSplitCommand(IPeople people, IArticles articles, IPersonEditing editing) : IChatCommand
{
    private const string Name = "person split";
    private const string Person = "person";
    private const string Role = "role";
    private const string Source = "source";
    private const string Articles = "articles";

    /// <summary>The command that gives what one article says of a person to somebody else.</summary>
    internal static string OfArticle(string slug, ArticleId article) =>
        CommandText.Of(Name, slug, (Articles, article.Value.ToString(CultureInfo.InvariantCulture)));

    public CommandSpec Spec => new(Name, CommandWords.PersonSplitSummary, Access.Operator, CommandGroup.Operator)
    {
        Arguments =
        [
            new(Person, ArgumentKind.Person, CommandWords.PersonSplitPerson) { Positional = true, Required = true },
            new(Role, ArgumentKind.Words, CommandWords.PersonSplitRole),
            new(Source, ArgumentKind.Source, CommandWords.PersonSplitSource),
            new(Articles, ArgumentKind.Words, CommandWords.PersonSplitArticles),
        ],
        Examples = ["/person split omar-feld role:goalkeeper", "/person split omar-feld articles:12,15"],
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (Numbers(call.Text(Articles)) is not { } numbers)
        {
            return Reply.Problem(EditWords.NoArticleNumbers(call.Text(Articles)!));
        }

        var split = new PersonSplit { Role = call.Text(Role), Source = call.Text(Source), Articles = numbers };
        if (split is { Role: null, Source: null, Articles.Count: 0 })
        {
            return Reply.Problem(EditWords.SplitHow(Spec.Examples[0]));
        }

        var choice = await PersonChoice.MakeAsync(
            people, articles, call, call.Text(Person)!, slug => CommandText.Again(Spec, call, Person, slug), ct);
        if (choice.Person is not { } person)
        {
            return choice.Instead!;
        }

        var outcome = await editing.SplitAsync(call.Editor, person.Id, split, ct);
        return outcome.Edit is { } edit ? PersonEdits.Done(EditWords.SplitDone(outcome.Taken, person.Slug, edit.Other!), edit)
            : outcome.Taken == 0 ? Reply.Problem(EditWords.SplitNone(person.Name))
            : Reply.Problem(EditWords.SplitAll(person.Name, $"/{PersonRenameCommand.Name}"));
    }

    /// <summary>"12,15" or "12 15"; null when it is anything else.</summary>
    private static List<ArticleId>? Numbers(string? typed)
    {
        var numbers = new List<ArticleId>();
        foreach (var word in (typed ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(new ArticleId(number));
        }

        return numbers;
    }
}
