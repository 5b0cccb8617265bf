using System.IO.Compression;
using System.Text;
using Bot.Digest.Reading;
using SmartReader;
using Document = Bot.Digest.Reading.Document;

namespace Bot.Benchmarks;

/// <summary>How many pages one core reads in a second, side by side with SmartReader, which takes only the body and a few facts.</summary>
internal static class PagesRun
{
    private const int Distinct = 100;

    /// <summary>A page's time is the least of so many: what else the machine does adds to a reading and never takes away.</summary>
    private const int Rounds = 5;

    /// <summary>Reads each page several times with both.</summary>
    /// <param name="folder">Holds gzipped pages to read instead of generated ones; may be null.</param>
    public static Dictionary<string, object> Run(string? folder)
    {
        var pages = folder is null ? Generated() : Kept(folder);
        Console.WriteLine($"{pages.Count} pages, mean {pages.Average(page => page.Length):F0} characters");
        var (own, other) = (new Least(pages.Count), new Least(pages.Count));
        var documents = pages.ConvertAll(page => new Document { Bytes = Encoding.UTF8.GetBytes(page), Kind = DocumentKind.Page, ReadAt = GeneratedNews.Newest });

        // The first round warms both up; readings take turns, so that a busy moment strikes both.
        for (var round = 0; round <= Rounds; round++)
        {
            for (var i = 0; i < pages.Count; i++)
            {
                own.Measure(i, () => ArticleReader.Read(documents[i]));
                other.Measure(i, () => BySmartReader(pages[i]));
            }
        }

        return new()
        {
            ["pages"] = pages.Count,
            ["mean_characters"] = Math.Round(pages.Average(page => page.Length)),
            ["own"] = own.Summary(),
            ["smartreader"] = other.Summary(),
        };
    }

    private static List<string> Generated()
    {
        var generator = new GeneratedPages(seed: 1);
        return [.. Enumerable.Range(0, Distinct).Select(generator.Page)];
    }

    private static List<string> Kept(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.gz").Order(StringComparer.Ordinal).Select(file =>
        {
            using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            return text.ReadToEnd();
        })];

    private static void BySmartReader(string page)
    {
        using var reader = new Reader("https://news.example/article", page);
        reader.GetArticle();
    }

    /// <summary>The least time and the least memory of each page.</summary>
    private sealed class Least(int pages)
    {
        private readonly double[] _milliseconds = [.. Enumerable.Repeat(double.MaxValue, pages)];
        private readonly long[] _bytes = [.. Enumerable.Repeat(long.MaxValue, pages)];

        public void Measure(int page, Action read)
        {
            var (allocated, began) = (GC.GetAllocatedBytesForCurrentThread(), TimeProvider.System.GetTimestamp());
            read();
            _milliseconds[page] = Math.Min(_milliseconds[page], TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            _bytes[page] = Math.Min(_bytes[page], GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        public Dictionary<string, double> Summary()
        {
            var sorted = _milliseconds.Order().ToList();
            return new()
            {
                ["pages_per_second_per_core"] = Math.Round(1_000 / sorted.Average(), 1),
                ["p50_ms"] = Math.Round(sorted[sorted.Count / 2], 2),
                ["p95_ms"] = Math.Round(sorted[(int)(sorted.Count * 0.95)], 2),
                ["max_ms"] = Math.Round(sorted[^1], 2),
                ["bytes_per_page"] = Math.Round(_bytes.Average()),
            };
        }
    }
}
