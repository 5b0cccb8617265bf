using Bot.Digest.Articles;

namespace Bot.Digest.Language;

/// <summary>Cuts a paragraph's tokens into sentences. A quotation of several sentences is not torn, so that no sentence holds half a quotation.</summary>
public static class SentenceSplitter
{
    /// <summary>Adds the sentences of the tokens from <paramref name="first"/> on.</summary>
    public static void Append(
        string text, List<Token> tokens, int first, List<QuotedRun> runs, int firstRun, int paragraph, List<Sentence> sentences)
    {
        var start = first;
        var run = firstRun;
        for (var i = first; i < tokens.Count; i++)
        {
            while (run < runs.Count && (runs[run].Depth > 0 || !runs[run].Closed || runs[run].Close < i))
            {
                run++;
            }

            var quoted = run < runs.Count && runs[run].Open < i && i < runs[run].Close;
            if (quoted || !EndsSentence(text, tokens, i))
            {
                continue;
            }

            sentences.Add(Of(tokens, start, i + 1, paragraph));
            start = i + 1;
        }

        if (start < tokens.Count)
        {
            sentences.Add(Of(tokens, start, tokens.Count, paragraph));
        }
    }

    private static Sentence Of(List<Token> tokens, int start, int end, int paragraph) =>
        new(start, end, paragraph, new TextSpan(tokens[start].Start, tokens[end - 1].End));

    /// <summary>Whether a sentence ends with token <paramref name="i"/>: closing marks and brackets after the full stop belong to it.</summary>
    private static bool EndsSentence(string text, List<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Count || IsCloser(text, tokens[i + 1]))
        {
            return false;
        }

        var stop = i;
        while (stop > 0 && IsCloser(text, tokens[stop]))
        {
            stop--;
        }

        var next = tokens[i + 1];
        var startsSentence = !char.IsLower(text[next.Start]) && next.Kind is not TokenKind.Punctuation
            || text[next.Start] is '(' or '[' or '—' or '–' or '…' or '.' or '-';
        return startsSentence && text[tokens[stop].End - 1] switch
        {
            '.' when tokens[stop].Kind == TokenKind.Word => EndsAfterAbbreviation(text, tokens, stop, i + 1),
            '.' or '…' => tokens[i].End < next.Start || char.IsUpper(text[next.Start]),
            '?' or '!' => stop == i || !IsReported(tokens, i + 1),
            _ => false,
        };
    }

    private static bool IsCloser(string text, Token token) =>
        token.Kind == TokenKind.CloseQuote || text[token.Start] is ')' or ']';

    /// <summary>"in the U.S. The" ends, "Sen. Park" and "J. Park" do not.</summary>
    private static bool EndsAfterAbbreviation(string text, List<Token> tokens, int stop, int next)
    {
        if (tokens[stop].Is(WordClass.LeadingAbbreviations) || tokens[stop].Length == 2)
        {
            return false;
        }

        var known = tokens[stop].Is(WordClass.Abbreviations) || text.AsSpan(tokens[stop].Start, tokens[stop].Length - 1).Contains('.');
        return !known || tokens[next].Is(WordClass.FunctionWords) || tokens[next].Kind == TokenKind.OpenQuote;
    }

    /// <summary>“Sure?” Park asked: a question inside marks does not end the sentence that reports it.</summary>
    private static bool IsReported(List<Token> tokens, int next)
    {
        const int reach = 5; // tokens: "Harbour Minister Ilse Varga asked"
        for (var i = next; i < Math.Min(tokens.Count, next + reach) && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (tokens[i].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs))
            {
                return true;
            }
        }

        return false;
    }
}
