using System.Text.Json;
using Bot.Digest.Articles;
using Bot.Digest.Reading.Dates;
using Bot.Digest.Reading.Pages;

namespace Bot.Digest.Reading;

/// <summary>One line of a JSON-lines file: <c>url,title,published,source,author,text|html</c>; unknown fields are ignored.</summary>
internal static class JsonRecord
{
    /// <summary>Deep enough for any record that somebody meant.</summary>
    private const int DeepestNesting = 16;

    public static ReadResult Read(string line, Document document)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new() { MaxDepth = DeepestNesting, AllowTrailingCommas = true });
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(json.RootElement, document)
                : ReadResult.Refused(Refusals.NotAnObject);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with half a surrogate pair, which JSON can write and text cannot hold.
            return ReadResult.Refused(Refusals.NotAnObject);
        }
    }

    private static ReadResult Read(JsonElement record, Document document)
    {
        var url = Field(record, "url");
        var address = WebAddress.Canonical(url) ?? document.Address;
        if (!string.IsNullOrWhiteSpace(url) && address is null)
        {
            return ReadResult.Refused(Refusals.NotAnAddress);
        }

        var date = Field(record, "published");
        var published = StatedDate.Parse(date, language: null);
        if (!string.IsNullOrWhiteSpace(date) && published is null)
        {
            return ReadResult.Refused(Refusals.NotADate);
        }

        var stated = document with { Address = address, Published = published ?? document.Published };
        var (text, html) = (Field(record, "text"), Field(record, "html"));
        var found = !string.IsNullOrWhiteSpace(text) ? OfText(record, text, stated)
            : !string.IsNullOrWhiteSpace(html) ? PageReader.Read(html, stated)
            : ReadResult.Refused(Refusals.NoText);
        return found.Article is { } article ? Overridden(article, found.Source, record, published) : found;
    }

    private static ReadResult OfText(JsonElement record, string text, Document document)
    {
        var title = CleanText.Line(Field(record, "title"));
        return title.Length == 0 ? ReadResult.Refused(Refusals.NoTitle) : PlainText.Read($"{title}\n{text}", document);
    }

    /// <summary>What the record itself says goes before what its page says.</summary>
    private static ReadResult Overridden(Article article, string? source, JsonElement record, DateTimeOffset? published)
    {
        var (title, author, outlet) = (CleanText.Line(Field(record, "title")), CleanText.Line(Authors(record)), CleanText.Line(Field(record, "source")));
        return ReadResult.Of(
            article with
            {
                Title = title.Length > 0 ? Titles.Limited(title) : article.Title,
                Author = author.Length > 0 ? Titles.Limited(author) : article.Author,
                Published = published ?? article.Published,
                PublishedIsStated = published is not null || article.PublishedIsStated,
            },
            outlet.Length > 0 ? Titles.Limited(outlet) : source);
    }

    private static string? Authors(JsonElement record) =>
        record.TryGetProperty("author", out var author) && author.ValueKind == JsonValueKind.Array
            ? string.Join(", ", author.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()))
            : Field(record, "author");

    private static string? Field(JsonElement record, string name) =>
        !record.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;
}
