using System.Data.Common;
using System.Globalization;
using Bot.Digest.People;
using Bot.Host.Storage.Editing;

namespace Bot.Host.Storage;

/// <summary>Decides whom an article's names mean: first by what operators decided, then by roles and company.</summary>
internal sealed class WhoIsMeant(DbConnection connection, IDatabase database, long source, KnownPeople known)
{
    private readonly NamesakeBook _namesakes = new(connection, database);
    private readonly SplitRules _splits = new(connection, source);

    /// <summary>The person of each entry, in the same order. All of their names were looked up.</summary>
    /// <param name="contexts">What the article says of each.</param>
    /// <param name="articleKey">What makes two readings the same article.</param>
    public async Task<IReadOnlyList<KnownPerson>> IdentifyAsync(
        IReadOnlyList<FoundPerson> people, IReadOnlyList<PersonContext> contexts, string articleKey, CancellationToken ct)
    {
        // Whoever is the only one of the name and has no role of another field of life is who was known; the others are decided with the help of these.
        var open = people.Zip(contexts).Where(entry => IsOpen(entry.First, entry.Second)).SelectMany(entry => known.Of(entry.First.Key));
        await _namesakes.LoadAsync(open.Select(person => person.Card), ct);
        var given = await GivenAsync(people, articleKey, ct);
        var found = people.Zip(contexts, OnlyOne).Zip(given, (only, decided) => decided ?? only).ToArray();
        var surroundings = contexts.Aggregate(RoleField.None, (fields, context) => fields | context.Fields);
        var companions = found.Where(person => person is not null).Select(person => person!.Card).Distinct().ToList();
        for (var at = 0; at < found.Length; at++)
        {
            found[at] ??= await ChooseAsync(people[at], contexts[at], surroundings, companions, ct);
        }

        return found!;
    }

    /// <summary>Keeps what an article said, for the articles after it.</summary>
    public void Keep(IReadOnlyList<long> cards, IReadOnlyList<PersonContext> contexts) => _namesakes.Keep(cards, contexts);

    /// <summary>After people were taken out: everybody is read again.</summary>
    public void Forget()
    {
        _namesakes.Forget();
        _splits.Forget();
    }

    /// <summary>Whether it takes a look at what is known to say who is meant.</summary>
    private bool IsOpen(FoundPerson person, PersonContext context) =>
        known.Of(person.Key) is { Count: > 0 } all && (all.Count > 1 || context.Fields != RoleField.None);

    private KnownPerson? OnlyOne(FoundPerson person, PersonContext context) =>
        known.Of(person.Key) is [var first, ..] all && all.All(other => other.Card == first.Card)
        && (context.Fields == RoleField.None || !context.Disagrees(_namesakes.Of(first.Card))) ? first : null;

    /// <summary>Whom operators' decisions name; null where none does, and mostly nobody decided anything.</summary>
    private async Task<IReadOnlyList<KnownPerson?>> GivenAsync(IReadOnlyList<FoundPerson> people, string articleKey, CancellationToken ct)
    {
        var decided = people.Where(person => known.Of(person.Key).Any(one => one.IsEdited)).ToList();
        if (decided.Count == 0)
        {
            return new KnownPerson?[people.Count];
        }

        await _splits.LoadAsync([.. decided.SelectMany(person => known.Of(person.Key)).Select(one => one.Id).Distinct()], ct);
        var remembered = await RememberedPeople.TakeAsync(connection, source, articleKey, ct);
        return [.. people.Select(person => Given(person, articleKey, remembered.Of(person.Key)))];
    }

    private KnownPerson? Given(FoundPerson person, string articleKey, Remembered? remembered)
    {
        var all = known.Of(person.Key);
        List<long> ids = [.. all.Select(one => one.Id)];
        return remembered is null
            ? Taken(all, _splits.Of(ids, articleKey, person))
            : Taken(all, _splits.Of(remembered, ids, articleKey, person)) ?? all.FirstOrDefault(one => one.Id == remembered.FoundAs);
    }

    // Read as without the splits, so that taking one back gives to whom it was taken from.
    private static KnownPerson? Taken(IReadOnlyList<KnownPerson> all, IReadOnlyList<Taking> splits) =>
        splits.Count == 0 ? null : all.First(one => one.Id == splits[^1].Person) with
        {
            FoundAs = splits[0].Before,
            Splits = string.Join(' ', splits.Select(split => split.Edit.ToString(CultureInfo.InvariantCulture))),
        };

    private async Task<KnownPerson> ChooseAsync(
        FoundPerson person, PersonContext context, RoleField surroundings, List<long> companions, CancellationToken ct)
    {
        // Somebody may have become known since, by another entry of the same article.
        var all = known.Of(person.Key);
        var cards = all.DistinctBy(one => one.Card).ToList();
        await _namesakes.LoadAsync(cards.Select(one => one.Card), ct);
        var candidates = new List<KnownNamesake>(cards.Count);
        foreach (var one in cards)
        {
            candidates.Add(new KnownNamesake(
                _namesakes.Of(one.Card), await _namesakes.SharedAsync(one.Card, companions, ct), known.IsInOutlet(one.Card)));
        }

        var chosen = Namesakes.Choose(context, surroundings, candidates);
        return chosen < 0 ? await known.AddAsync(person, ct) : Taken(all, _splits.To(cards[chosen].Id, [.. all.Select(one => one.Id)])) ?? cards[chosen];
    }
}
