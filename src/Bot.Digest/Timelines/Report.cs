using Bot.Digest.Language.Dates;
using Bot.Digest.Ports;

namespace Bot.Digest.Timelines;

/// <summary>One dated sentence, measured against the others that a timeline is made of.</summary>
/// <param name="Hit">The sentence with its day and source.</param>
/// <param name="Words">Its words.</param>
/// <param name="Relevance">How near its article is to what all the articles are about; 1 for the usual article.</param>
/// <param name="Worth">
/// How much it says for its day, 0 upwards: the sentence's own weight, how near it and its article are to what all the sentences
/// are about, a little more for each doubling of the days until it was printed, as what is still told later mattered, and less for
/// what only announces the day, gives it with its year or counts it from another.
/// </param>
internal sealed record Report(EventHit Hit, SentenceWords Words, double Relevance, double Worth)
{
    /// <summary>What a sentence of quite other words is worth still: a topic's centre is made of words alone.</summary>
    private const double OffTopic = 0.1;

    /// <summary>For each doubling of the days between the day told of and the day of printing.</summary>
    private const double PerDoubling = 0.1;

    /// <summary>What is announced need not come, and what did is reported once more when it has.</summary>
    private const double Announced = 0.7;

    /// <summary>Dates with their years are mostly background, and one that counts from the date before it may count from the wrong one.</summary>
    private const double Aside = 0.6;

    /// <summary>A sentence that dates by the by is worth this at least.</summary>
    private const double LeastWeight = 0.05;

    /// <summary>One for each event, in their order.</summary>
    public static List<Report> Of(IReadOnlyList<EventHit> events)
    {
        var words = SentenceWords.Of(events);
        var centre = new WordCentre(words);
        var topic = words.ConvertAll(centre.CosineOf);
        var articles = events.Zip(topic)
            .GroupBy(pair => pair.First.Citation.Article)
            .ToDictionary(group => group.Key, group => OffTopic + group.Average(pair => pair.Second));
        var usual = articles.Count == 0 ? 1 : articles.Values.Average();

        return [.. events.Select((hit, index) =>
        {
            var relevance = articles[hit.Citation.Article] / usual;
            var worth = Math.Max(LeastWeight, hit.Weight) * (OffTopic + topic[index]) * relevance * Lateness(hit) * Directness(hit);
            return new Report(hit, words[index], relevance, worth);
        })];
    }

    private static double Directness(EventHit hit) =>
        (hit.Planned ? Announced : 1) * (hit.Rule is DateRules.Stated or DateRules.FromContext ? Aside : 1);

    private static double Lateness(EventHit hit)
    {
        var printed = DateOnly.FromDateTime(hit.Citation.Published.DateTime);
        return 1 + (PerDoubling * Math.Log2(1 + Math.Max(0, printed.DayNumber - hit.To.DayNumber)));
    }
}
