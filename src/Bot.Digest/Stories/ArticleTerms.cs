using Bot.Digest.Articles;
using Bot.Digest.Language;

namespace Bot.Digest.Stories;

/// <summary>What an article is put to a story by, and copies are told by. Making one is pure and linear in the part of the text it looks at.</summary>
public sealed class ArticleTerms
{
    /// <summary>Content words of a text that are looked at: its beginning says what happened, the rest is background.</summary>
    private const int LeadWords = 120;

    /// <summary>Words of a text that are kept beside those of the title, the most frequent first.</summary>
    private const int MostOfLead = 30;

    private const int TitleWeight = 8;
    private const int AddressWeight = 4;
    private const int LeadWeight = 2;
    private const int HeaviestInLead = 6;

    private readonly Dictionary<uint, Found> _words;

    private ArticleTerms(StoryTerms terms, Dictionary<uint, Found> words, MinHash? copies, bool isHeadline) =>
        (Terms, _words, Copies, IsHeadline) = (terms, words, copies, isHeadline);

    public StoryTerms Terms { get; }

    /// <summary>What copies are told by; null for a text too short to tell.</summary>
    public MinHash? Copies { get; }

    /// <summary>Whether the title is all there is.</summary>
    public bool IsHeadline { get; }

    /// <summary>Reads the terms of an article. Never throws.</summary>
    public static ArticleTerms Of(Article article)
    {
        var found = new Dictionary<uint, Found>();
        var title = WholeWords(article.Title);
        Take(found, title, int.MaxValue, _ => TitleWeight);
        var slug = article.Address is null ? "" : AddressWords.Of(article.Address);
        Take(found, slug, int.MaxValue, _ => AddressWeight);

        var lead = new Dictionary<uint, Found>();
        Take(lead, article.Text, LeadWords, times => Math.Min(HeaviestInLead, LeadWeight * times));
        foreach (var (hash, word) in lead.OrderByDescending(word => word.Value.Weight).ThenBy(word => word.Value.Place).Take(MostOfLead))
        {
            found.TryAdd(hash, word);
        }

        var terms = new StoryTerms(found.Select(term => KeyValuePair.Create(term.Key, (byte)term.Value.Weight)));
        return new ArticleTerms(terms, found, MinHash.Of(article.Text), article.Text.Length == 0);
    }

    /// <summary>A term as this article prints it.</summary>
    public string WordOf(uint hash) => _words[hash].Word;

    /// <summary>Takes the words of a text that are not yet there; a word weighs by how often it comes.</summary>
    private static void Take(Dictionary<uint, Found> found, string text, int most, Func<int, int> weightOf)
    {
        var own = new Dictionary<uint, int>();
        var walk = ContentWords.In(text);
        for (var place = 0; place < most && walk.MoveNext(); place++)
        {
            var hash = Fold(walk.Current);
            own[hash] = own.GetValueOrDefault(hash) + 1;
            if (own[hash] > 1 || !found.ContainsKey(hash))
            {
                var first = found.GetValueOrDefault(hash, new(walk.Span.In(text), 0, place));
                found[hash] = first with { Weight = Math.Max(first.Weight, weightOf(own[hash])) };
            }
        }
    }

    /// <summary>A title that was cut ends in the piece of a word.</summary>
    private static string WholeWords(string title)
    {
        var whole = title.TrimEnd();
        var isCut = whole.EndsWith('…') || whole.EndsWith("...", StringComparison.Ordinal);
        return isCut && whole.TrimEnd('.', '…').TrimEnd().LastIndexOf(' ') is > 0 and var at ? whole[..at] : whole;
    }

    internal static uint Fold(ulong hash) => (uint)(hash ^ (hash >> 32));

    /// <summary>A word as printed, what it weighs, and at which of the words it comes first.</summary>
    private readonly record struct Found(string Word, int Weight, int Place);
}
