using System.Text;
using System.Text.Json;
using Bot.DiscordStandIn.Interactions;

namespace Bot.DiscordStandIn.Tests;

/// <summary>What was answered.</summary>
internal sealed record Answered(int Status, string Text, HttpResponseMessage Response)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>Discord's number of what is wrong; 0 when nothing is.</summary>
    public int Code => Status >= 400 && Text.StartsWith('{') && Json.TryGetProperty("code", out var code) ? code.GetInt32() : 0;

    public string? Header(string name) => Response.Headers.TryGetValues(name, out var values) ? values.First() : null;
}

/// <summary>Sends requests to the stand-in byte by byte as the tests want them, well or badly made.</summary>
internal sealed class Caller(StandInDiscord discord) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = discord.Address };

    /// <summary>Whether requests carry the bot's token.</summary>
    public bool IsKnown { get; set; } = true;

    public string Agent { get; set; } = "DiscordBot (https://norrmarkpost.example, 1.0)";

    public HttpClient Http => _http;

    public async Task<Answered> SendAsync(string method, string path, string? body, CancellationToken ct, (string Name, byte[] Bytes)? file = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        request.Headers.TryAddWithoutValidation("Authorization", IsKnown ? $"Bot {discord.Gateway.Token}" : "Bot nobody's");
        request.Content = (body, file) switch
        {
            (null, _) => null,
            ({ } json, { } given) => new MultipartFormDataContent { { new StringContent(json, Encoding.UTF8, "application/json"), "payload_json" }, { new ByteArrayContent(given.Bytes), "files[0]", given.Name } },
            var (json, _) => new StringContent(json, Encoding.UTF8, "application/json"),
        };
        var response = await _http.SendAsync(request, ct);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct), response);
    }

    public Task<Answered> GetAsync(string path, CancellationToken ct) => SendAsync("GET", path, body: null, ct);

    /// <summary>Posts a message that pings nobody.</summary>
    /// <param name="fields">Its other fields, as JSON without the braces.</param>
    public Task<Answered> PostAsync(Communities.Channel channel, string fields, CancellationToken ct) =>
        SendAsync("POST", $"channels/{channel.IdText}/messages", $$"""{"allowed_mentions":{"parse":[]},{{fields}}}""", ct);

    /// <summary>Acknowledges.</summary>
    public Task<Answered> AcknowledgeAsync(Interaction interaction, string body, CancellationToken ct) =>
        SendAsync("POST", $"interactions/{interaction.IdText}/{interaction.Token}/callback", body, ct);

    public string Webhook(Interaction interaction, string rest = "") => $"webhooks/{discord.World.Bot.IdText}/{interaction.Token}{rest}";

    /// <summary>Registers commands for all servers.</summary>
    public Task<Answered> RegisterAsync(string commands, CancellationToken ct) => SendAsync("PUT", $"applications/{discord.World.Bot.IdText}/commands", commands, ct);

    public void Dispose() => _http.Dispose();
}
