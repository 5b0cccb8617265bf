using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.Host.Fetching;
using Bot.Host.Health;
using Bot.Host.Ingestion;
using Bot.Host.Ingestion.Visits;
using Bot.Host.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>
/// Fills an archive with generated articles on the way that every article takes (JSON lines, reading, understanding, storing) and then
/// times the commands on it as they are typed.
/// </summary>
/// <param name="only">The measured commands; all where none is named.</param>
internal sealed class LoadRun(int articles, string folder, IReadOnlyCollection<string> only)
{
    private const int Communities = 200;
    private const int Sources = 1_000;
    private const int DefaultSources = 100;
    private const int Calls = 500;

    private readonly GeneratedNews _news = new(seed: 2);
    private readonly Zipf _sources = new(Sources, 0.8);
    private long _textBytes;

    public async Task<Dictionary<string, object>> RunAsync(CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await using (var services = Services())
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(ct);
            if (await services.GetRequiredService<IArticles>().CountAsync(CommunityId.DefaultSet, ct) == 0)
            {
                await FillAsync(services, ct);
            }
        }

        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine($"{articles} articles in {seconds:F0} s, resident {Resident()} MB");
        var commands = new Dictionary<string, object>();
        await using (var services = Services())
        {
            foreach (var (name, line) in new LoadQuestions(_news, articles, new Random(3)).All.Where(question => only.Count == 0 || only.Contains(question.Name)))
            {
                var timings = await TimeAsync(services.GetRequiredService<CommandDispatcher>(), line, ct);
                commands[name] = timings.Summary();
                Console.WriteLine($"{name,-14} p50 {timings.Percentile(0.5),8:F2}  p95 {timings.Percentile(0.95),8:F2}  p99 {timings.Percentile(0.99),8:F2} ms, processor p50 {timings.ProcessorPercentile(0.5),8:F2}  p95 {timings.ProcessorPercentile(0.95),8:F2} ms");
            }

            if (only.Count == 0 || only.Contains("suggest"))
            {
                commands["suggest"] = await new SuggestionsRun(services, _news, Communities).RunAsync(ct);
            }
        }

        return new()
        {
            ["articles"] = articles,
            ["import_per_second"] = Math.Round(articles / seconds, 1),
            ["commands"] = commands,
            ["file_bytes_per_article"] = new DirectoryInfo(folder).EnumerateFiles(StorageSetup.FileName + "*").Sum(file => file.Length) / articles,
            ["text_bytes_per_article"] = _textBytes / articles,
            ["resident_mb"] = Resident(),
        };
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddSingleton<TimeProvider>(new EveningClock())
        .AddLogging()
        .AddStorage(folder)
        .AddStatus(folder)
        .AddFetching()
        .AddVisits()
        .AddChatCommands()
        .BuildServiceProvider();

    // The sources of one community after another: the operator's default set first.
    private async Task FillAsync(ServiceProvider services, CancellationToken ct)
    {
        var byCommunity = Enumerable.Range(0, articles).ToLookup(number => CommunityOf(SourceOf(number)));
        for (var community = 1; community <= Communities; community++)
        {
            var file = Path.Combine(folder, "part.jsonl");
            await File.WriteAllLinesAsync(file, byCommunity[community].Select(Line), ct);
            var items = new InputReader(new InputStatement(), TimeProvider.System).ReadAsync([new FileInfo(file)], folder, ct);
            var pipeline = new IngestionPipeline(services.GetRequiredService<IArchiveWriter>(), NullLogger<IngestionPipeline>.Instance);
            var report = await pipeline.RunAsync(items, new CommunityId(community), null, ct);
            if (report.Counts.New != byCommunity[community].Count())
            {
                throw new InvalidOperationException($"Of {byCommunity[community].Count()} articles {report.Counts.New} were stored.");
            }

            File.Delete(file);
        }
    }

    private int SourceOf(int number) => _sources.Draw(new Random(number));

    // The busiest sources are everyone's; the others are shared out.
    private static int CommunityOf(int source) => source < DefaultSources ? 1 : 2 + (source % (Communities - 1));

    private string Line(int number)
    {
        var article = _news.Article(number);
        _textBytes += Encoding.UTF8.GetByteCount(article.Text);
        return JsonSerializer.Serialize(new
        {
            url = $"https://outlet-{SourceOf(number)}.example/{number}",
            title = article.Title,
            published = article.Published,
            source = $"Outlet {SourceOf(number)}",
            text = article.Text,
        });
    }

    private static async Task<Timings> TimeAsync(CommandDispatcher dispatcher, Func<string> line, CancellationToken ct)
    {
        var timings = new Timings();
        var random = new Random(4);
        for (var call = 0; call < Calls; call++)
        {
            var request = new CommandRequest
            {
                Line = line(),
                Chat = new ChatAddress("load", "load", "load"),
                Community = new CommunityId(random.Next(1, Communities + 1)),
                User = "load",
                Access = Access.Operator,
            };
            await timings.MeasureAsync(() => dispatcher.RunAsync(request, ct));
        }

        return timings;
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1_000_000;
    }

    /// <summary>Goes on from the evening of the newest articles, so that "since:7d" means their last week whenever this runs.</summary>
    private sealed class EveningClock : TimeProvider
    {
        private readonly long _start = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => GeneratedNews.Newest + System.GetElapsedTime(_start);
    }
}
