using Bot.Digest.Articles;

namespace Bot.Digest.Language;

/// <summary>Cuts a paragraph's tokens into sentences. A quotation of several sentences is not torn, so that no sentence holds half a quotation.</summary>
internal static class SentenceSplitter
{
    /// <summary>Tokens after which a sentence is ended by force: it keeps what later stages do with a sentence linear in the text.</summary>
    private const int Longest = 600;

    /// <summary>Adds the sentences of the tokens from <paramref name="first"/> on; a dateline belongs to none.</summary>
    public static void Append(
        string text, ILanguage language, List<Token> tokens, int first, List<QuotedRun> runs, int firstRun, int paragraph, List<Sentence> sentences)
    {
        var start = Dateline.End(text, tokens, first, paragraph);
        var run = firstRun;
        for (var i = start; i < tokens.Count; i++)
        {
            while (run < runs.Count && (runs[run].Depth > 0 || runs[run].Close == tokens.Count || runs[run].Close < i))
            {
                run++;
            }

            var tooLong = i - start >= Longest;
            var quoted = run < runs.Count && runs[run].Open < i && i < runs[run].Close;
            if (!tooLong && (quoted || !EndsSentence(text, language, tokens, i) || (language.HasOrdinalStops && IsOrdinal(text, tokens, i))))
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
    private static bool EndsSentence(string text, ILanguage language, List<Token> tokens, int i)
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
        if (text[tokens[i].Start] == '.' && tokens[i].End == next.Start && char.IsUpper(text[next.Start]) && next.Start + 1 < text.Length && text[next.Start + 1] == '.')
        {
            return false; // "(L-N.B.)"
        }

        var startsSentence = !char.IsLower(text[next.Start]) && next.Kind is not TokenKind.Punctuation
            || text[next.Start] is '(' or '[' or '—' or '–' or '…' or '.' or '-';
        var goesOn = stop < i && !language.HasInvertedCues;
        return startsSentence && text[tokens[stop].End - 1] switch
        {
            '.' when tokens[stop].Kind == TokenKind.Word => EndsAfterAbbreviation(text, tokens, stop, i + 1),
            '.' or '…' => (tokens[i].End < next.Start || char.IsUpper(text[next.Start])) && (!goesOn || !IsReported(text, tokens, i + 1, alone: true)),
            '。' or '！' or '？' or '।' or '۔' or '؟' => true,
            '?' or '!' => !goesOn || !IsReported(text, tokens, i + 1, alone: false),
            _ => false,
        };
    }

    /// <summary>"am 3. Mai": a number of at most two figures with a full stop, unless what follows can only begin a sentence.</summary>
    private static bool IsOrdinal(string text, List<Token> tokens, int stop) =>
        stop > 0 && text[tokens[stop].Start] == '.' && tokens[stop - 1].Kind == TokenKind.Number && tokens[stop - 1].End == tokens[stop].Start
        && tokens[stop - 1].Length <= 2 && !tokens[stop + 1].Is(WordClass.FunctionWords);

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
        var opens = tokens[next].Kind == TokenKind.OpenQuote && !(next + 1 < tokens.Count && char.IsLower(text[tokens[next + 1].Start])); // "the U.S. “clearly” won"
        return !known || tokens[next].Is(WordClass.FunctionWords) || opens;
    }

    /// <summary>
    /// “Sure?” Park, the mayor, asked: a question inside marks does not end the sentence that reports it. After a full stop only a
    /// cue that stands <paramref name="alone"/> belongs to it: “We go.” Park said.
    /// </summary>
    private static bool IsReported(string text, List<Token> tokens, int next, bool alone)
    {
        var reach = alone ? 4 : 12; // tokens: "Harbour Minister Ilse Varga said", with an apposition after a question
        for (var i = next; i < Math.Min(tokens.Count, next + reach); i++)
        {
            if (tokens[i].Is(WordClass.SpeechVerbs | WordClass.ClaimVerbs))
            {
                return !alone || i + 1 == tokens.Count || text[tokens[i + 1].Start] is '.' or ',';
            }

            if (tokens[i].Kind is TokenKind.OpenQuote || text[tokens[i].Start] is '.' or '?' or '!' || (tokens[i].Kind != TokenKind.Word && alone))
            {
                return false;
            }
        }

        return false;
    }
}
