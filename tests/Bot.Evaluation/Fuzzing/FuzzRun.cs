using System.Diagnostics;
using System.Globalization;
using Bot.Digest;
using Bot.Digest.Articles;

namespace Bot.Evaluation.Fuzzing;

/// <summary>An article that broke a promise.</summary>
/// <param name="Number">Its number: with the same seed it comes again.</param>
/// <param name="Fault">What went wrong.</param>
public sealed record FuzzFault(int Number, string Fault);

/// <summary>Reads very many broken articles and tells which of them break what is promised of every article.</summary>
/// <param name="texts">The articles that are broken.</param>
/// <param name="seed">The same seed gives the same articles in the same order.</param>
public sealed class FuzzRun(IReadOnlyList<string> texts, int seed)
{
    /// <summary>No article of a few pages may hold up the others for longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    /// <summary>What takes this long is read again: the quickest reading tells a slow article from a busy machine.</summary>
    private static readonly TimeSpan _suspect = Longest / 5;

    private const int Attempts = 10;
    private const int Warm = 2000;
    private readonly ArticleMutation _mutation = new(texts);

    /// <summary>The faults of the articles from 0 on, without looking at the clock.</summary>
    public IEnumerable<FuzzFault> Faults(int articles) => Enumerable.Range(0, articles)
        .SelectMany(number => FaultsOf(Article(number)).Select(fault => new FuzzFault(number, fault)));

    /// <summary>Reads them all with a clock and says how it went.</summary>
    /// <returns>Whether nothing was wrong and nothing took too long.</returns>
    public bool Report(int articles, TextWriter output)
    {
        var (faults, slowest, slowestNumber, slow) = (0, TimeSpan.Zero, 0, 0);
        _ = Faults(Warm).Count();
        for (var number = 0; number < articles; number++)
        {
            var article = Article(number);
            foreach (var fault in FaultsOf(article))
            {
                faults++;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"FAILED  article {number}: {fault}"));
            }

            var took = TimeOf(article);
            slow += took > Longest ? 1 : 0;
            (slowest, slowestNumber) = took > slowest ? (took, number) : (slowest, slowestNumber);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{articles} articles, seed {seed}: {faults} faults, {slow} over {Longest.TotalMilliseconds} ms; slowest {slowest.TotalMilliseconds:F1} ms, number {slowestNumber} ({Article(slowestNumber).Text.Length} characters)"));
        return faults + slow == 0;
    }

    /// <summary>The article of that number.</summary>
    public Article Article(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        return new Article { Title = _mutation.Next(random).Split('\n')[0], Text = _mutation.Next(random), Published = DateTimeOffset.UnixEpoch };
    }

    private static List<string> FaultsOf(Article article)
    {
        try
        {
            return [.. FindingsFaults.Of(article.Text, Understanding.Read(article))];
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Whatever is thrown is the finding that the run is for; the next article must still be read.
            return [$"{error.GetType().Name}: {error.Message} {error.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}"];
        }
    }

    private static TimeSpan TimeOf(Article article)
    {
        var took = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Attempts && took > _suspect; attempt++)
        {
            var began = Stopwatch.GetTimestamp();
            _ = FaultsOf(article);
            var now = Stopwatch.GetElapsedTime(began);
            took = now < took ? now : took;
        }

        return took;
    }
}
