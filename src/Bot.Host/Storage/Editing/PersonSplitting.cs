using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>
/// Gives some of a person's articles to a new person of the same name, and takes that back: at once for articles that are stored from then on,
/// and article by article for those of before.
/// </summary>
internal sealed class PersonSplitting(DbConnection connection, IDatabase database)
{
    private readonly ArticleEntries _entries = new(connection, database);
    private readonly PersonForms _forms = new(connection);

    /// <summary>How many of a person's articles a split takes, and how many it leaves.</summary>
    public async Task<(int Taken, int Left)> CountAsync(long person, SplitRange range, CancellationToken ct)
    {
        var taken = await range.FitAsync(connection, _entries, person, int.MaxValue, ct);
        var all = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select coalesce(sum(articles), 0) from person_sources where person_id = @Person", new { Person = person }, cancellationToken: ct));
        return (taken.Count, all - taken.Count);
    }

    /// <summary>From here on articles that fit are the new person's.</summary>
    public async Task BeginAsync(long edit, long person, long other, SplitRange range, CancellationToken ct)
    {
        await _forms.TrackAsync([person, other], ct);
        await range.KeepAsync(connection, edit, ct);
    }

    /// <summary>From here on everything of the new person counts for the old one again.</summary>
    public Task BeginUndoAsync(long person, long other, CancellationToken ct) => CardTree.MergeAsync(connection, other, person, ct);

    /// <summary>Lets some of the articles of before follow.</summary>
    /// <param name="hasTime">Asked after each article.</param>
    /// <returns>Whether all of them have.</returns>
    public async Task<bool> GoOnAsync(EditRow split, Func<bool> hasTime, CancellationToken ct)
    {
        var (person, other) = (split.PersonId, split.OtherId!.Value);
        var isDone = split.UndoneAt is null
            ? await TakeAsync(split.Id, person, other, hasTime, ct)
            : await GiveBackAsync(split.Id, person, other, hasTime, ct);
        if (isDone)
        {
            await _forms.RebuildAsync([person, other], ct);
        }

        return isDone;
    }

    private async Task<bool> TakeAsync(long edit, long person, long other, Func<bool> hasTime, CancellationToken ct)
    {
        var range = await SplitRange.ReadAsync(connection, edit, ct);
        var articles = await range.FitAsync(connection, _entries, person, Portion.AtOnce, ct);
        return await Portion.OfAsync(articles, hasTime, async article =>
        {
            var before = await _entries.ReadAsync(article, person, ct);
            await ShareKeysAsync(before.Select(entry => entry.FoundAs), other, ct);
            await _forms.TakeAsync(before, edit, other, ct);
            await _entries.WriteAsync(article, before, [.. before.Select(entry => entry.Take(edit, other))], ct);
        }) == 0;
    }

    private async Task<bool> GiveBackAsync(long edit, long person, long other, Func<bool> hasTime, CancellationToken ct)
    {
        var newPeople = (await connection.QueryAsync<(long Edit, long Other)>(new CommandDefinition(
            "select id, other_id from person_edits where kind = @Split", new { Split = (long)PersonEditKind.Split }, cancellationToken: ct))).ToDictionary(row => row.Edit, row => row.Other);
        var moved = await Portion.OfAsync(await _entries.OfAsync(other, Portion.AtOnce, ct), hasTime, async article =>
        {
            IReadOnlyList<FoundEntry> before = [.. await _entries.ReadAsync(article, other, ct), .. await _entries.ReadAsync(article, person, ct)];
            await _entries.WriteAsync(article, before, [.. before.Select(entry => Back(entry, edit, newPeople) with { Person = person })], ct);
        });
        if (moved == 0)
        {
            // Not before: where an outlet's last article is taken out, forms stay for as long as somebody on their card is in it.
            await _forms.GiveBackAsync(edit, other, newPeople, ct);
        }

        return moved == 0;
    }

    private static FoundEntry Back(FoundEntry entry, long edit, Dictionary<long, long> newPeople)
    {
        var splits = entry.Splits;
        return splits.Count == 0 || splits[^1] != edit ? entry
            : entry.GiveBack(splits.Count == 1 ? entry.FoundAs : newPeople[splits[^2]]);
    }

    // Whoever is read by one of these keys may mean the new person from here on.
    private async Task ShareKeysAsync(IEnumerable<long> people, long other, CancellationToken ct)
    {
        var keys = await connection.QueryAsync<string>(new CommandDefinition(
            "select key from persons where id in @People", new { People = people }, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into namesakes (key, person_id) values (@Key, @Other) on conflict (key, person_id) do nothing",
            keys.Select(NewPerson.SharedKey).Distinct().Select(key => new { Key = key, Other = other }),
            cancellationToken: ct));
    }
}
