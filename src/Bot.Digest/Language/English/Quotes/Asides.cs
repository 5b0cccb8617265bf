using Bot.Digest.Quotes;

namespace Bot.Digest.Language.English.Quotes;

/// <summary>Tells paragraphs that stand beside the story: captions of pictures, and pointers to other articles and films.</summary>
internal static class Asides
{
    private const int LongestCredit = 12; // tokens: "(Ann Lee/The Coast Wire via Norrmark Press)"

    public static bool Is(Scene scene, ParagraphTokens paragraph) => IsPointer(scene, paragraph) || IsCaption(scene, paragraph);

    /// <summary>READ MORE: …, Watch: …</summary>
    private static bool IsPointer(Scene scene, ParagraphTokens paragraph)
    {
        var first = paragraph.FirstToken;
        if (first + 2 >= paragraph.EndToken)
        {
            return false;
        }

        var colon = scene.Text.Is(first, "read") && scene.Text.Is(first + 1, "more") ? first + 2
            : scene.Text.Is(first, "watch") || scene.Text.Is(first, "listen") || scene.Text.Is(first, "related") ? first + 1
            : first;
        return colon > first && scene.Text.Word(colon) is ":";
    }

    /// <summary>Ends in the credit of a picture: (Ann Lee/Coast Wire), Ann Lee/COAST WIRE.</summary>
    private static bool IsCaption(Scene scene, ParagraphTokens paragraph)
    {
        var stroke = false;
        for (var i = paragraph.EndToken - 1; i > Math.Max(paragraph.FirstToken, paragraph.EndToken - LongestCredit); i--)
        {
            if (scene.Text.Word(i) is "/")
            {
                stroke = true;
            }
            else if (scene.Text.Word(i) is "(" or ".")
            {
                return stroke;
            }
            else if (scene.IsQuoted(i) || !(scene.Text.IsCapitalised(i) || scene.Text.Word(i) is ")" or "," or "via" or "for"))
            {
                return false;
            }
        }

        return false;
    }
}
