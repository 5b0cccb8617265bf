namespace Bot.Digest.Language;

/// <summary>A run between two quotation marks of one paragraph.</summary>
/// <param name="Open">Token of the opening mark.</param>
/// <param name="Close">Token of the closing mark; the paragraph's end token when it never closes.</param>
/// <param name="Paragraph">Index of the paragraph.</param>
/// <param name="Depth">0 for an outermost run, 1 for a quote inside it.</param>
/// <param name="Closed">False when the paragraph ends before the mark does.</param>
public readonly record struct QuotedRun(int Open, int Close, int Paragraph, int Depth, bool Closed);

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
        int doubleOpen = -1, singleOpen = -1;
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
                // An earlier mark that never closed is dropped: nobody knows where its words end.
                Drop(tokens, open, isDouble);
                open = i;
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
            runs.Add(new QuotedRun(doubleOpen, tokens.Count, paragraph, Depth: 0, Closed: false));
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
