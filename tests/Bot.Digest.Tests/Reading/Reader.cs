using System.Text;
using Bot.Digest.Reading;

namespace Bot.Digest.Tests.Reading;

/// <summary>Reads what a test writes.</summary>
internal static class Reader
{
    public static readonly DateTimeOffset Now = new(2026, 5, 20, 8, 0, 0, TimeSpan.Zero);

    public static ReadResult Read(DocumentKind kind, string text) => Read(kind, Encoding.UTF8.GetBytes(text));

    public static ReadResult Read(DocumentKind kind, byte[] bytes) => ArticleReader.Read(new Document { Bytes = bytes, Kind = kind, ReadAt = Now });

    public static ReadResult Page(string html) => Read(DocumentKind.Page, html);
}
