using Bot.Digest.People;

namespace Bot.Host.Storage.Editing;

/// <summary>What an article that is being stored says of people whom operators merged.</summary>
internal static class FoundInArticle
{
    /// <summary>An entry for each identity on a card that is not its own, and for whoever shares such a card.</summary>
    /// <param name="entered">The person of each entry of the findings, in the same order.</param>
    public static IEnumerable<FoundEntry> Edited(long article, long firstQuote, ArticleParts parts, IReadOnlyList<KnownPerson> entered)
    {
        var cards = entered.Where(person => person.FoundAs != person.Card).Select(person => person.Card).ToHashSet();
        return entered.Index()
            .Where(entry => cards.Contains(entry.Item.Card))
            .GroupBy(entry => entry.Item, entry => entry.Index)
            .Select(identity => Entry(article, firstQuote, parts, identity.Key, [.. identity]));
    }

    private static FoundEntry Entry(long article, long firstQuote, ArticleParts parts, KnownPerson person, IReadOnlyList<int> entries)
    {
        var findings = parts.Understood.Findings;
        IReadOnlyList<FoundPerson> found = [.. entries.Select(entry => findings.People[entry])];
        var quotes = findings.Quotes.Index().Where(quote => quote.Item.Person is { } by && entries.Contains(by)).Select(quote => firstQuote + quote.Index);
        var events = findings.Events.Index().Where(dated => parts.PeopleOf(dated.Item).Any(entries.Contains)).Select(dated => (long)dated.Index);
        return new FoundEntry
        {
            Article = article,
            FoundAs = person.FoundAs,
            SplitList = person.Splits,
            Identity = person.Id,
            Person = person.Card,
            Times = found.Sum(entry => Math.Max(1, entry.Mentions.Count)),
            QuoteList = Numbers.List(quotes),
            EventList = Numbers.List(events),
            RoleList = FoundEntry.List(found.SelectMany(entry => entry.Roles).Select(role => role.Text).Distinct().Order(StringComparer.Ordinal)),
        };
    }
}
