using System.Diagnostics;
using System.Text;
using Bot.Digest;

namespace Bot.Benchmarks;

/// <summary>How many articles one core understands in a second, and what memory an article asks for.</summary>
internal static class UnderstandingRun
{
    private const int Distinct = 400;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    /// <summary>Reads the same articles again and again.</summary>
    /// <param name="withStages">Whether the cost of each stage is measured too.</param>
    public static Dictionary<string, object> Run(bool withStages)
    {
        var news = new GeneratedNews(seed: 1);
        var articles = Enumerable.Range(0, Distinct).Select(news.Article).ToList();
        var found = articles.Select(Understanding.Read).ToList();
        Console.WriteLine(
            $"{Distinct} articles, mean {articles.Average(article => Encoding.UTF8.GetByteCount(article.Text)):F0} bytes, "
            + $"{found.Average(one => one.Quotes.Count):F1} quotes, {found.Average(one => one.People.Count):F1} people, {found.Average(one => one.Events.Count):F1} dates");

        // Once more round than the tiers of the compiler need.
        for (var round = 0; round < 5; round++)
        {
            articles.ForEach(article => Understanding.Read(article));
        }

        using var process = Process.GetCurrentProcess();
        var (read, used, allocated, clock) = (0, process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        while (clock.Elapsed < Measured)
        {
            articles.ForEach(article => Understanding.Read(article));
            read += articles.Count;
        }

        var seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        used = process.TotalProcessorTime - used;
        var result = new Dictionary<string, object>
        {
            ["articles_per_second_per_core"] = Math.Round(read / seconds, 1),

            // The figure that a busy machine does not spoil: by the time that a processor spent on it, the collector's included.
            ["articles_per_processor_second"] = Math.Round(read / used.TotalSeconds, 1),
            ["bytes_per_article"] = (GC.GetAllocatedBytesForCurrentThread() - allocated) / read,
        };
        if (withStages)
        {
            result["stages"] = UnderstandingProfile.Run(articles);
        }

        return result;
    }
}
