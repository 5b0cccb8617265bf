using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Digest.Stories;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>The headlines of stories, of the articles that the asking community may see.</summary>
internal static class StoryHeadlines
{
    /// <summary>The title that most of the titles of each story agree with, in a period.</summary>
    /// <param name="told">As <see cref="Filtering.HiddenArticles.ToldAsync"/> gives it for x.article_id; empty for all that can be seen.</param>
    public static async Task<Dictionary<long, string>> ReadAsync(
        IDatabase database, DbConnection connection, CommunityId asker, IReadOnlyList<long> stories, MomentRange period, string told, CancellationToken ct)
    {
        var titles = await connection.QueryAsync<(long Story, string Title)>(new CommandDefinition(
            $"""
            select story_id, title from (
                select x.story_id, a.title, x.published_at, x.article_id,
                    row_number() over (partition by x.story_id order by x.copy_of is not null, x.published_at desc, x.article_id desc) as place
                from story_articles x
                join articles a on a.id = x.article_id
                where x.story_id in ({database.Each("@Stories")}) and x.source_id in {Visible.Sources}
                    and {MomentRange.Holds} {told}) titles
            where place <= {StoryHeadline.MostTitles}
            order by story_id, published_at, article_id
            """,
            new { Stories = Numbers.List(stories), Asker = asker.Value, period.Since, period.Before, period.LateSince },
            cancellationToken: ct));
        return titles.GroupBy(title => title.Story).ToDictionary(
            story => story.Key, story => StoryHeadline.Of([.. story.Select(title => title.Title)]));
    }
}

/// <summary>Stored moments from one up to, not including, another.</summary>
/// <param name="LateSince">From here on too what was added to the archive only in the range.</param>
internal readonly record struct MomentRange(long Since, long Before, long LateSince)
{
    /// <summary>Condition that article x of a story lies in the range @Since, @Before, @LateSince.</summary>
    public const string Holds = """
        x.published_at >= @LateSince and x.published_at < @Before
        and (x.published_at >= @Since or exists (select 1 from articles late where late.id = x.article_id and late.added_at >= @Since))
        """;

    public static readonly MomentRange Always = new(long.MinValue, long.MaxValue, long.MinValue);

    public static MomentRange Of(StoryPeriod period) =>
        new(Stored.Moment(period.Since), Stored.Moment(period.Before), Stored.Moment(period.Since - period.Late));
}
