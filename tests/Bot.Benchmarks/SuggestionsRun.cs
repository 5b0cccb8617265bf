using Bot.Digest.Commands;
using Bot.Digest.Ports;
using Bot.Digest.Vocabularies;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks;

/// <summary>Times what is suggested while people, topics, stories and sources are typed letter by letter, in communities of a loaded archive.</summary>
internal sealed class SuggestionsRun(IServiceProvider services, GeneratedNews news, int communities)
{
    private const int Typed = 200;

    /// <summary>Who types at a time, so that most of what is typed finds the archive in memory.</summary>
    private const int Typing = 20;

    private static readonly Argument[] Arguments =
    [
        new("person", ArgumentKind.Person, ""), new("about", ArgumentKind.Topic, ""), new("topic", ArgumentKind.Subject, ""),
        new("story", ArgumentKind.Story, ""), new("source", ArgumentKind.Source, ""),
    ];

    public async Task<Dictionary<string, object>> RunAsync(CancellationToken ct)
    {
        var completion = services.GetRequiredService<CommandCompletion>();
        var (first, further, random) = (new Timings(), new Timings(), new Random(5));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var found = 0;
        for (var community = 1; community <= Typing; community++)
        {
            // The default set first: it is what the largest of them see.
            var asker = new CommunityId(community == 1 ? 1 : random.Next(2, communities + 1));
            await first.MeasureAsync(() => completion.ValuesAsync(asker, Access.Operator, Arguments[0], "", "a", ct));
            for (var number = 0; number < Typed / Typing; number++)
            {
                var argument = Arguments[number % Arguments.Length];
                var words = Words(argument, random);
                for (var letters = 0; letters <= Math.Min(6, words.Length); letters++)
                {
                    await further.MeasureAsync(async () => found += (await completion.ValuesAsync(asker, Access.Operator, argument, "", words[..letters], ct)).Count);
                }
            }
        }

        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var index = await services.GetRequiredService<KeptVocabularies>().OfAsync(CommunityId.DefaultSet, ct);
        Console.WriteLine($"suggest        p50 {further.Percentile(0.5),8:F2}  p95 {further.Percentile(0.95),8:F2}  p99 {further.Percentile(0.99),8:F2} ms; first of a community p50 {first.Percentile(0.5):F0} p95 {first.Percentile(0.95):F0} ms; {index.Count} terms of the default set; {memory / 1_000_000} MB in {Typing} communities");
        return new()
        {
            ["further"] = further.Summary(),
            ["first"] = first.Summary(),
            ["found"] = found,
            ["terms"] = index.Count,
            ["memory_mb"] = memory / 1_000_000,
        };
    }

    private string Words(Argument argument, Random random) => argument.Kind switch
    {
        ArgumentKind.Person => news.Words.Person(random).Family,
        ArgumentKind.Source => "Outlet " + random.Next(1_000),
        _ => news.Words.Noun(random),
    };
}
