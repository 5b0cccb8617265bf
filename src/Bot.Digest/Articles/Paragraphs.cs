namespace Bot.Digest.Articles;

/// <summary>Where the paragraphs of a text are: each run between line breaks that holds more than white space.</summary>
public static class Paragraphs
{
    public static List<TextSpan> Of(string text)
    {
        var found = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                found.Add(new TextSpan(start, end));
            }

            start = end + 1;
        }

        return found;
    }
}
