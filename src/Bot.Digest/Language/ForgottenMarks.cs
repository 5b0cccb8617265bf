namespace Bot.Digest.Language;

/// <summary>Where the words of a quotation end whose closing mark was forgotten: as far as the text itself tells, else nobody knows.</summary>
internal static class ForgottenMarks
{
    /// <summary>
    /// One past the last word of a quotation that opens at <paramref name="open"/> and has no closing mark before <paramref name="limit"/>:
    /// the comma before its cue (“We go, said Varga), or the limit where it is a single sentence that holds no cue. -1 when the outlet's own
    /// words may be among them.
    /// </summary>
    public static int End(string text, List<Token> tokens, int open, int limit)
    {
        var stops = 0;
        for (var i = open + 1; i < limit; i++)
        {
            if (tokens[i].Is(WordClass.SpeechVerbs))
            {
                return CommaBefore(text, tokens, open, i, limit);
            }

            stops += text[tokens[i].Start] is '.' or '?' or '!' ? 1 : 0;
        }

        return stops == 1 && text[tokens[limit - 1].Start] is '.' or '?' or '!' ? limit : -1;
    }

    /// <summary>The comma in ", said Varga" and ", Ilse Varga said"; -1 for a verb that may be part of what was said.</summary>
    private static int CommaBefore(string text, List<Token> tokens, int open, int verb, int limit)
    {
        const int longestName = 5; // tokens between comma and verb: "Harbour Minister Ilse Varga"
        if (text[tokens[verb - 1].Start] == ',')
        {
            return verb + 1 < limit && char.IsUpper(text[tokens[verb + 1].Start]) ? verb - 1 : -1;
        }

        for (var i = verb - 1; i > open + 1 && verb - i <= longestName + 1; i--)
        {
            if (text[tokens[i].Start] == ',')
            {
                return i;
            }

            if (!char.IsUpper(text[tokens[i].Start]) && !(tokens[i].Is(WordClass.SubjectPronouns) && text[tokens[i - 1].Start] == ','))
            {
                return -1;
            }
        }

        return -1;
    }
}
