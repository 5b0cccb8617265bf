using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Which articles a split takes: with a role, of an outlet, and single ones. Later articles are held against the same by <see cref="SplitRules"/>.</summary>
/// <param name="Role">Folded; null for none.</param>
/// <param name="Source">Folded; null for none.</param>
/// <param name="Articles">Their numbers.</param>
internal sealed record SplitRange(string? Role, string? Source, IReadOnlyList<long> Articles)
{
    public static SplitRange Of(PersonSplit split) => new(
        split.Role is { } role ? TextWords.Fold(role) : null,
        split.Source is { } source ? TextWords.Fold(source) : null,
        [.. split.Articles.Select(article => article.Value)]);

    /// <summary>What is kept of a split.</summary>
    public static async Task<SplitRange> ReadAsync(DbConnection connection, long edit, CancellationToken ct)
    {
        var rules = (await connection.QueryAsync<(string? Role, string? Source, string? Article)>(new CommandDefinition(
            "select role, source_name, article_key from split_rules where edit_id = @Edit", new { Edit = edit }, cancellationToken: ct))).AsList();
        var articles = await connection.QueryAsync<long>(new CommandDefinition(
            """
            select a.id
            from split_rules r
            join sources s on s.id = r.source_id or s.search_name = r.source_name
            join articles a on a.source_id = s.id and a.key = r.article_key
            where r.edit_id = @Edit
            """,
            new { Edit = edit },
            cancellationToken: ct));
        return new SplitRange(
            rules.Find(rule => rule.Role is not null).Role,
            rules.Find(rule => rule is { Role: null, Article: null }).Source,
            articles.AsList());
    }

    /// <summary>Keeps it with a split, for the articles of before that have to follow and for later ones.</summary>
    public async Task KeepAsync(DbConnection connection, long edit, CancellationToken ct)
    {
        if (Role is not null)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into split_rules (edit_id, role) values (@Edit, @Role)", new { Edit = edit, Role }, cancellationToken: ct));
        }

        if (Source is not null)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into split_rules (edit_id, source_name) values (@Edit, @Source)", new { Edit = edit, Source }, cancellationToken: ct));
        }

        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into split_rules (edit_id, source_id, article_key)
            select @Edit, source_id, key from articles where id in @Articles
            """,
            new { Edit = edit, Articles },
            cancellationToken: ct));
    }

    /// <summary>Articles of a person that it takes, in no order.</summary>
    /// <param name="most">About as many are enough.</param>
    public async Task<IReadOnlyCollection<long>> FitAsync(DbConnection connection, ArticleEntries entries, long person, int most, CancellationToken ct)
    {
        var fitting = (await connection.QueryAsync<long>(new CommandDefinition(
            "select article_id from mentions where article_id in @Articles and person_id = @Person", new { Articles, Person = person }, cancellationToken: ct))).ToHashSet();
        if (Source is not null && fitting.Count < most)
        {
            var sources = (await connection.QueryAsync<long>(new CommandDefinition(
                "select id from sources where search_name = @Source", new { Source }, cancellationToken: ct))).AsList();
            fitting.UnionWith(await entries.OfAsync(person, sources, most, ct));
        }

        if (Role is not null && fitting.Count < most)
        {
            fitting.UnionWith(await WithRoleAsync(connection, person, Role, most, ct));
        }

        return fitting;
    }

    private static async Task<IEnumerable<long>> WithRoleAsync(DbConnection connection, long person, string role, int most, CancellationToken ct)
    {
        var printed = await connection.QueryAsync<string>(new CommandDefinition(
            "select distinct text from person_roles where person_id = @Person", new { Person = person }, cancellationToken: ct));
        return await connection.QueryAsync<long>(new CommandDefinition(
            "select distinct article_id from person_roles where person_id = @Person and text in @Fitting limit @Most",
            new { Person = person, Fitting = printed.Where(text => SplitRules.Fits(text, role)), Most = most },
            cancellationToken: ct));
    }
}
