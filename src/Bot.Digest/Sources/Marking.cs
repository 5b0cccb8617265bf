using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Reading;

namespace Bot.Digest.Sources;

/// <summary>What an offered item is known again by.</summary>
public static class Marking
{
    /// <summary>Fewer letters may be the same in two items ("Daily briefing"); so many are the same item.</summary>
    private const int TellingLength = 120;

    /// <summary>The marks of an item.</summary>
    /// <param name="identity">As the source states it; null where it states none.</param>
    /// <param name="address">As the source states it.</param>
    /// <param name="said">All that the item says beside its title.</param>
    public static ItemMarks Of(string? identity, Uri? address, string title, string said)
    {
        var canonical = Canonical(address);
        var words = $"{title}\n{said}";
        return new(
            identity ?? canonical ?? $"title {title}",
            canonical is null ? [] : [canonical],
            words.Count(char.IsLetterOrDigit) >= TellingLength ? words : null,
            words);
    }

    /// <summary>The same marks, and the addresses that were learned from the page of the item.</summary>
    public static ItemMarks With(ItemMarks marks, Article? article) =>
        Canonical(article?.Address) is { } address && !marks.Addresses.Contains(address, StringComparer.Ordinal)
            ? marks with { Addresses = [.. marks.Addresses, address] }
            : marks;

    // The same page with and without encryption is one page.
    private static string? Canonical(Uri? address) =>
        WebAddress.Canonical(address?.AbsoluteUri) is { } canonical ? canonical.AbsoluteUri[(canonical.Scheme.Length + 3)..].TrimEnd('/') : null;
}
