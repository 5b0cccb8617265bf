using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Bot.Digest.Reading;

namespace Bot.Evaluation;

/// <summary>Articles on web pages: <c>id</c> and <c>path</c> of a gzipped page in; body, title, author and date out.</summary>
public static class PagesTask
{
    public static void Run(string input, string output)
    {
        var answers = JsonLines.Read(input).ToDictionary(
            line => line.GetProperty("id").GetString()!,
            line => (JsonNode?)Answer(line.GetProperty("path").GetString()!));
        File.WriteAllText(output, new JsonObject(answers).ToJsonString());
    }

    private static JsonObject Answer(string path)
    {
        var bytes = Unpacked(path);
        var read = ArticleReader.Read(new Document
        {
            Bytes = bytes,
            Kind = DocumentKind.Page,
            ReadAt = TimeProvider.System.GetUtcNow(),
        });
        return read.Article is not { } article ? [] : new JsonObject
        {
            ["articleBody"] = article.Text,
            ["title"] = article.Title,
            ["author"] = article.Author,
            ["date"] = article.PublishedIsStated ? article.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        };
    }

    private static byte[] Unpacked(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
