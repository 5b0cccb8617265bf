using Bot.Digest.Ports;

namespace Bot.Host.Storage;

/// <summary>A story, as a row.</summary>
internal class StoryRow
{
    /// <summary>The columns of a story, of story_articles x and sources s.</summary>
    public const string Columns = """
        x.story_id as Id, min(x.published_at) as First, max(x.published_at) as Last, count(*) as Articles,
            count(distinct s.publisher_id) as Publishers
        """;

    public long Id { get; init; }

    public long First { get; init; }

    public long Last { get; init; }

    public long Articles { get; init; }

    public long Publishers { get; init; }

    public Story ToStory(Dictionary<long, string> headlines) => new(
        new StoryId(Id), headlines[Id], Stored.Moment(First), Stored.Moment(Last), (int)Articles, (int)Publishers);
}
