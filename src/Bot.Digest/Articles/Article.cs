using System.Security.Cryptography;
using System.Text;

namespace Bot.Digest.Articles;

/// <summary>One article as it was read, before anything is known about what it says.</summary>
public sealed record Article
{
    public required string Title { get; init; }

    /// <summary>The body: NFC, no control characters, one paragraph a line (<c>\n</c>), no empty lines. Never holds the title.</summary>
    public required string Text { get; init; }

    /// <summary>When it was published; the moment of reading where the document does not say.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>True when <see cref="Published"/> was said by the document or by the one who read it in.</summary>
    public bool PublishedIsStated { get; init; }

    /// <summary>Canonical web address, null for a text that has none.</summary>
    public Uri? Address { get; init; }

    public string? Author { get; init; }

    /// <summary>IETF language tag, null when not known.</summary>
    public string? Language { get; init; }

    /// <summary>SHA-256 of the UTF-8 text, lower-case hexadecimal: tells whether two readings are the same.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>
    /// What makes two readings the same article within a source: its address, else its title with the stated day of publication.
    /// A second reading with the same key and another <see cref="Hash"/> is a new revision.
    /// </summary>
    public string Key => Address?.AbsoluteUri
        ?? (PublishedIsStated ? $"title:{Published.UtcDateTime:yyyy-MM-dd}:{Title}" : $"title:{Title}");
}
