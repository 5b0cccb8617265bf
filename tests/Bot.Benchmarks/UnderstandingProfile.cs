using System.Diagnostics;
using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.Language.Detection;
using Bot.Digest.People;
using Bot.Digest.Quotes;
using Bot.Digest.Summaries;
using Bot.Digest.Timelines;

namespace Bot.Benchmarks;

/// <summary>Where the time and the memory of understanding go: the stages of <see cref="Bot.Digest.Understanding"/>, each with a clock.</summary>
internal static class UnderstandingProfile
{
    private const int Rounds = 12;

    private sealed record Cost(string Stage)
    {
        public long Ticks { get; set; }

        public long Bytes { get; set; }
    }

    /// <summary>Prints a line a stage and returns microseconds and bytes an article.</summary>
    public static Dictionary<string, object> Run(IReadOnlyList<Article> articles)
    {
        var costs = new List<Cost>();
        for (var round = 0; round < Rounds; round++)
        {
            costs = [new("language"), new("text"), new("people"), new("quotes"), new("events"), new("summary")];
            foreach (var article in articles)
            {
                Read(article, costs);
            }
        }

        foreach (var cost in costs.Append(Sum(costs)))
        {
            Console.WriteLine($"{cost.Stage,-8} {Microseconds(cost, articles.Count),8:F1} µs {cost.Bytes / 1000.0 / articles.Count,8:F1} kB");
        }

        return costs.ToDictionary(cost => cost.Stage, object (cost) => new { Microseconds = Math.Round(Microseconds(cost, articles.Count), 1), Bytes = cost.Bytes / articles.Count });
    }

    private static void Read(Article article, List<Cost> costs)
    {
        var language = Measure(costs[0], () => LanguageDetector.ReadAs(article.Text));
        using var text = Measure(costs[1], () => TextAnalysis.Of(article.Text, language));
        var people = Measure(costs[2], () => PeopleFinder.Find(text));
        Measure(costs[3], () => QuoteReader.Read(text, people));
        Measure(costs[4], () => EventFinder.Find(text, DateOnly.FromDateTime(article.Published.DateTime)));
        Measure(costs[5], () => Summariser.Summarise(text, article.Title, SummaryLength.Short));
    }

    private static T Measure<T>(Cost cost, Func<T> stage)
    {
        var (bytes, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        var result = stage();
        cost.Ticks += Stopwatch.GetTimestamp() - began;
        cost.Bytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
        return result;
    }

    private static Cost Sum(List<Cost> costs) => new("all") { Ticks = costs.Sum(cost => cost.Ticks), Bytes = costs.Sum(cost => cost.Bytes) };

    private static double Microseconds(Cost cost, int articles) => cost.Ticks * 1_000_000.0 / Stopwatch.Frequency / articles;
}
