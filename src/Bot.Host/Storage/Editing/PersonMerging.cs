using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Makes one person part of another, and takes that back.</summary>
internal sealed class PersonMerging(DbConnection connection, IDatabase database)
{
    private readonly ArticleEntries _entries = new(connection, database);
    private readonly PersonForms _forms = new(connection);

    /// <summary>Everything that is said of one person counts for the other from here on.</summary>
    public async Task MergeAsync(long person, long into, CancellationToken ct)
    {
        await _forms.TrackAsync([person, into], ct);
        await CardTree.MergeAsync(connection, person, into, ct);
        foreach (var article in await _entries.OfAsync(person, ct))
        {
            IReadOnlyList<FoundEntry> before = [.. await _entries.ReadAsync(article, person, ct), .. await _entries.ReadAsync(article, into, ct)];
            await _entries.WriteAsync(article, before, [.. before.Select(entry => entry with { Person = into })], ct);
        }

        await _forms.RebuildAsync([person, into], ct);
    }

    /// <summary>What is said of a merged person counts for that one again, later articles included.</summary>
    public async Task UndoAsync(long person, long into, CancellationToken ct)
    {
        await CardTree.ReleaseAsync(connection, person, ct);
        var released = await CardTree.MembersAsync(connection, person, ct);
        var articles = (await connection.QueryAsync<long>(new CommandDefinition(
            "select distinct article_id from found_people where person_id = @Into and identity_id in @Released order by 1",
            new { Into = into, Released = released },
            cancellationToken: ct))).AsList();
        foreach (var article in articles)
        {
            var before = await _entries.ReadAsync(article, into, ct);
            await _entries.WriteAsync(
                article, before, [.. before.Select(entry => entry with { Person = released.Contains(entry.Identity) ? person : into })], ct);
        }

        await _forms.RebuildAsync([person, into], ct);
    }
}
