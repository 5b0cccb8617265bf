using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>Numbers the articles that sentences come from, in the order in which they are first cited: "¹".</summary>
internal sealed class SourceMarks
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Outlets that are named where nothing was cited.</summary>
    private const int MostUncited = 3;

    private readonly List<Citation> _cited = [];

    /// <summary>The articles with a mark, in the order of their marks.</summary>
    public IReadOnlyList<Citation> Cited => _cited;

    /// <summary>The mark of an article.</summary>
    public string Of(Citation citation)
    {
        var index = _cited.FindIndex(cited => cited.Article == citation.Article);
        if (index < 0)
        {
            index = _cited.Count;
            _cited.Add(citation);
        }

        return string.Concat((index + 1).ToString(CultureInfo.InvariantCulture).Select(digit => Digits[digit - '0']));
    }

    /// <summary>Sentences as running text, each with the mark of its source behind it.</summary>
    public RichText Marked(IReadOnlyList<ToldSentence> sentences) =>
    [
        .. sentences.SelectMany((sentence, index) => (Inline[])
        [
            new Plain((index > 0 ? " " : string.Empty) + sentence.Words),
            new Subtle(Of(sentence.Source)),
        ]),
    ];

    /// <summary>"5 publishers: ¹Norrmark Post ²Kanal Öst +3": who is cited, and how many others tell it.</summary>
    /// <param name="outlets">Each publisher's first article.</param>
    public RichText Line(IReadOnlyList<Citation> outlets)
    {
        var named = _cited.Count > 0 ? _cited : [.. outlets.Take(MostUncited)];
        var nodes = new List<Inline> { new Subtle(Words.PublisherCount(outlets.Count) + ":") };
        foreach (var (index, citation) in named.Index())
        {
            var before = _cited.Count > 0 ? " " + Of(citation) : index > 0 ? ", " : " ";
            nodes.AddRange([new Subtle(before), Citations.Outlet(citation)]);
        }

        var others = outlets.Count(outlet => named.All(citation => citation.Publisher != outlet.Publisher));
        return others == 0 ? [.. nodes] : [.. nodes, new Subtle(" " + Words.MoreOutlets(others))];
    }
}

/// <summary>A sentence with the article that it stands in, verbatim.</summary>
internal sealed record ToldSentence(string Words, Citation Source);
