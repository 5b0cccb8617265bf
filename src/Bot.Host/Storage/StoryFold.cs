using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>An article that stands for its story in a list.</summary>
/// <param name="Story">Null for an article that was put to none.</param>
internal readonly record struct ListedArticle(long Article, FoundStory? Story);

/// <summary>Puts found articles of one story behind the first of them.</summary>
internal static class StoryFold
{
    /// <summary>The first article of each story and those without one, in their order.</summary>
    public static async Task<List<ListedArticle>> ReadAsync(
        IDatabase database, DbConnection connection, List<FoundArticle> found, CancellationToken ct)
    {
        var storyOf = (await connection.QueryAsync<(long Article, long Story)>(new CommandDefinition(
            $"select article_id, story_id from story_articles where article_id in ({database.Each("@Articles")})",
            new { Articles = Numbers.List(found.Select(article => article.Id)) },
            cancellationToken: ct))).ToDictionary(row => row.Article, row => row.Story);
        var counts = storyOf.Values.CountBy(story => story).ToDictionary();
        var listed = new List<ListedArticle>();
        foreach (var article in found)
        {
            if (!storyOf.TryGetValue(article.Id, out var story))
            {
                listed.Add(new ListedArticle(article.Id, null));
            }
            else if (counts.Remove(story, out var articles))
            {
                listed.Add(new ListedArticle(article.Id, new FoundStory(new StoryId(story), articles - 1)));
            }
        }

        return listed;
    }
}
