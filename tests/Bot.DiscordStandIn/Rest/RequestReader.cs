using System.Text.Json;
using Bot.DiscordStandIn.Communities;
using Microsoft.AspNetCore.Http;

namespace Bot.DiscordStandIn.Rest;

/// <summary>Reads the body of a request: JSON, or a form with JSON and files.</summary>
internal static class RequestReader
{
    /// <summary>Reads what came with a request.</summary>
    /// <returns>Null for the body when there is none.</returns>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    /// <exception cref="InvalidDataException">The form can't be read.</exception>
    public static async Task<(JsonElement? Body, IReadOnlyDictionary<string, PostedFile> Files)> ReadAsync(HttpRequest request, Func<ulong> newId, CancellationToken ct)
    {
        var files = new Dictionary<string, PostedFile>(StringComparer.Ordinal);
        if (!request.HasFormContentType)
        {
            using var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, ct);
            return (bytes.Length == 0 ? null : Parse(bytes.ToArray()), files);
        }

        var form = await request.ReadFormAsync(ct);
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, ct);
            files[Number(file.Name)] = new PostedFile(newId(), file.FileName, file.ContentType, content.ToArray());
        }

        return (form.TryGetValue("payload_json", out var json) ? Parse(System.Text.Encoding.UTF8.GetBytes(json.ToString())) : null, files);
    }

    private static string Number(string name) => name.StartsWith("files[", StringComparison.Ordinal) && name.EndsWith(']')
        ? name[6..^1]
        : throw new InvalidDataException($"A file is sent as files[n], not as {name}.");

    private static JsonElement Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
