using System.Data.Common;
using Bot.Digest.People;
using Dapper;

namespace Bot.Host.Storage.Editing;

/// <summary>Names that nobody is known by any more, because an operator took who bore them away for good. Only their hashes are kept.</summary>
internal static class RemovedNames
{
    /// <summary>From here on nobody is known by these names, or is by the key of one of them.</summary>
    public static Task<int> AddAsync(DbConnection connection, IEnumerable<string> keys, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        "insert into removed_names (name_hash) values (@Hash) on conflict (name_hash) do nothing",
        keys.Distinct().Select(key => new { Hash = Stored.TextHash(key) }),
        cancellationToken: ct));

    /// <summary>The article as it is stored: as if it named none of these people.</summary>
    public static async Task<ArticleParts> WithoutAsync(DbConnection connection, ArticleParts parts, CancellationToken ct)
    {
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select 1 from removed_names)", cancellationToken: ct)))
        {
            return parts;
        }

        var findings = parts.Understood.Findings;
        var people = findings.People.Select(person => (string[])[person.Key, .. KeysOf(person.Aliases.Prepend(person.Name))]).ToList();
        var speakers = findings.Quotes.Where(quote => quote.Person is null).Select(quote => quote.Speaker).OfType<string>().Distinct().ToList();
        var removed = await ThoseOfAsync(connection, [.. people.SelectMany(keys => keys), .. speakers.Select(PersonKey.Of)], ct);
        var gone = people.Index().Where(person => person.Item.Any(removed.Contains)).Select(person => person.Index).ToHashSet();
        var unnamed = speakers.Where(speaker => removed.Contains(PersonKey.Of(speaker))).ToHashSet();
        return gone.Count + unnamed.Count == 0
            ? parts
            : new ArticleParts(parts.Understood with { Findings = findings.Without(gone, unnamed) });
    }

    /// <summary>Those of these keys that belong to removed names.</summary>
    public static async Task<HashSet<string>> ThoseOfAsync(DbConnection connection, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var hashes = keys.Distinct().ToLookup(Stored.TextHash);
        var removed = await connection.QueryAsync<string>(new CommandDefinition(
            "select name_hash from removed_names where name_hash in @Hashes", new { Hashes = hashes.Select(hash => hash.Key) }, cancellationToken: ct));
        return [.. removed.SelectMany(hash => hashes[hash])];
    }

    /// <summary>The keys of forms that name somebody by themselves: one word alone may be anybody's.</summary>
    public static IEnumerable<string> KeysOf(IEnumerable<string> forms) => forms.Where(form => form.Contains(' ', StringComparison.Ordinal)).Select(PersonKey.Of);
}
