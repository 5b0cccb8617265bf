using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Gives some of a person's articles to a new person of the same name, and takes that back.</summary>
internal sealed class PersonSplitting(DbConnection connection, IDatabase database)
{
    private readonly ArticleEntries _entries = new(connection, database);
    private readonly PersonForms _forms = new(connection);

    /// <summary>The articles of a person that a split takes, and how many it leaves.</summary>
    public async Task<(IReadOnlyList<long> Taken, int Left)> FitAsync(long person, PersonSplit split, CancellationToken ct)
    {
        var all = await _entries.OfAsync(person, int.MaxValue, ct);
        var asked = split.Articles.Select(article => article.Value).ToHashSet();
        var sources = split.Source is null ? [] : (await SourcesAsync(split.Source, ct)).ToHashSet();
        var taken = new List<long>();
        foreach (var article in all)
        {
            if (asked.Contains(article) || await FitsAsync(article, person, sources, split.Role, ct))
            {
                taken.Add(article);
            }
        }

        return (taken, all.Count - taken.Count);
    }

    /// <summary>Moves articles to the new person.</summary>
    public async Task SplitAsync(long edit, long person, long other, IReadOnlyList<long> articles, CancellationToken ct)
    {
        await _forms.TrackAsync([person, other], ct);
        var takenAs = new HashSet<long>();
        foreach (var article in articles)
        {
            var before = await _entries.ReadAsync(article, person, ct);
            takenAs.UnionWith(before.Select(entry => entry.FoundAs));
            await _forms.TakeAsync(before, edit, other, ct);
            await _entries.WriteAsync(article, before, [.. before.Select(entry => entry.Take(edit, other))], ct);
        }

        await ShareKeysAsync(takenAs, other, ct);
        await _forms.RebuildAsync([person, other], ct);
    }

    /// <summary>Keeps which later articles belong to the new person.</summary>
    public async Task KeepRulesAsync(long edit, PersonSplit split, CancellationToken ct)
    {
        if (split.Role is { } role)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into split_rules (edit_id, role) values (@Edit, @Role)", new { Edit = edit, Role = TextWords.Fold(role) }, cancellationToken: ct));
        }

        if (split.Source is { } source)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into split_rules (edit_id, source_name) values (@Edit, @Source)", new { Edit = edit, Source = TextWords.Fold(source) }, cancellationToken: ct));
        }

        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into split_rules (edit_id, source_name, article_key)
            select @Edit, s.search_name, a.key from articles a join sources s on s.id = a.source_id where a.id in @Articles
            """,
            new { Edit = edit, Articles = split.Articles.Select(article => article.Value) },
            cancellationToken: ct));
    }

    /// <summary>Gives everything of the new person back, later articles included.</summary>
    public async Task UndoAsync(long edit, long person, long other, CancellationToken ct)
    {
        var articles = await _entries.OfAsync(other, int.MaxValue, ct);
        await CardTree.MergeAsync(connection, other, person, ct);
        var newPeople = (await connection.QueryAsync<(long Edit, long Other)>(new CommandDefinition(
            "select id, other_id from person_edits where kind = @Split", new { Split = (long)PersonEditKind.Split }, cancellationToken: ct))).ToDictionary(row => row.Edit, row => row.Other);
        foreach (var article in articles)
        {
            IReadOnlyList<FoundEntry> before = [.. await _entries.ReadAsync(article, other, ct), .. await _entries.ReadAsync(article, person, ct)];
            await _entries.WriteAsync(article, before, [.. before.Select(entry => Back(entry, edit, newPeople) with { Person = person })], ct);
        }

        await _forms.GiveBackAsync(edit, other, newPeople, ct);
        await _forms.RebuildAsync([person, other], ct);
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

    private async Task<bool> FitsAsync(long article, long person, HashSet<long> sources, string? role, CancellationToken ct)
    {
        if (sources.Count > 0 && sources.Contains(await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "select source_id from articles where id = @Article", new { Article = article }, cancellationToken: ct))))
        {
            return true;
        }

        return role is not null
            && (await _entries.ReadAsync(article, person, ct)).SelectMany(entry => entry.Roles).Any(printed => SplitRules.Fits(printed, TextWords.Fold(role)));
    }

    private async Task<IReadOnlyList<long>> SourcesAsync(string name, CancellationToken ct) =>
        (await connection.QueryAsync<long>(new CommandDefinition(
            "select id from sources where search_name = @Name", new { Name = TextWords.Fold(name) }, cancellationToken: ct))).AsList();
}
