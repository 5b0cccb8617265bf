using Bot.Digest.Language;

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
    private const double MostRepeated = 0.5;

    /// <summary>With fewer sentences a publisher is heard twice, where no other adds anything.</summary>
    private const int Enough = 2;

    /// <summary>What a sentence loses when all its words were told, and gains when all publishers use its words.</summary>
    private const double Repetition = 1;
    private const double Agreement = 1;

    private sealed record Candidate(int Article, SentenceWorth Sentence, StorySentence Place, double Worth);

    /// <summary>The sentence that tells the story best, then what others add to it, in the order of publication.</summary>
    /// <param name="articles">The story's articles, in any order. Copies may be among them.</param>
    /// <param name="most">How many sentences at most. A story of one publisher is told by that one alone.</param>
    /// <returns>None where no article holds a sentence that can stand alone.</returns>
    public static List<StorySentence> Summarise(IReadOnlyList<StoryText> articles, int most = 3)
    {
        var candidates = Candidates(articles);
        var publishers = articles.Select(article => article.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var (picked, told, heard) = (new List<Candidate>(), new HashSet<ulong>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        while (picked.Count < most
            && (Next(candidates, told, heard, articles) ?? (publishers == 1 || picked.Count < Enough ? Next(candidates, told, [], articles) : null)) is { } next)
        {
            picked.Add(next);
            told.UnionWith(next.Sentence.Words);
            heard.Add(articles[next.Article].Publisher);
        }

        return [.. picked.Take(1)
            .Concat(picked.Skip(1).OrderBy(one => articles[one.Article].Published).ThenBy(one => one.Article).ThenBy(one => one.Place.Span.Start))
            .Select(one => one.Place)];
    }

    /// <summary>The best sentence of a publisher that was not heard yet; of equal ones that of the earliest article.</summary>
    private static Candidate? Next(List<Candidate> candidates, HashSet<ulong> told, HashSet<string> heard, IReadOnlyList<StoryText> articles) =>
        candidates
            .Where(one => !heard.Contains(articles[one.Article].Publisher) && ShareTold(one, told) < MostRepeated)
            .MaxBy(one => one.Worth - (Repetition * ShareTold(one, told)));

    private static double ShareTold(Candidate one, HashSet<ulong> told) =>
        (double)one.Sentence.Words.Count(told.Contains) / Math.Max(1, one.Sentence.Words.Count);

    private static List<Candidate> Candidates(IReadOnlyList<StoryText> articles)
    {
        var read = articles.Select(article => TextAnalysis.Of(article.Text)).ToList();
        var worths = articles.Select((article, index) => SentenceWorth.Of(read[index], article.Title)).ToList();
        var voices = Voices(articles, worths);
        return [.. Enumerable.Range(0, articles.Count)
            .OrderBy(index => articles[index].Published)
            .SelectMany(index => OfArticle(index, read[index], worths[index], voices))];
    }

    private static IEnumerable<Candidate> OfArticle(int article, TextAnalysis analysis, List<SentenceWorth> sentences, Dictionary<ulong, double> voices)
    {
        var standing = new Standing(analysis);
        return sentences
            .Where(one => one is { IsProse: true, WordCount: >= FewestWords and <= MostWords } && !Boilerplate.IsCaption(analysis, one.Index) && standing.Alone(one.Index))
            .Select(one => new Candidate(
                article, one, new StorySentence(article, analysis.Sentences[one.Index].Span), one.Worth + (Agreement * Agreed(one, voices))))
            .OrderByDescending(one => one.Worth)
            .Take(MostOfOneArticle);
    }

    private static double Agreed(SentenceWorth sentence, Dictionary<ulong, double> voices) =>
        sentence.Words.Sum(word => voices.GetValueOrDefault(word)) / Math.Max(FewestWords, sentence.Words.Count);

    /// <summary>For each word the share of the other publishers that use it too: 0 for a word that one alone uses, 1 for one that all use.</summary>
    private static Dictionary<ulong, double> Voices(IReadOnlyList<StoryText> articles, List<List<SentenceWorth>> worths)
    {
        var users = new Dictionary<ulong, HashSet<string>>();
        for (var index = 0; index < articles.Count; index++)
        {
            foreach (var word in worths[index].SelectMany(sentence => sentence.Words))
            {
                if (!users.TryGetValue(word, out var known))
                {
                    users.Add(word, known = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
                }

                known.Add(articles[index].Publisher);
            }
        }

        var others = Math.Max(1, articles.Select(article => article.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count() - 1);
        return users.ToDictionary(word => word.Key, word => (word.Value.Count - 1.0) / others);
    }
}
