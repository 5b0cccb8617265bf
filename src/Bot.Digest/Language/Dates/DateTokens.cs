namespace Bot.Digest.Language.Dates;

/// <summary>A text as the date grammar sees it: words parted at hyphens, each with its kind. Any index may be asked for. Dispose of it: its memory serves the next text.</summary>
internal sealed class DateTokens : IDisposable
{
    private static readonly DateToken _nothing = new(0, 0, DateWordKind.Stop, 0, Joined: false, Capital: false);

    private readonly List<DateToken> _tokens;

    private DateTokens(TextAnalysis analysis, List<DateToken> tokens) => (Text, Lexicon, _tokens) = (analysis.Text, analysis.Language.Lexicon, tokens);

    public string Text { get; }

    public Lexicon Lexicon { get; }

    public int Count => _tokens.Count;

    /// <summary>The token there; beyond both ends one that stops everything.</summary>
    public DateToken this[int at] => (uint)at < (uint)_tokens.Count ? _tokens[at] : _nothing;

    public static DateTokens Of(TextAnalysis analysis)
    {
        var tokens = Spare<List<DateToken>, DateToken>.Take();
        var grammar = analysis.Language.Dates;
        var paragraph = 0;
        for (var index = 0; index < analysis.Tokens.Length; index++)
        {
            var token = analysis.Tokens[index];
            var word = analysis.Text.AsSpan(token.Start, token.Length);
            if (paragraph < analysis.Paragraphs.Count && analysis.Paragraphs[paragraph].FirstToken == index)
            {
                // A headline has no full stop; no date runs on into the next paragraph.
                tokens.Add(_nothing);
                paragraph++;
            }

            switch (token.Kind)
            {
                case TokenKind.Word or TokenKind.Number:
                    Append(grammar, tokens, word, token.Start);
                    break;
                case TokenKind.Possessive:
                    tokens.Add(new DateToken(token.Start, token.End, DateWordKind.Possessive, 0, Joined: false, Capital: false));
                    break;
                default:
                    var kind = SignKind(word[0]);
                    var value = kind == DateWordKind.Digits ? DateToken.Uncounted : 0;
                    tokens.Add(new DateToken(token.Start, token.End, kind, value, Joined: false, Capital: false));
                    break;
            }
        }

        return new DateTokens(analysis, tokens);
    }

    public void Dispose() => Spare<List<DateToken>, DateToken>.GiveBack(_tokens);

    public bool Is(int at, DateWordKind kind) => this[at].Kind == kind;

    public bool Is(int at, DateWordKind kind, int value) => this[at].Kind == kind && this[at].Value == value;

    private static DateWordKind SignKind(char sign) => sign switch
    {
        '.' or '!' or '?' or ';' => DateWordKind.Stop,
        ',' => DateWordKind.Comma,
        '-' or '–' or '—' => DateWordKind.Dash,
        '$' or '£' or '€' or '¥' or '₹' or '#' => DateWordKind.AmountSign,
        '½' => DateWordKind.OneHalf,
        '²' or '³' or '¹' or (>= '⁰' and <= '₉') => DateWordKind.Digits,
        _ => DateWordKind.None,
    };

    private static void Append(IDateGrammar grammar, List<DateToken> tokens, ReadOnlySpan<char> word, int start)
    {
        var figures = char.IsAsciiDigit(word[0]) ? grammar.KindOf(word) : default;
        if (!word.Contains('-') || figures.Kind is DateWordKind.WholeDate or DateWordKind.WholeMonth)
        {
            tokens.Add(Classify(grammar, word, start, joined: false));
            return;
        }

        var joined = false;
        foreach (var range in word.Split('-'))
        {
            var (from, length) = range.GetOffsetAndLength(word.Length);
            if (length > 0)
            {
                tokens.Add(Classify(grammar, word.Slice(from, length), start + from, joined));
                joined = true;
            }
        }
    }

    private static DateToken Classify(IDateGrammar grammar, ReadOnlySpan<char> word, int start, bool joined)
    {
        var end = start + word.Length;
        var capital = char.IsUpper(word[0]);
        if (word.Length > 1 && word[^1] == '.')
        {
            word = word[..^1];
        }

        if (word is ['\'' or '’', >= '2' and <= '9', '0', 's'])
        {
            return new DateToken(start, end, DateWordKind.Decade, 1900 + ((word[1] - '0') * 10), joined, capital);
        }

        var (kind, value) = char.IsDigit(word[0]) && !char.IsAscii(word[0])
            ? (DateWordKind.Digits, DateToken.Uncounted)
            : grammar.KindOf(word);
        return new DateToken(start, end, kind, value, joined, capital);
    }
}
