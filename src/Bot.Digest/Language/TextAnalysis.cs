using System.Buffers;
using Bot.Digest.Articles;

namespace Bot.Digest.Language;

/// <summary>One sentence: a range of tokens within a paragraph. Sentences follow each other without a gap; only a dateline stands before the first.</summary>
/// <param name="FirstToken">Index of the first token.</param>
/// <param name="EndToken">One past the last.</param>
/// <param name="Paragraph">Index of the paragraph.</param>
/// <param name="Span">From the first to the last token.</param>
public readonly record struct Sentence(int FirstToken, int EndToken, int Paragraph, TextSpan Span);

/// <summary>One paragraph with its tokens and sentences, ends exclusive.</summary>
public readonly record struct ParagraphTokens(int FirstToken, int EndToken, int FirstSentence, int EndSentence, TextSpan Span);

/// <summary>
/// A text cut into paragraphs, sentences and tokens: the ground on which every later stage stands. Linear in the text's length. Whoever
/// disposes of it lends its memory to the next text; it holds no token any more then.
/// </summary>
public sealed class TextAnalysis : IDisposable
{
    private Token[] _tokens;
    private int _count;

    private TextAnalysis(
        string text, ILanguage language, List<Token> tokens, IReadOnlyList<QuotedRun> quotedRuns, IReadOnlyList<Sentence> sentences,
        IReadOnlyList<ParagraphTokens> paragraphs)
    {
        Text = text;
        Language = language;
        _count = tokens.Count;
        _tokens = ArrayPool<Token>.Shared.Rent(_count);
        tokens.CopyTo(_tokens);
        QuotedRuns = quotedRuns;
        Sentences = sentences;
        Paragraphs = paragraphs;
    }

    public string Text { get; }

    public ReadOnlySpan<Token> Tokens => new(_tokens, 0, _count);

    /// <summary>What it is read as.</summary>
    internal ILanguage Language { get; }

    /// <summary>What stands between quotation marks, outermost first, in text order.</summary>
    public IReadOnlyList<QuotedRun> QuotedRuns { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public IReadOnlyList<ParagraphTokens> Paragraphs { get; }

    /// <summary>Analyses any text; paragraphs are the runs between line breaks.</summary>
    /// <param name="language">The code of a language that is read.</param>
    public static TextAnalysis Of(string text, string language = Languages.Default)
    {
        var read = Languages.Of(language);
        var tokeniser = new Tokeniser(read.Lexicon);
        var spans = Articles.Paragraphs.Of(text);
        var tokens = Spare<List<Token>, Token>.Take();
        var sentences = Spare<List<Sentence>, Sentence>.Take();
        var runs = Spare<List<QuotedRun>, QuotedRun>.Take();
        var paragraphs = new List<ParagraphTokens>(spans.Count);
        foreach (var span in spans)
        {
            var (firstToken, firstSentence, firstRun) = (tokens.Count, sentences.Count, runs.Count);
            tokeniser.Append(text, span, tokens);
            QuotationMarks.Pair(text, tokens, firstToken, paragraphs.Count, runs);
            SentenceSplitter.Append(text, read, tokens, firstToken, runs, firstRun, paragraphs.Count, sentences);
            paragraphs.Add(new ParagraphTokens(firstToken, tokens.Count, firstSentence, sentences.Count, span));
        }

        var analysis = new TextAnalysis(text, read, tokens, [.. runs], [.. sentences], paragraphs);
        Spare<List<Token>, Token>.GiveBack(tokens);
        Spare<List<QuotedRun>, QuotedRun>.GiveBack(runs);
        Spare<List<Sentence>, Sentence>.GiveBack(sentences);
        return analysis;
    }

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Word(int token) => Text.AsSpan(_tokens[token].Start, _tokens[token].Length);

    /// <summary>Whether a token is this word, in any case.</summary>
    public bool Is(int token, ReadOnlySpan<char> word) => Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a token begins with a capital letter.</summary>
    public bool IsCapitalised(int token) => char.IsUpper(Text[_tokens[token].Start]);

    public void Dispose()
    {
        if (_count > 0)
        {
            ArrayPool<Token>.Shared.Return(_tokens);
            (_tokens, _count) = ([], 0);
        }
    }

    /// <summary>The span from one token to before another.</summary>
    public TextSpan SpanOf(int firstToken, int endToken) =>
        firstToken < endToken ? new(_tokens[firstToken].Start, _tokens[endToken - 1].End) : new(0, 0);
}
