using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>What a community may see: the articles of its own sources and of the operator's default set.</summary>
internal static class Visible
{
    /// <summary>The sources that @Asker may see.</summary>
    public const string Sources = "(select source_id from community_sources where community_id in (@Asker, 1))";

    /// <summary>Those of <see cref="Sources"/> whose name holds @Source, a pattern; all of them when it is null.</summary>
    public const string NamedSources = """
        (select c.source_id
         from community_sources c
         join sources s on s.id = c.source_id
         where c.community_id in (@Asker, 1) and (@Source is null or s.search_name like @Source escape '\'))
        """;

    /// <summary>Somebody has a card who was quoted, be it only possibly, or named more than once: never after one passing mention.</summary>
    public const string HasCard = "(sum(ps.quotes + ps.possible) > 0 or sum(ps.mentions) > 1)";

    /// <summary>A pattern for names that hold what was typed; null when nothing was.</summary>
    public static string? NamePattern(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        // Folding leaves letters, digits and blanks, so that nothing typed acts as a pattern; signs alone fit no name.
        var folded = TextWords.Fold(typed);
        return folded.Length == 0 ? "" : $"%{folded}%";
    }

    /// <summary>
    /// Tags for the word indexes to pass over what the asker may not see; empty where looking at the sources of what was found is quicker,
    /// because the asker sees much of the archive or very many sources.
    /// </summary>
    public static async Task<IReadOnlyList<string>> TagsAsync(
        DbConnection connection, CommunityId asker, string? sourcePattern, CancellationToken ct)
    {
        // Each tag costs as much as some rows that are passed over. Measured at a hundred thousand articles: even where about ten
        // sources hold everything, or a hundred hold a tenth.
        const int MostTags = 200;
        const double DearestShare = 10;
        var sources = (await connection.QueryAsync<SourceRow>(new CommandDefinition(
            $"select id as Source, article_count as Articles, id in {NamedSources} as IsVisible from sources",
            new { Asker = asker.Value, Source = sourcePattern },
            cancellationToken: ct))).AsList();
        var visible = sources.FindAll(source => source.IsVisible);
        var share = visible.Sum(source => source.Articles) / (double)Math.Max(1, sources.Sum(source => source.Articles));

        // No source at all must find nothing, not everything.
        return visible.Count > MostTags || visible.Count * share > DearestShare
            ? []
            : [.. visible.Select(source => Tags.Source(source.Source)).DefaultIfEmpty(Tags.Source(0))];
    }

    private sealed class SourceRow
    {
        public long Source { get; init; }

        public long Articles { get; init; }

        public bool IsVisible { get; init; }
    }
}
