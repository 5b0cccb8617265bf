namespace Bot.Digest.Reading.Feeds;

/// <summary>Takes the attributes of an opening tag off a text, with or without quotes.</summary>
internal sealed class FeedAttributes(string text)
{
    /// <summary>Elements of real feeds have at most a dozen.</summary>
    private const int Most = 64;

    private readonly List<(TextRange Name, TextRange Value)> _all = [];

    /// <summary>As printed, values without their quotes.</summary>
    public IReadOnlyList<(TextRange Name, TextRange Value)> All => _all;

    public void Clear() => _all.Clear();

    /// <summary>Takes the attribute that begins at a place; returns where to go on.</summary>
    public int Take(int at)
    {
        var name = NameAt(text, at);
        at = SkipSpace(name.End);
        if (at >= text.Length || text[at] != '=')
        {
            return Math.Max(at, name.Start + 1);
        }

        at = SkipSpace(at + 1);
        var value = ValueAt(at);
        if (_all.Count < Most)
        {
            _all.Add((name, value));
        }

        return value.End < text.Length && value.Start > at ? value.End + 1 : value.End;
    }

    /// <summary>The name of an element or attribute that begins at a place; may be empty.</summary>
    public static TextRange NameAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is not ('>' or '<' or '/' or '=' or '"' or '\'') && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return new(at, end);
    }

    /// <summary>One without quotes, or with one quote only, ends with the word.</summary>
    private TextRange ValueAt(int at)
    {
        if (at < text.Length && text[at] is '"' or '\'')
        {
            // Only the last quote of its kind has no other after it, so that looking for one never becomes slow.
            var close = text.IndexOf(text[at], at + 1);
            if (close >= 0)
            {
                return new(at + 1, close);
            }

            at++;
        }

        var end = at;
        while (end < text.Length && text[end] is not ('>' or '<') && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return new(at, end);
    }

    private int SkipSpace(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
