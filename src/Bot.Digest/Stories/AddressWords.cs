namespace Bot.Digest.Stories;

/// <summary>The words in an article's web address: outlets write there what a title leaves out or a list cut off.</summary>
internal static class AddressWords
{
    /// <summary>A part of a path with so many words is a title, one with fewer may be the name of a section.</summary>
    private const int FewestWords = 3;

    private const int ShortestWord = 3;

    /// <summary>The words of the part of the path that holds most of them, parted by blanks; empty where no part looks like a title.</summary>
    public static string Of(Uri address)
    {
        var best = new List<string>();
        foreach (var part in address.AbsolutePath.Split('/'))
        {
            var words = Words(part);
            if (words.Count > best.Count)
            {
                best = words;
            }
        }

        return best.Count < FewestWords ? "" : string.Join(' ', best);
    }

    // Letters only: numbers in an address are those of the article.
    private static List<string> Words(string part)
    {
        var words = new List<string>();
        var dot = part.LastIndexOf('.');
        var name = dot > 0 ? part[..dot] : part;
        foreach (var run in name.Split('-', '_', '+', ' '))
        {
            if (run.Length >= ShortestWord && run.All(char.IsAsciiLetter))
            {
                words.Add(run);
            }
        }

        return words;
    }
}
