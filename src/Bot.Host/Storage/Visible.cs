using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>What a community may see: the articles of its own sources and of the operator's default set.</summary>
internal static class Visible
{
    /// <summary>The sources that @Asker may see.</summary>
    public const string Sources = "(select source_id from community_sources where community_id in (@Asker, 1))";

    /// <summary>
    /// As whom the community that <paramref name="community"/> names reads: itself, or <see cref="CommunityId.WithoutOwn"/> where nothing makes
    /// its view another than that. Whatever gives a community a view of its own has to be named here.
    /// </summary>
    public static string Reader(string community) => $"""
        case when exists (select 1 from community_sources k where k.community_id = {community})
            or exists (select 1 from hidden_articles h where h.community_id = {community})
            or exists (select 1 from filters f where f.community_id = {community})
            or exists (select 1 from marked_quotes q where q.community_id = {community})
        then {community} else {CommunityId.WithoutOwn.Value} end
        """;

    /// <summary>Those of <see cref="Sources"/> whose own name or that for the asker holds @Source, a pattern; all of them when it is null.</summary>
    public const string NamedSources = """
        (select c.source_id
         from community_sources c
         join sources s on s.id = c.source_id
         where c.community_id in (@Asker, 1)
            and (@Source is null or s.search_name like @Source escape '\' or c.search_name like @Source escape '\'))
        """;

    /// <summary>Somebody has a card who was quoted, be it only possibly, or named more than once: never after one passing mention.</summary>
    public static string HasCard(string person) => $"(sum(ps.mentions) > 1 or sum(ps.quotes + ps.possible) > {MarkedQuotes.CountOf(person, "true")})";

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
    /// The sources that the asker may see, when it is quicker to go through these one by one; null when it is quicker to go through all
    /// articles and pass over those of others, because the asker sees much of the archive or very many sources.
    /// </summary>
    public static async Task<IReadOnlyList<long>?> FewSourcesAsync(
        DbConnection connection, CommunityId asker, string? sourcePattern, CancellationToken ct)
    {
        // Looking into one source costs as much as passing over some articles. Measured at a hundred thousand articles: even where about
        // ten sources hold everything, or a hundred hold a tenth.
        const int MostSources = 200;
        const double DearestShare = 10;
        var sources = (await connection.QueryAsync<SourceRow>(new CommandDefinition(
            $"select id as Source, article_count as Articles, id in {NamedSources} as IsVisible from sources",
            new { Asker = asker.Value, Source = sourcePattern },
            cancellationToken: ct))).AsList();
        var visible = sources.FindAll(source => source.IsVisible);
        var share = visible.Sum(source => source.Articles) / (double)Math.Max(1, sources.Sum(source => source.Articles));

        return visible.Count > MostSources || visible.Count * share > DearestShare ? null : [.. visible.Select(source => source.Source)];
    }

    private sealed class SourceRow
    {
        public long Source { get; init; }

        public long Articles { get; init; }

        public bool IsVisible { get; init; }
    }
}
