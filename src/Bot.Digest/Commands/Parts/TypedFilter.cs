using Bot.Digest.Chat;
using Bot.Digest.Filters;
using Bot.Digest.People;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>A filter as it was typed.</summary>
/// <param name="Rule">Null when nothing was typed, or when something is wrong with it.</param>
/// <param name="Only">The only source that it judges; null for all.</param>
/// <param name="Instead">What to answer when something is wrong or has to be chosen first.</param>
internal sealed record TypedFilter(FilterRule? Rule, FollowedSource? Only, Reply? Instead)
{
    /// <summary>Name of the argument that holds the rule.</summary>
    public const string Words = "filter";

    private const string PersonName = "person";
    private const string SourceName = "source";
    private const string Example = "/filter add exclude football";

    public static Argument PersonOption => new(PersonName, ArgumentKind.Person, CommandWords.FilterAddPerson);

    public static Argument SourceOption => new(SourceName, ArgumentKind.Source, CommandWords.FilterSource);

    public static Argument Positional(string summary) => new(Words, ArgumentKind.Words, summary) { Positional = true, KeepsMarks = true };

    /// <summary>Reads what a call gives; neither rule nor reply where nothing was typed.</summary>
    public static async Task<TypedFilter> ReadAsync(
        CommandSpec spec, IPeople people, IArticles articles, ISources sources, CommandCall call, CancellationToken ct)
    {
        FollowedSource? only = null;
        if (call.Text(SourceName) is { } source)
        {
            var choice = await SourceChoice.MakeAsync(sources, call, source, number => CommandText.Again(spec, call, SourceName, number), ct);
            if (choice.Source is null)
            {
                return Refused(choice.Instead!);
            }

            only = choice.Source;
        }

        if (call.Text(Words) is not { } typed)
        {
            return call.Text(PersonName) is null ? new TypedFilter(null, only, null) : Refused(Reply.Problem(FilterWords.How(Example)));
        }

        var space = typed.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (typed, "") : (typed[..space], typed[(space + 1)..].Trim());
        var includes = string.Equals(verb, FilterRule.Include, StringComparison.OrdinalIgnoreCase);
        if (!includes && !string.Equals(verb, FilterRule.Exclude, StringComparison.OrdinalIgnoreCase))
        {
            return Refused(Reply.Problem(FilterWords.How(Example)));
        }

        return call.Text(PersonName) is { } person
            ? rest.Length > 0 ? Refused(Reply.Problem(FilterWords.Both)) : await OfPersonAsync(spec, people, articles, call, person, includes, only, ct)
            : await IsSlugAsync(people, call, rest, ct)
                ? new TypedFilter(new FilterRule(includes, FilterKind.Person, rest), only, null)
                : OfWords(rest, includes, only);
    }

    private static async Task<TypedFilter> OfPersonAsync(
        CommandSpec spec, IPeople people, IArticles articles, CommandCall call, string person, bool includes, FollowedSource? only, CancellationToken ct)
    {
        var choice = await PersonChoice.MakeAsync(people, articles, call, person, slug => CommandText.Again(spec, call, PersonName, slug), ct);
        return choice.Person is { } chosen
            ? new TypedFilter(new FilterRule(includes, FilterKind.Person, chosen.Slug), only, null)
            : Refused(choice.Instead!);
    }

    /// <summary>A slug that belongs to somebody means that person: nobody writes two words with a hyphen and means only the words.</summary>
    private static async Task<bool> IsSlugAsync(IPeople people, CommandCall call, string typed, CancellationToken ct) =>
        typed.Contains('-', StringComparison.Ordinal) && !typed.Contains(' ', StringComparison.Ordinal)
        && await people.FindAsync(call.Community, typed, limit: 1, ct) is [{ Match: NameMatch.Slug } found] && found.Slug == typed;

    private static TypedFilter OfWords(string typed, bool includes, FollowedSource? only)
    {
        var (rule, fault) = RuleMatcher.Read(typed, includes);
        return fault switch
        {
            null => new TypedFilter(rule, only, null),
            FilterFault.TooLong => Refused(Reply.Problem(FilterWords.FaultTooLong(FilterLimits.LongestRule))),
            FilterFault.Unreadable => Refused(Reply.Problem(FilterWords.FaultUnreadable(typed))),
            FilterFault.NotInOnePass => Refused(Reply.Problem(FilterWords.FaultNotInOnePass(typed))),
            FilterFault.TooSlow => Refused(Reply.Problem(FilterWords.FaultTooSlow(typed))),
            _ => Refused(Reply.Problem(FilterWords.FaultEmpty)),
        };
    }

    private static TypedFilter Refused(Reply instead) => new(null, null, instead);
}
