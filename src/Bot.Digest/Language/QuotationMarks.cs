namespace Bot.Digest.Language;

/// <summary>A run between two quotation marks of one paragraph.</summary>
/// <param name="Open">Token of the opening mark.</param>
/// <param name="Close">Token of the closing mark; without one, one past the last word as far as the text tells, else the paragraph's end token.</param>
/// <param name="Paragraph">Index of the paragraph.</param>
/// <param name="Depth">0 for an outermost run, 1 for a quote inside it.</param>
/// <param name="Closed">False when there is no closing mark.</param>
public readonly record struct QuotedRun(int Open, int Close, int Paragraph, int Depth, bool Closed)
{
    /// <summary>Whether the text tells where the words end: by a mark, or because nobody else speaks before the next mark or the paragraph's end.</summary>
    public bool EndIsKnown { get; init; } = Closed;
}

/// <summary>
/// Gives each quotation mark of a paragraph its direction and its partner. Direction comes from the mark's shape, else from the space
/// around it, else from what is still open. A single mark without a partner is an apostrophe.
/// </summary>
public static class QuotationMarks
{
    /// <summary>Turns the marks from <paramref name="first"/> on into open, close, possessive or punctuation and adds their runs, in text order.</summary>
    public static void Pair(string text, List<Token> tokens, int first, int paragraph, List<QuotedRun> runs)
    {
        var firstRun = runs.Count;
        int doubleOpen = -1, singleOpen = -1, nestedOpen = -1;
        for (var i = first; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.OpenQuote)
            {
                continue;
            }

            var isDouble = Tokeniser.IsDoubleMark(text.AsSpan(tokens[i].Start, tokens[i].Length));
            ref var open = ref isDouble ? ref doubleOpen : ref singleOpen;
            if (Opens(text, tokens, i, first, isDouble, open >= 0))
            {
                if (isDouble && open >= 0 && nestedOpen < 0 && IsNested(text, tokens, i))
                {
                    nestedOpen = i;
                    continue;
                }

                GiveUp(text, tokens, open, i, paragraph, isDouble, runs);
                open = i;
            }
            else if (isDouble && nestedOpen >= 0)
            {
                tokens[i] = tokens[i] with { Kind = TokenKind.CloseQuote };
                runs.Add(new QuotedRun(nestedOpen, i, paragraph, Depth: 1, Closed: true));
                nestedOpen = -1;
            }
            else if (open >= 0 && (isDouble || !IsInnerPossessive(text, tokens, i)))
            {
                tokens[i] = tokens[i] with { Kind = TokenKind.CloseQuote };
                if (isDouble && singleOpen > open)
                {
                    Drop(tokens, singleOpen, isDouble: false);
                    singleOpen = -1;
                }

                runs.Add(new QuotedRun(open, i, paragraph, Depth: 0, Closed: true));
                open = -1;
            }
            else
            {
                tokens[i] = tokens[i] with { Kind = Unpaired(text, tokens, i, isDouble) };
            }
        }

        Drop(tokens, singleOpen, isDouble: false);
        if (doubleOpen >= 0)
        {
            var end = ForgottenMarks.End(text, tokens, doubleOpen, tokens.Count);
            runs.Add(new QuotedRun(doubleOpen, end < 0 ? tokens.Count : end, paragraph, Depth: 0, Closed: false) { EndIsKnown = end >= 0 });
        }

        Nest(runs, firstRun);
    }

    private static bool Opens(string text, List<Token> tokens, int i, int first, bool isDouble, bool isOpen)
    {
        var shape = text[tokens[i].Start];
        if (shape is '„' or '‟' or '‚' or '`')
        {
            return true;
        }

        var spaceBefore = i == first || tokens[i - 1].End < tokens[i].Start || IsOpening(text, tokens, i - 1);
        var spaceAfter = i + 1 == tokens.Count || tokens[i + 1].Start > tokens[i].End || IsClosing(text, tokens, i + 1);
        return shape switch
        {
            '“' or '‘' or '«' or '‹' => !isOpen || !(spaceAfter && !spaceBefore),
            '”' or '»' or '›' => !isOpen && spaceBefore && (!spaceAfter || i == first), // a paragraph cannot begin with a closing mark
            '’' => false,
            _ when spaceBefore != spaceAfter => spaceBefore,
            _ => isDouble && !isOpen,
        };
    }

    /// <summary>“He said “no” and left”: marks whose shape tells them apart, and the next two of them close.</summary>
    private static bool IsNested(string text, List<Token> tokens, int open)
    {
        var closing = 0;
        for (var i = open + 1; i < tokens.Count && closing < 2 && text[tokens[open].Start] == '“'; i++)
        {
            if (tokens[i].Kind == TokenKind.OpenQuote && Tokeniser.IsDoubleMark(text.AsSpan(tokens[i].Start, tokens[i].Length)))
            {
                if (text[tokens[i].Start] != '”')
                {
                    return false;
                }

                closing++;
            }
        }

        return closing == 2;
    }

    /// <summary>Another mark opens before an earlier one closed: its words end where the text tells, else it is dropped.</summary>
    private static void GiveUp(string text, List<Token> tokens, int open, int next, int paragraph, bool isDouble, List<QuotedRun> runs)
    {
        var end = open >= 0 && isDouble ? ForgottenMarks.End(text, tokens, open, next) : -1;
        if (end < 0)
        {
            Drop(tokens, open, isDouble);
        }
        else
        {
            runs.Add(new QuotedRun(open, end, paragraph, Depth: 0, Closed: false) { EndIsKnown = true });
        }
    }

    private static bool IsOpening(string text, List<Token> tokens, int i) =>
        tokens[i].Kind == TokenKind.OpenQuote || text[tokens[i].Start] is '(' or '[' or '—' or '–' or '-' or '/';

    private static bool IsClosing(string text, List<Token> tokens, int i) =>
        tokens[i].Kind == TokenKind.Punctuation && text[tokens[i].Start] is not ('(' or '[' or '…' or '@' or '#')
        && !(tokens[i].Length > 1 && text[tokens[i].Start] == '.');

    /// <summary>"the workers' union" inside single marks: an s before it and a lower-case word after it, with a later mark left to close.</summary>
    private static bool IsInnerPossessive(string text, List<Token> tokens, int i)
    {
        const int reach = 60; // tokens; keeps the look-ahead linear
        if (i + 1 >= tokens.Count || text[tokens[i].Start - 1] != 's' || !char.IsLower(text[tokens[i + 1].Start]))
        {
            return false;
        }

        for (var k = i + 1; k < Math.Min(tokens.Count, i + reach); k++)
        {
            if (tokens[k].Kind == TokenKind.OpenQuote && tokens[k].Length == 1 && text[tokens[k].Start] is '\'' or '’')
            {
                var closes = k > 0 && tokens[k - 1].End == tokens[k].Start;
                tokens[i] = closes ? tokens[i] with { Kind = TokenKind.Possessive } : tokens[i];
                return closes;
            }
        }

        return false;
    }

    private static TokenKind Unpaired(string text, List<Token> tokens, int i, bool isDouble)
    {
        var afterWord = i > 0 && tokens[i - 1].End == tokens[i].Start && text[tokens[i].Start - 1] is 's' or 'z' or 'x';
        return !isDouble && afterWord ? TokenKind.Possessive : TokenKind.Punctuation;
    }

    private static void Drop(List<Token> tokens, int open, bool isDouble)
    {
        if (open >= 0)
        {
            tokens[open] = tokens[open] with { Kind = isDouble ? TokenKind.Punctuation : TokenKind.Symbol };
        }
    }

    /// <summary>Puts the runs in text order and counts how deep each lies.</summary>
    private static void Nest(List<QuotedRun> runs, int first)
    {
        if (runs.Count - first < 2)
        {
            return;
        }

        runs.Sort(first, runs.Count - first, Comparer<QuotedRun>.Create((a, b) => a.Open.CompareTo(b.Open)));
        var outerEnd = runs[first].Close;
        for (var i = first + 1; i < runs.Count; i++)
        {
            if (runs[i].Open < outerEnd)
            {
                runs[i] = runs[i] with { Depth = 1 };
            }
            else
            {
                outerEnd = runs[i].Close;
            }
        }
    }
}
