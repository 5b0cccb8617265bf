using System.Globalization;
using Bot.Digest.Digests;
using Bot.Digest.Ports;

namespace Bot.Evaluation.Digests;

/// <summary>How right a way of choosing was on made-up days.</summary>
/// <param name="TopThree">Share of the first three stories that tell of something big, an update of it included; what was just told does not count again.</param>
/// <param name="BigTold">Share of what is big that is told at all.</param>
/// <param name="Repeats">Stories that tell what another of the same digest tells.</param>
/// <param name="ToldAgain">Stories that the channel knew.</param>
/// <param name="OverCap">Stories beyond the second that one publisher tells alone.</param>
public sealed record ChoiceFigures(double TopThree, double BigTold, int Repeats, int ToldAgain, int OverCap);

/// <summary>Composes a standard digest of each of many made-up days, and chooses from the same days by two simple rules.</summary>
public static class DigestsRun
{
    private const int Stories = 8;

    /// <summary>Prints a line for each way of choosing.</summary>
    public static void Report(int days, int seed, TextWriter output)
    {
        foreach (var (name, figures) in Run(days, seed))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: top three right {figures.TopThree:P1}, big stories told {figures.BigTold:P1}, repeats {figures.Repeats}, told again {figures.ToldAgain}, over the cap {figures.OverCap}"));
        }
    }

    public static IReadOnlyDictionary<string, ChoiceFigures> Run(int days, int seed)
    {
        var made = Enumerable.Range(seed, days).Select(number => new MadeUpDay(number)).ToList();
        return new Dictionary<string, ChoiceFigures>(StringComparer.Ordinal)
        {
            ["composed"] = Figures(made, Composed),
            ["newest first"] = Figures(made, day => day.Stories.OrderByDescending(story => story.Candidate.Story.Articles[^1].Article.Citation.Published)),
            ["most articles first"] = Figures(made, day => day.Stories.OrderByDescending(story => story.Candidate.Story.Articles.Count)),
        };
    }

    private static IEnumerable<PlantedStory> Composed(MadeUpDay day)
    {
        var edition = EditionComposer.Compose(
            [.. day.Stories.Select(story => story.Candidate)], new EditionWish(MadeUpDay.Period, DigestStyle.Standard) { Told = day.Told });
        return edition.Items.Select(item => day.Stories.First(story => story.Candidate.Story.Story.Id == item.Story.Id));
    }

    private static ChoiceFigures Figures(List<MadeUpDay> days, Func<MadeUpDay, IEnumerable<PlantedStory>> choose)
    {
        var chosen = days.ConvertAll(day => (Digest: choose(day).Take(Stories).ToList(), Big: day.Stories.Where(IsBig).Select(story => story.Happening).ToHashSet()));
        return new ChoiceFigures(
            chosen.Average(day => Told(day.Digest.Take(3), day.Big) / 3.0),
            (double)chosen.Sum(day => Told(day.Digest, day.Big)) / chosen.Sum(day => day.Big.Count),
            chosen.Sum(day => day.Digest.Count - day.Digest.DistinctBy(story => story.Happening).Count()),
            chosen.Sum(day => day.Digest.Count(story => story.Plant == Plant.Told)),
            chosen.Sum(day => day.Digest.Select(AlonePublisher).OfType<PublisherId>().GroupBy(publisher => publisher).Sum(own => Math.Max(0, own.Count() - 2))));
    }

    private static int Told(IEnumerable<PlantedStory> stories, HashSet<int> big) => stories.Select(story => story.Happening).Distinct().Count(big.Contains);

    private static bool IsBig(PlantedStory story) => story.Plant is Plant.Big or Plant.Update;

    private static PublisherId? AlonePublisher(PlantedStory story) =>
        story.Candidate.Story.Articles.Select(article => article.Article.Citation.Publisher).Distinct().ToList() is [var only] ? only : null;
}
