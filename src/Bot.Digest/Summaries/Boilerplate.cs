using Bot.Digest.Language;

namespace Bot.Digest.Summaries;

/// <summary>Tells what stands in an article's text without belonging to its story: bylines, captions, calls to subscribe.</summary>
internal static class Boilerplate
{
    /// <summary>A longer sentence with such a word may be about newsletters or photographs (tokens).</summary>
    private const int LongestCall = 16;

    /// <summary>Whether a sentence is no part of the story. A text's only paragraph always is.</summary>
    public static bool Is(TextAnalysis analysis, int sentence)
    {
        var (first, end) = (analysis.Sentences[sentence].FirstToken, analysis.Sentences[sentence].EndToken);
        return IsUnfinished(analysis, sentence)
            || (end - first <= LongestCall && Holds(analysis, first, end, WordClass.BoilerplateWords))
            || IsByline(analysis, first, end);
    }

    /// <summary>"Mayor Omar Feld (left) and his deputy", "Pictured: the east pier".</summary>
    public static bool IsCaption(TextAnalysis analysis, int sentence)
    {
        var (first, end) = (analysis.Sentences[sentence].FirstToken, analysis.Sentences[sentence].EndToken);
        for (var token = first; token < end; token++)
        {
            var bracketed = token > first && token + 1 < end && analysis.Text[analysis.Tokens[token - 1].Start] == '(';
            if (analysis.Tokens[token].Is(bracketed ? WordClass.CaptionWords | WordClass.PictureWords : WordClass.PictureWords))
            {
                return true;
            }
        }

        return HasLabel(analysis, first, end);
    }

    /// <summary>"Last look: the old crane before it fell".</summary>
    private static bool HasLabel(TextAnalysis analysis, int first, int end)
    {
        const int longest = 3; // words before the colon
        for (var token = first + 1; token < Math.Min(end, first + longest + 1); token++)
        {
            if (analysis.Text[analysis.Tokens[token].Start] == ':')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A heading or a link: no full stop at the end, and more comes after it.</summary>
    private static bool IsUnfinished(TextAnalysis analysis, int sentence)
    {
        var last = analysis.Tokens[analysis.Sentences[sentence].EndToken - 1];
        return last.Kind is TokenKind.Word or TokenKind.Number && analysis.Text[last.End - 1] != '.'
            && analysis.Sentences.Count > sentence + 1;
    }

    /// <summary>"By Ana Krol, The Norrmark Post.", "(Reporting by Ana Krol and Ben Ode)": names, and small words that are no sentence.</summary>
    private static bool IsByline(TextAnalysis analysis, int first, int end)
    {
        const WordClass sentence = WordClass.Auxiliaries | WordClass.Modals | WordClass.SubjectPronouns;
        first += analysis.Text[analysis.Tokens[first].Start] == '(' && first + 1 < end ? 1 : 0;
        if (!analysis.Tokens[first].Is(WordClass.BylineWords) || end - first > LongestCall)
        {
            return false;
        }

        var names = 0;
        for (var token = first + 1; token < end; token++)
        {
            var word = analysis.Tokens[token];
            var isName = word.Kind == TokenKind.Word && analysis.IsCapitalised(token);
            if (word.Kind == TokenKind.Word && !isName && (!word.Is(WordClass.FunctionWords | WordClass.BylineWords) || word.Is(sentence)))
            {
                return false;
            }

            names += isName ? 1 : 0;
        }

        return names > 0;
    }

    private static bool Holds(TextAnalysis analysis, int first, int end, WordClass classes)
    {
        for (var token = first; token < end; token++)
        {
            if (analysis.Tokens[token].Is(classes))
            {
                return true;
            }
        }

        return false;
    }
}
