using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>
/// Makes one person part of another, and takes that back: at once for articles that are stored from then on, and article by article for
/// those of before, so that nobody has to wait for somebody who is in very many.
/// </summary>
internal sealed class PersonMerging(DbConnection connection, IDatabase database)
{
    private readonly ArticleEntries _entries = new(connection, database);
    private readonly PersonForms _forms = new(connection);

    /// <summary>From here on everything that is said of one person counts for the other.</summary>
    public async Task BeginAsync(long person, long into, CancellationToken ct)
    {
        await _forms.TrackAsync([person, into], ct);
        await CardTree.MergeAsync(connection, person, into, ct);
    }

    /// <summary>From here on what is said of a merged person counts for that one again.</summary>
    public Task BeginUndoAsync(long person, CancellationToken ct) => CardTree.ReleaseAsync(connection, person, ct);

    /// <summary>Lets some of the articles of before follow.</summary>
    /// <param name="hasTime">Asked after each article.</param>
    /// <returns>Whether all of them have.</returns>
    public async Task<bool> GoOnAsync(EditRow merge, Func<bool> hasTime, CancellationToken ct)
    {
        var (person, into) = (merge.PersonId, merge.OtherId!.Value);
        var moved = merge.UndoneAt is null ? await MergeAsync(person, into, hasTime, ct) : await PartAsync(person, into, hasTime, ct);
        if (moved > 0)
        {
            return false;
        }

        await _forms.RebuildAsync([person, into], ct);
        return true;
    }

    private async Task<int> MergeAsync(long person, long into, Func<bool> hasTime, CancellationToken ct) =>
        await Portion.OfAsync(await _entries.OfAsync(person, Portion.AtOnce, ct), hasTime, async article =>
        {
            IReadOnlyList<FoundEntry> before = [.. await _entries.ReadAsync(article, person, ct), .. await _entries.ReadAsync(article, into, ct)];
            await _entries.WriteAsync(article, before, [.. before.Select(entry => entry with { Person = into })], ct);
        });

    private async Task<int> PartAsync(long person, long into, Func<bool> hasTime, CancellationToken ct)
    {
        var released = await CardTree.MembersAsync(connection, person, ct);
        var articles = await connection.QueryAsync<long>(new CommandDefinition(
            "select distinct article_id from found_people where person_id = @Into and identity_id in @Released order by 1 limit @Most",
            new { Into = into, Released = released, Most = Portion.AtOnce },
            cancellationToken: ct));
        return await Portion.OfAsync(articles, hasTime, async article =>
        {
            var before = await _entries.ReadAsync(article, into, ct);
            await _entries.WriteAsync(
                article, before, [.. before.Select(entry => entry with { Person = released.Contains(entry.Identity) ? person : into })], ct);
        });
    }
}
