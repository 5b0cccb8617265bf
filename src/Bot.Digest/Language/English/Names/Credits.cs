using Bot.Digest.Language.Names;

namespace Bot.Digest.Language.English.Names;

/// <summary>Tells where a name is only a credit: of a picture, of the writer, of the agency. Whoever is only credited is not in the news.</summary>
public static class Credits
{
    private const int LongestByline = 7; // tokens: "Ann Lee, The Coast Wire News Agency"
    private const int LastParagraphs = 3; // where articles say who wrote them

    public static bool Holds(TextAnalysis text, NameCandidate name) =>
        IsBesideStroke(text, name) || IsByline(text, name) || IsAfterCreditWord(text, name) || IsAuthorNote(text, name);

    /// <summary>"(Ann Lee/Coast Wire)".</summary>
    private static bool IsBesideStroke(TextAnalysis text, NameCandidate name) =>
        (name.RunToken > 0 && text.Is(name.RunToken - 1, "/")) || (name.EndToken < text.Tokens.Length && text.Is(name.EndToken, "/"));

    /// <summary>A short paragraph of its own: "Ann Lee, Coast Wire"; below marked words it is who said them.</summary>
    private static bool IsByline(TextAnalysis text, NameCandidate name)
    {
        var paragraph = text.Paragraphs[text.Sentences[name.Sentence].Paragraph];
        var isSignature = paragraph.FirstToken > 0 && text.Tokens[paragraph.FirstToken - 1].Kind == TokenKind.CloseQuote;
        return paragraph.FirstToken == name.FirstToken && !isSignature && paragraph.EndToken - paragraph.FirstToken <= LongestByline
            && (name.EndToken == paragraph.EndToken || text.Is(name.EndToken, ","));
    }

    /// <summary>"Photo by Ann Lee", "with files from Ann Lee", "reporting by Ann Lee".</summary>
    private static bool IsAfterCreditWord(TextAnalysis text, NameCandidate name)
    {
        var before = name.RunToken - 1;
        if (before < 1)
        {
            return false;
        }

        return text.Word(before) switch
        {
            "by" or "By" => IsOneOf(text.Word(before - 1), ["photo", "reporting", "editing", "writing", "photograph", "graphic", "illustration"]),
            "from" => IsOneOf(text.Word(before - 1), ["files"]),
            ":" => IsOneOf(text.Word(before - 1), ["photo", "credit", "photograph", "image"]),
            _ => false,
        };
    }

    /// <summary>At the end: "Ann Lee is a reporter in Norrmark", "Ann Lee contributed to this report".</summary>
    private static bool IsAuthorNote(TextAnalysis text, NameCandidate name)
    {
        var sentence = text.Sentences[name.Sentence];
        if (sentence.FirstToken != name.FirstToken || sentence.Paragraph < text.Paragraphs.Count - LastParagraphs || name.EndToken >= sentence.EndToken)
        {
            return false;
        }

        if (text.Is(name.EndToken, "contributed"))
        {
            return true;
        }

        if (!text.Is(name.EndToken, "is"))
        {
            return false;
        }

        for (var token = name.EndToken + 1; token < sentence.EndToken; token++)
        {
            if (IsOneOf(text.Word(token), ["reporter", "writer", "columnist", "journalist", "editor", "correspondent", "contributor", "blogger"]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, ReadOnlySpan<string> words)
    {
        foreach (var one in words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
