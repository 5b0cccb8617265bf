using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Bot.TelegramStandIn.Tests;

/// <summary>A bot without a library: it sends exactly what it is told to.</summary>
internal sealed class BareBot(TelegramServer server, string? token = null) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler()) { BaseAddress = server.Address };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // With the slash in front, as the colon of the token would otherwise end a scheme.
    private string Root => $"/bot{token ?? server.Token}";

    /// <summary>Sends JSON.</summary>
    /// <param name="fields">A JSON object.</param>
    public Task<JsonObject> CallAsync(string method, string fields = "{}") => CallAsync(method, JsonNode.Parse(fields)!.AsObject());

    public async Task<JsonObject> CallAsync(string method, JsonObject fields)
    {
        using var response = await _client.PostAsJsonAsync($"{Root}/{method}", fields, Ct);
        return await ReadAsync(response);
    }

    /// <summary>Sends any other kind of body.</summary>
    public async Task<JsonObject> PostAsync(string method, HttpContent content)
    {
        using var response = await _client.PostAsync($"{Root}/{method}", content, Ct);
        return await ReadAsync(response);
    }

    public async Task<JsonObject> GetAsync(string methodAndQuery)
    {
        using var response = await _client.GetAsync($"{Root}/{methodAndQuery}", Ct);
        return await ReadAsync(response);
    }

    /// <summary>Sends a text in the mode "HTML".</summary>
    public Task<JsonObject> SayAsync(long chat, string html) => CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = html, ["parse_mode"] = "HTML" });

    /// <summary>The raw answer, for those that are none.</summary>
    public Task<HttpResponseMessage> RawAsync(string method, string fields, CancellationToken ct) =>
        _client.PostAsync($"{Root}/{method}", new StringContent(fields, System.Text.Encoding.UTF8, "application/json"), ct);

    public Task<byte[]> DownloadAsync(string path) => _client.GetByteArrayAsync($"/file{Root}/{path}", Ct);

    /// <summary>Updates that are there now, with those before an offset confirmed.</summary>
    public async Task<IReadOnlyList<JsonObject>> UpdatesAsync(long offset = 0) =>
        [.. (await CallAsync("getUpdates", new JsonObject { ["offset"] = offset, ["timeout"] = 0 }))["result"]!.AsArray().Select(update => update!.AsObject())];

    public void Dispose() => _client.Dispose();

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!.AsObject();
        Assert.Equal((int)response.StatusCode, (int?)answer["error_code"] ?? 200);
        return answer;
    }
}
