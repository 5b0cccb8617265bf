using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Digest.Quotes.Statements;
using Bot.Digest.Stories;
using Bot.Digest.Timelines;

namespace Bot.Host.Storage;

/// <summary>A place in an article that is counted from its paragraph, so that it stays true when the other paragraphs are gone.</summary>
/// <param name="Paragraph">The first paragraph it touches, from 0.</param>
/// <param name="Last">The last paragraph it touches.</param>
/// <param name="Start">UTF-16 code units from the start of the first paragraph.</param>
/// <param name="End">One past the last code unit, counted likewise.</param>
internal readonly record struct Locus(int Paragraph, int Last, int Start, int End);

/// <summary>An article cut for storing. Making one compares every span with the text.</summary>
internal sealed class ArticleParts
{
    private readonly int[] _starts;
    private readonly List<(int Start, int End, int Person)> _mentions;
    private readonly ILookup<int, int> _quoted;

    /// <summary>Cuts and checks.</summary>
    /// <exception cref="ArgumentException">Something that was found in the article does not lie in its text.</exception>
    public ArticleParts(UnderstoodArticle understood)
    {
        Understood = understood;
        Terms = ArticleTerms.Of(Article);
        Paragraphs = Article.Text.Split('\n');
        _starts = new int[Paragraphs.Count];
        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] = _starts[i - 1] + Paragraphs[i - 1].Length + 1;
        }

        foreach (var quote in understood.Findings.Quotes)
        {
            Check(quote);
        }

        foreach (var dated in understood.Findings.Events)
        {
            CheckSentence(dated.Sentence, "dated sentence");
            Require(dated.Sentence.Contains(dated.Expression) && dated.Expression.Length >= 0, "date", dated.Expression);
        }

        foreach (var sentence in understood.Findings.Summary)
        {
            CheckSentence(sentence, "summary sentence");
        }

        foreach (var mention in understood.Findings.People.SelectMany(person => person.Mentions))
        {
            CheckSpan(mention, "mention");
        }

        // Looked up by place: a long article has thousands of dated sentences, mentions and quotes each.
        _mentions = [.. understood.Findings.People.Index()
            .SelectMany(person => person.Item.Mentions.Select(mention => (mention.Start, mention.End, person.Index)))
            .Order()];
        Said = [.. understood.Findings.Quotes.Select(quote => quote.Person is null ? null : WordsOf(quote))];
        _quoted = understood.Findings.Quotes.Where(quote => quote.Person is not null)
            .ToLookup(quote => ParagraphAt(quote.Span.Start), quote => quote.Person!.Value);
    }

    public UnderstoodArticle Understood { get; }

    public Article Article => Understood.Article;

    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>What it is put to a story by.</summary>
    public ArticleTerms Terms { get; }

    /// <summary>The words of each quote by somebody, in the order of the quotes, ready to be compared; null where nobody is known to say them.</summary>
    public IReadOnlyList<SaidWords?> Said { get; }

    /// <summary>Where a checked span lies.</summary>
    public Locus Locate(TextSpan span)
    {
        var first = ParagraphAt(span.Start);
        var last = span.Length == 0 ? first : ParagraphAt(span.End - 1);
        return new Locus(first, last, span.Start - _starts[first], span.End - _starts[first]);
    }

    /// <summary>The summary as the numbers that are stored: paragraph, start, end of each sentence.</summary>
    public IEnumerable<int> Summary() => Understood.Findings.Summary.SelectMany(sentence =>
    {
        var locus = Locate(sentence);
        return new[] { locus.Paragraph, locus.Start, locus.End };
    });

    /// <summary>Indexes of the people whom a dated sentence names or who are quoted in its paragraph.</summary>
    public IEnumerable<int> PeopleOf(DatedEvent dated)
    {
        var quoted = _quoted[ParagraphAt(dated.Sentence.Start)];
        var first = _mentions.BinarySearch((dated.Sentence.Start, -1, -1));
        var named = _mentions.Skip(first < 0 ? ~first : first)
            .TakeWhile(mention => mention.Start < dated.Sentence.End)
            .Where(mention => mention.End <= dated.Sentence.End)
            .Select(mention => mention.Person);

        return named.Union(quoted);
    }

    private SaidWords WordsOf(Quote quote)
    {
        return SaidWords.Of(quote.Kind, quote.Span.In(Article.Text), Moved(quote.Pieces), Moved(quote.Verbatim));

        List<TextSpan> Moved(IReadOnlyList<TextSpan> spans) => [.. spans.Select(span => new TextSpan(span.Start - quote.Span.Start, span.End - quote.Span.Start))];
    }

    private int ParagraphAt(int position)
    {
        var found = Array.BinarySearch(_starts, position);
        return found >= 0 ? found : ~found - 1;
    }

    private void Check(Quote quote)
    {
        CheckSpan(quote.Span, "quote");
        Require(quote.Span.Length > 0, "quote", quote.Span);
        foreach (var piece in quote.Pieces.Concat(quote.Verbatim))
        {
            Require(piece.Length >= 0 && quote.Span.Contains(piece), "piece of a quote", piece);
        }

        foreach (var beside in new[] { quote.Cue, quote.SpeakerMention, quote.Via, quote.Translated })
        {
            CheckSpan(beside ?? quote.Span, "cue, speaker, relaying outlet or language");
        }

        Require(quote.Person is null || (quote.Person >= 0 && quote.Person < Understood.Findings.People.Count), "speaker of a quote", quote.Span);
    }

    private void CheckSentence(TextSpan span, string what)
    {
        CheckSpan(span, what);
        Require(span.Length == 0 || ParagraphAt(span.Start) == ParagraphAt(span.End - 1), what, span);
    }

    private void CheckSpan(TextSpan span, string what) =>
        Require(span.Start >= 0 && span.Length >= 0 && span.End <= Article.Text.Length, what, span);

    private void Require(bool holds, string what, TextSpan span)
    {
        if (!holds)
        {
            throw new ArgumentException($"A {what} at {span.Start} to {span.End} does not lie where it must in the text of “{Article.Title}” ({Article.Text.Length} long).");
        }
    }
}
