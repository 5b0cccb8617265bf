using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Digest.Articles;
using Bot.Digest.Stories;

namespace Bot.Evaluation;

/// <summary>Headlines to stories, each decided before the next is looked at: <c>id</c>, <c>ts</c>, <c>title</c> and <c>url</c> in, <c>cluster</c> out.</summary>
public static class ClustersTask
{
    public static void Run(string input, string output)
    {
        var window = new StoryWindow(new StoryRules());
        var stories = 0L;
        JsonLines.Write(output, JsonLines.Read(input).Index().Select(line =>
        {
            var article = ToArticle(line.Item);
            var terms = ArticleTerms.Of(article);
            var choice = window.Choose(terms, article.Published);
            var story = choice.Story ?? ++stories;
            window.Add(new LiveArticle
            {
                Article = line.Index,
                Story = story,
                Published = article.Published,
                Terms = terms.Terms,
                Copies = terms.Copies,
                CopyOf = choice.CopyOf,
            });
            return new JsonObject { ["id"] = line.Item.GetProperty("id").GetString(), ["cluster"] = story };
        }));
    }

    private static Article ToArticle(JsonElement line) => new()
    {
        Title = line.GetProperty("title").GetString()!,
        Text = "",
        Published = DateTimeOffset.FromUnixTimeMilliseconds(line.GetProperty("ts").GetInt64()),
        Address = Uri.TryCreate(line.GetProperty("url").GetString(), UriKind.Absolute, out var address) ? address : null,
    };
}
