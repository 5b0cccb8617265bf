namespace Bot.Digest.Reading.Feeds;

/// <summary>Who an element names as its author, in any of the ways that feeds have.</summary>
internal static class FeedAuthors
{
    private const int LongestText = 1_000;

    private static readonly string[] Keys =
        ["author", "dc:creator", "dc:author", "itunes:author", "managingeditor", "googleplay:author", "itunes:owner", "webmaster", "dc:publisher", "contributor"];

    public static FeedAuthor? Of(FeedElement element)
    {
        foreach (var key in Keys)
        {
            var all = element.All(key).Select(One).OfType<FeedAuthor>().ToList();
            if (all.Count > 0)
            {
                return all.Count == 1 ? all[0] : new(Joined(all), all[0].Mail);
            }
        }

        return null;
    }

    private static string? Joined(List<FeedAuthor> all)
    {
        var names = all.Select(author => author.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : Titles.Limited(string.Join(", ", names));
    }

    private static FeedAuthor? One(FeedElement element)
    {
        var (name, mail) = (element.FirstOf("name", "itunes:name")?.Text, element.FirstOf("email", "itunes:email")?.Text);
        return name is null && mail is null ? Parse(element.Text) : Made(name, mail);
    }

    /// <summary>"mail (name)", "name (mail)", "name &lt;mail&gt;", or one of them alone.</summary>
    public static FeedAuthor? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            return null;
        }

        var words = text.Split([' ', '\t', '\r', '\n', '(', ')', '<', '>', '[', ']', ','], StringSplitOptions.RemoveEmptyEntries);
        var mail = Array.Find(words, IsMail);
        if (mail is null)
        {
            return Made(text, null);
        }

        var name = text.Replace(mail, "", StringComparison.Ordinal).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        return Made(name.Trim(' ', '\t', '\r', '\n', '(', ')', '<', '>', '[', ']', ',', '-'), mail);
    }

    private static bool IsMail(string word)
    {
        var at = word.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && word.IndexOf('.', at) > at + 1 && word.IndexOf('@', at + 1) < 0;
    }

    private static FeedAuthor? Made(string? name, string? mail)
    {
        var clean = Titles.Limited(CleanText.Line(MarkupWords.Of(name ?? "")));
        var address = CleanText.Line(mail).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        return clean.Length + address.Length == 0 ? null : new(clean.Length > 0 ? clean : null, address.Length > 0 ? address : null);
    }
}
