using System.Diagnostics;
using Bot.Digest.Stories;

namespace Bot.Benchmarks;

/// <summary>
/// Puts a generated stream of full texts to stories and compares them with the plan (B-cubed; Bagga and Baldwin 1998), and measures what an
/// article costs when ten thousand are archived and at the end of the stream.
/// </summary>
internal sealed class StoriesRun(int articles)
{
    private const int Early = 10_000;
    private const int Measured = 5_000;

    private readonly Dictionary<(long Planned, long Found), int> _both = [];
    private readonly Dictionary<long, int> _planned = [];
    private readonly Dictionary<long, int> _found = [];
    private readonly TimeSpan[] _costs = new TimeSpan[articles];

    public Dictionary<string, object> Run()
    {
        var (window, stories) = (new StoryWindow(new StoryRules()), 0L);
        foreach (var (number, planted) in new StoryStream(seed: 5).Articles().Take(articles).Index())
        {
            var began = Stopwatch.GetTimestamp();
            var terms = ArticleTerms.Of(planted.Article);
            var choice = window.Choose(terms, planted.Article.Published);
            var story = choice.Story ?? ++stories;
            window.Add(new LiveArticle
            {
                Article = number,
                Story = story,
                Published = planted.Article.Published,
                Terms = terms.Terms,
                Copies = terms.Copies,
                CopyOf = choice.CopyOf,
            });
            _costs[number] = Stopwatch.GetElapsedTime(began);
            Count(planted.Happening, story);
        }

        var (precision, recall) = BCubed();
        return new()
        {
            ["articles"] = articles,
            ["planned_stories"] = _planned.Count,
            ["found_stories"] = _found.Count,
            ["bcubed_precision"] = Math.Round(precision, 4),
            ["bcubed_recall"] = Math.Round(recall, 4),
            ["bcubed_f1"] = Math.Round(2 * precision * recall / (precision + recall), 4),
            ["microseconds_early"] = CostUpTo(Math.Min(articles, Early + Measured)),
            ["microseconds_late"] = CostUpTo(articles),
        };
    }

    private void Count(long planned, long found)
    {
        _both[(planned, found)] = _both.GetValueOrDefault((planned, found)) + 1;
        _planned[planned] = _planned.GetValueOrDefault(planned) + 1;
        _found[found] = _found.GetValueOrDefault(found) + 1;
    }

    private (double Precision, double Recall) BCubed() => (
        _both.Sum(cell => (double)cell.Value * cell.Value / _found[cell.Key.Found]) / articles,
        _both.Sum(cell => (double)cell.Value * cell.Value / _planned[cell.Key.Planned]) / articles);

    /// <summary>The median cost of the articles before that one: other work on the machine disturbs a mean.</summary>
    private double CostUpTo(int end)
    {
        var costs = _costs.AsSpan(Math.Max(0, end - Measured), Math.Min(end, Measured)).ToArray();
        Array.Sort(costs);
        return Math.Round(costs[costs.Length / 2].TotalMicroseconds, 1);
    }
}
