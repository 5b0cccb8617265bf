using Bot.Digest.Language;
using Bot.Digest.Language.Detection;

namespace Bot.Digest.Summaries;

/// <summary>Tells a story in two or three sentences of different publishers: each verbatim, none that repeats another or leans on a missing one.</summary>
public static class StorySummariser
{
    /// <summary>Fewer words are a heading, more do not fit a phone together with two others.</summary>
    private const int FewestWords = 6;
    private const int MostWords = 45;

    /// <summary>Only the best of each article are compared with each other; it keeps a story of hundreds of articles quick.</summary>
    private const int MostOfOneArticle = 4;

    /// <summary>A sentence with this share of its words told already says nothing new. Stricter than within one article: outlets reword each other.</summary>
    public const double MostRepeated = 0.5;

    /// <summary>With fewer sentences a publisher is heard twice, where no other adds anything.</summary>
    private const int Enough = 2;

    /// <summary>What a sentence loses when all its words were told, and gains when all publishers use its words.</summary>
    private const double Repetition = 1;
    private const double Agreement = 1;

    private sealed record Candidate(StorySentence Place, double Worth, ulong[] Words);

    /// <summary>The sentence that tells the story best, then what others add to it, in the order of publication.</summary>
    /// <param name="articles">The story's articles, in any order. Copies may be among them.</param>
    /// <param name="most">How many sentences at most. A story of one publisher is told by that one alone.</param>
    /// <param name="known">Texts that the reader knows; what they say is not told again.</param>
    /// <returns>None where no article holds a sentence that can stand alone.</returns>
    public static List<StorySentence> Summarise(IReadOnlyList<StoryText> articles, int most = 3, params ReadOnlySpan<string> known)
    {
        var candidates = Candidates(articles);
        var publishers = articles.Select(article => article.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var (picked, told, heard) = (new List<Candidate>(), new HashSet<ulong>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var text in known)
        {
            told.UnionWith(ContentWords.Of(text));
        }

        while (picked.Count < most
            && (Next(candidates, told, heard, articles) ?? (publishers == 1 || picked.Count < Enough ? Next(candidates, told, [], articles) : null)) is { } next)
        {
            picked.Add(next);
            told.UnionWith(next.Words);
            heard.Add(articles[next.Place.Article].Publisher);
        }

        return [.. picked.Take(1)
            .Concat(picked.Skip(1).OrderBy(one => articles[one.Place.Article].Published).ThenBy(one => one.Place.Article).ThenBy(one => one.Place.Span.Start))
            .Select(one => one.Place)];
    }

    /// <summary>The best sentence of a publisher that was not heard yet; of equal ones that of the earliest article.</summary>
    private static Candidate? Next(List<Candidate> candidates, HashSet<ulong> told, HashSet<string> heard, IReadOnlyList<StoryText> articles) =>
        candidates
            .Where(one => !heard.Contains(articles[one.Place.Article].Publisher) && ShareTold(one, told) < MostRepeated)
            .MaxBy(one => one.Worth - (Repetition * ShareTold(one, told)));

    private static double ShareTold(Candidate one, HashSet<ulong> told) => (double)one.Words.Count(told.Contains) / Math.Max(1, one.Words.Length);

    private static List<Candidate> Candidates(IReadOnlyList<StoryText> articles)
    {
        var order = Enumerable.Range(0, articles.Count).OrderBy(index => articles[index].Published);
        var candidates = order.SelectMany(index => OfArticle(index, articles[index])).ToList();
        var voices = Voices(articles);
        return candidates.ConvertAll(one => one with { Worth = one.Worth + (Agreement * Agreed(one, voices)) });
    }

    /// <summary>What one article can tell, best first.</summary>
    private static List<Candidate> OfArticle(int article, StoryText story)
    {
        using var analysis = TextAnalysis.Of(story.Text, LanguageDetector.ReadAs(story.Text));
        using var terms = new SentenceTerms(analysis, story.Title);
        WordWeights.Set(terms);
        var standing = new Standing(analysis);
        var found = new List<Candidate>();
        for (var index = 0; index < analysis.Sentences.Count; index++)
        {
            var one = SentenceWorth.Of(analysis, index, terms);
            if (one is { IsProse: true, WordCount: >= FewestWords and <= MostWords } && !Boilerplate.IsCaption(analysis, index) && standing.Alone(index))
            {
                found.Add(new Candidate(new StorySentence(article, analysis.Sentences[index].Span), one.Worth, terms.HashesOf(index)));
            }
        }

        return [.. found.OrderByDescending(one => one.Worth).Take(MostOfOneArticle)];
    }

    private static double Agreed(Candidate sentence, Dictionary<ulong, double> voices) =>
        sentence.Words.Sum(word => voices.GetValueOrDefault(word)) / Math.Max(FewestWords, sentence.Words.Length);

    /// <summary>For each word the share of the other publishers that use it too: 0 for a word that one alone uses, 1 for one that all use.</summary>
    private static Dictionary<ulong, double> Voices(IReadOnlyList<StoryText> articles)
    {
        var users = new Dictionary<ulong, int>();
        var publishers = articles.GroupBy(article => article.Publisher, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var word in publishers.SelectMany(publisher => publisher.SelectMany(article => ContentWords.Of(article.Text)).Distinct()))
        {
            users[word] = users.GetValueOrDefault(word) + 1;
        }

        var others = Math.Max(1, publishers.Count - 1);
        return users.ToDictionary(word => word.Key, word => (word.Value - 1.0) / others);
    }
}
