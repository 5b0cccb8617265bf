using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Specification;
using Microsoft.AspNetCore.Http;

namespace Bot.TelegramStandIn.Wire;

/// <summary>Reads a request in each of the four ways in which bots may send it.</summary>
internal static class RequestReading
{
    /// <summary>Reads fields and files.</summary>
    /// <param name="method">What is asked; null when there is no such method, whose fields stay as they are.</param>
    public static async Task<ApiCall> ReadAsync(HttpRequest request, string name, ApiMethod? method, DateTimeOffset at, CancellationToken ct)
    {
        var (fields, files) = (new JsonObject(), new Dictionary<string, SentFile>(StringComparer.Ordinal));
        foreach (var (key, value) in request.Query)
        {
            fields[key] = Typed(value.ToString(), method?.Field(key));
        }

        var encoding = request.Query.Count > 0 || request.ContentLength is null or 0 ? "query" : "json";
        if (request.HasFormContentType)
        {
            encoding = request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ? "multipart" : "form";
            await ReadFormAsync(request, method, fields, files, ct);
        }
        else if (request.HasJsonContentType())
        {
            encoding = "json";
            await ReadJsonAsync(request, fields, ct);
        }

        return new(name, encoding, fields, files, at);
    }

    private static async Task ReadFormAsync(HttpRequest request, ApiMethod? method, JsonObject fields, Dictionary<string, SentFile> files, CancellationToken ct)
    {
        var form = await request.ReadFormAsync(ct);
        foreach (var (key, value) in form)
        {
            fields[key] = Typed(value.ToString(), method?.Field(key));
        }

        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, ct);
            files[file.Name] = new(file.FileName, content.ToArray());
            // A part may be the field itself, or be named by a field as attach://part.
            if (method?.Field(file.Name) is { } field && field.Types.Contains("InputFile", StringComparer.Ordinal) && fields[file.Name] is null)
            {
                fields[file.Name] = $"attach://{file.Name}";
            }
        }
    }

    private static async Task ReadJsonAsync(HttpRequest request, JsonObject fields, CancellationToken ct)
    {
        try
        {
            if (await JsonNode.ParseAsync(request.Body, cancellationToken: ct) is not JsonObject sent)
            {
                throw new RefusalException(400, "Bad Request: object expected as request");
            }

            // A field that is null counts as one that was left out.
            foreach (var (key, value) in sent.Where(pair => pair.Value is not null))
            {
                fields[key] = value!.DeepClone();
            }
        }
        catch (JsonException)
        {
            throw new RefusalException(400, "Bad Request: can't parse JSON object");
        }
    }

    /// <summary>What a form can only say as a text, as the type that the field has. What can't be read stays a text, which the check then tells.</summary>
    private static JsonNode Typed(string value, ApiField? field)
    {
        foreach (var type in field?.Types ?? [])
        {
            JsonNode? typed = type switch
            {
                "Integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
                "Float" => double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
                "Boolean" => value.ToUpperInvariant() switch { "TRUE" or "1" or "YES" => JsonValue.Create(true), "FALSE" or "0" or "NO" => JsonValue.Create(false), _ => null },
                "String" or "InputFile" => JsonValue.Create(value),
                _ => Parsed(value),
            };
            if (typed is not null)
            {
                return typed;
            }
        }

        return JsonValue.Create(value);
    }

    private static JsonNode? Parsed(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
