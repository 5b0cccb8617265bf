using System.Diagnostics;
using System.Text;
using Bot.Digest.Language;
using Bot.Digest.Language.Dates;

namespace Bot.Benchmarks;

/// <summary>How many articles the date tagger alone reads in a second on one core; cutting the text into words is not counted.</summary>
internal static class DatesRun
{
    private const int Distinct = 400;
    private static readonly TimeSpan _measured = TimeSpan.FromSeconds(4);

    /// <summary>Articles a second, bytes an article.</summary>
    public static Dictionary<string, object> Run()
    {
        var news = new GeneratedNews(seed: 1);
        var articles = Enumerable.Range(0, Distinct).Select(news.Article).ToList();
        var texts = articles.ConvertAll(article => (Text: TextAnalysis.Of(article.Text), Day: DateOnly.FromDateTime(article.Published.DateTime)));
        Console.WriteLine(
            $"{Distinct} articles, mean {articles.Average(article => Encoding.UTF8.GetByteCount(article.Text)):F0} bytes, "
            + $"{texts.Average(text => DateTagger.Read(text.Text, text.Day).Count):F1} time expressions");
        for (var warming = 0; warming < 20; warming++)
        {
            texts.ForEach(text => DateTagger.Read(text.Text, text.Day));
        }

        // Time of the processor, not of the wall: what else the machine does is nothing to the tagger.
        var (read, allocated, clock, began) = (0L, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        while (clock.Elapsed < _measured)
        {
            texts.ForEach(text => DateTagger.Read(text.Text, text.Day));
            read += texts.Count;
        }

        return new()
        {
            ["articles_per_second_per_core"] = Math.Round(read / (Environment.CpuUsage.TotalTime - began).TotalSeconds, 1),
            ["bytes_per_article"] = (GC.GetAllocatedBytesForCurrentThread() - allocated) / read,
        };
    }
}
