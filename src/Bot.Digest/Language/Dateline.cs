using Bot.Digest.Language.Names;

namespace Bot.Digest.Language;

/// <summary>
/// Finds the dateline of an article, "LIND, Oct. 24 (Coast Wire) - ": it says where, when and by whom a report was filed, and is no part of
/// the first sentence. Its place stands in capitals, or an agency in brackets; a dash ends it.
/// </summary>
internal static class Dateline
{
    /// <summary>Paragraphs that may open with one: a byline or a caption can stand above it.</summary>
    private const int FirstParagraphs = 3;

    private const int Longest = 16; // tokens: two places, their countries, a day and an agency

    /// <summary>The first token after the dateline of a paragraph; <paramref name="first"/> where it has none.</summary>
    public static int End(string text, List<Token> tokens, int first, int paragraph)
    {
        if (paragraph >= FirstParagraphs || first >= tokens.Count || !Opens(text, tokens, first))
        {
            return first;
        }

        var bracketed = false;
        for (var i = first; i < Math.Min(tokens.Count, first + Longest); i++)
        {
            if (i > first && !bracketed && IsDash(text, tokens, i))
            {
                return BeginsStory(text, tokens, i + 1) ? i + 1 : first;
            }

            if (!MayStandIn(text, tokens[i]))
            {
                return first;
            }

            bracketed = text[tokens[i].Start] == '(' || (bracketed && text[tokens[i].Start] != ')');
        }

        return first;
    }

    /// <summary>"LIND", "(Coast Wire)", "Paris (AFP)": without a bracket only capitals tell a place from any other beginning.</summary>
    private static bool Opens(string text, List<Token> tokens, int first) =>
        text[tokens[first].Start] == '(' || NameWords.IsAllCapitals(Word(text, tokens[first]))
        || (tokens[first].Is(WordClass.Places) && first + 1 < tokens.Count && text[tokens[first + 1].Start] == '(');

    private static bool MayStandIn(string text, Token token) => token.Kind switch
    {
        TokenKind.Word => char.IsUpper(text[token.Start]) || token.Is(WordClass.NameParticles),
        TokenKind.Number => true,
        _ => text[token.Start] is '(' or ')' or ',' or '.' or '/' or '&',
    };

    /// <summary>A hyphen only between blanks, as it also joins words.</summary>
    private static bool IsDash(string text, List<Token> tokens, int i)
    {
        var token = tokens[i];
        var spaced = token.Start > tokens[i - 1].End && i + 1 < tokens.Count && token.End < tokens[i + 1].Start;
        return text[token.Start] is '—' or '–' || (text[token.Start] == '-' && (spaced || token.Length > 1));
    }

    /// <summary>"NATO — which met in Lind — agreed" has no dateline: after one a sentence begins.</summary>
    private static bool BeginsStory(string text, List<Token> tokens, int next) =>
        next < tokens.Count && (tokens[next].Kind is TokenKind.Number or TokenKind.OpenQuote || char.IsUpper(text[tokens[next].Start]));

    private static ReadOnlySpan<char> Word(string text, Token token) => text.AsSpan(token.Start, token.Length);
}
