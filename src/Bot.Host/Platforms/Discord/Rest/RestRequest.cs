using System.Net.Http.Headers;
using System.Text;
using Bot.Digest.Chat;

namespace Bot.Host.Platforms.Discord.Rest;

/// <summary>One request of Discord's HTTP interface.</summary>
/// <param name="Path">Below "/api/v10/".</param>
public sealed record RestRequest(HttpMethod Method, string Path)
{
    /// <summary>Null for none.</summary>
    public byte[]? Json { get; init; }

    /// <summary>Sent beside the JSON, as "files[n]".</summary>
    public AttachedFile? File { get; init; }

    /// <summary>Answers to interactions carry a token of their own instead of the bot's, and no limit of the whole bot holds for them.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>Why, for the server's audit log.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether doing it twice is doing it once. An interaction is answered once, whatever comes again.</summary>
    public bool IsIdempotent => Method != HttpMethod.Post || IsInteraction;

    /// <summary>As it goes over the wire.</summary>
    /// <param name="token">The bot's.</param>
    public HttpRequestMessage ToMessage(string token)
    {
        var message = new HttpRequestMessage(Method, Path);
        if (!IsInteraction)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", token);
        }

        if (Reason is not null)
        {
            message.Headers.Add("X-Audit-Log-Reason", Uri.EscapeDataString(Reason));
        }

        if (Json is not null)
        {
            var content = new ByteArrayContent(Json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            message.Content = File is null ? content : new MultipartFormDataContent
            {
                { content, "payload_json" },
                { new ByteArrayContent(Encoding.UTF8.GetBytes(File.Text)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(File.MediaType) } }, "files[0]", File.Name },
            };
        }

        return message;
    }

    /// <summary>What shares limits: the method and the path with its ids taken out, but for the top-level resource, which is told apart.</summary>
    public (string Route, string Resource) Limit
    {
        get
        {
            var parts = Path.Split('?')[0].Split('/');
            var resource = parts switch
            {
                ["channels" or "guilds", var id, ..] => id,
                ["webhooks", var id, var token, ..] => $"{id}/{token}",
                ["interactions", ..] => Path,
                _ => "",
            };
            var route = parts.Select((part, at) => at > 0 && (resource.Contains(part, StringComparison.Ordinal) || part.All(char.IsAsciiDigit)) ? "*" : part);
            return ($"{Method} {string.Join('/', route)}", resource);
        }
    }
}
