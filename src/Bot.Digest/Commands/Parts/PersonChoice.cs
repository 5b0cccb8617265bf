using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.People;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Which person a typed name means: one, or a reply that lets the asker choose.</summary>
/// <param name="Person">Set when one fits clearly.</param>
/// <param name="Remark">Says who was chosen when the name did not fit exactly.</param>
/// <param name="Instead">What to answer when nobody was chosen.</param>
internal sealed record PersonChoice(PersonMatch? Person, RichText? Remark, Reply? Instead)
{
    /// <summary>Most people offered at once.</summary>
    private const int MostOffered = 8;

    /// <summary>Buttons beyond these would fill a phone.</summary>
    private const int MostButtons = 4;

    /// <summary>Letters of a role that a button shows.</summary>
    private const int LongestRole = 30;

    /// <summary>People with the same beginning of whom the near ones are offered.</summary>
    private const int MostLookedAt = 50;

    /// <summary>Letters by which names near to an unknown one are looked up.</summary>
    private const int NearLetters = 3;

    /// <summary>Looks the name up; four calls of the archive at most.</summary>
    /// <param name="again">The command to run with the slug of the person who is chosen.</param>
    public static async Task<PersonChoice> MakeAsync(
        IPeople people, IArticles articles, CommandCall call, string name, Func<string, string> again, CancellationToken ct)
    {
        var found = await people.FindAsync(call.Community, name, MostOffered, ct);
        if (found.Count == 0)
        {
            var begun = await people.CompleteAsync(call.Community, Beginning(name), MostLookedAt, ct);
            var near = begun.Where(person => IsNear(name, person)).Take(MostOffered).ToList();
            var nobody = near.Count == 0 ? Reply.Ok(new Paragraph(Words.Nobody(name, CommandText.Of(SearchCommand.Name, name)))) : Offer(Words.NobodyButNear(name), near, again);
            return new PersonChoice(null, null, await EmptyArchive.OrAsync(articles, call, await UnreadLanguages.AddToAsync(articles, call, nobody, ct), ct));
        }

        var best = found.Where(person => person.Match == found[0].Match).ToList();
        if (best.Count > 1)
        {
            var question = found[0].Match == NameMatch.Misspelt ? Words.NobodyButNear(name) : Words.SeveralFit(name);
            return new PersonChoice(null, null, Offer(question, best, again));
        }

        var remark = best[0].Match == NameMatch.Misspelt ? Words.Chosen(name, best[0].Name) : null;
        return new PersonChoice(best[0], remark, null);
    }

    private static Reply Offer(RichText question, IReadOnlyList<PersonMatch> people, Func<string, string> again) => new()
    {
        Kind = ReplyKind.Question,
        Blocks =
        [
            new Paragraph(question),
            .. people.Select(person => new Entry(null, [new CommandLink(person.Name, again(person.Slug))], Detail(person))),
        ],
        Buttons = [.. people.Take(MostButtons).Select(person => (Button[])[new Button(Label(person, people), again(person.Slug))])],
    };

    /// <summary>The name, with the role where another one who is offered bears it too.</summary>
    private static string Label(PersonMatch person, IReadOnlyList<PersonMatch> people) =>
        person.Role is { Length: > 0 } role && people.Any(other => other.Id != person.Id && other.Name == person.Name)
            ? $"{person.Name}, {Shortened(role)}"
            : person.Name;

    /// <summary>A role cut at a word, to fit a button.</summary>
    private static string Shortened(string role)
    {
        if (role.Length <= LongestRole)
        {
            return role;
        }

        var end = role.LastIndexOf(' ', LongestRole);
        return role[..(end > 0 ? end : LongestRole)].TrimEnd(',', ' ') + "…";
    }

    private static RichText Detail(PersonMatch person)
    {
        var counts = $"{Words.QuoteCount(person.Quotes)} · {Words.NamedIn(person.Mentions)}";
        return person.Role is { Length: > 0 } role ? $"{role} · {counts}" : counts;
    }

    /// <summary>Three letters alike are nobody's name: the beginning shares more than half of what was typed, or few letters differ.</summary>
    private static bool IsNear(string typed, PersonMatch person)
    {
        var word = NameKeys.Fold(Longest(typed));
        return NameKeys.Fold(person.Name).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Any(name => 2 * name.AsSpan().CommonPrefixLength(word) > word.Length || NameKeys.Distance(word, name) <= word.Length / 3);
    }

    private static string Longest(string name) => name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).MaxBy(word => word.Length) ?? name;

    private static string Beginning(string name)
    {
        var longest = Longest(name);
        var letters = StringInfo.ParseCombiningCharacters(longest);
        return letters.Length > NearLetters ? longest[..letters[NearLetters]] : longest;
    }
}
