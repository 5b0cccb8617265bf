using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Interactions as signed requests of Discord's.</summary>
[Collection("Discord")]
public sealed class HttpInteractionTests : IAsyncLifetime
{
    private readonly RunningDiscord _running = new() { IsAskedByHttp = true };
    private readonly HttpClient _http = new(new SocketsHttpHandler());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _running.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _running.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_ping_is_answered_and_whatever_is_not_signed_for_now_is_refused()
    {
        const string ping = """{"id":"1","application_id":"2","type":1,"token":"t"}""";
        var now = _running.Clock.GetUtcNow().ToUnixTimeSeconds();

        Assert.Equal((HttpStatusCode.OK, """{"type":1}"""), await AskAsync(ping, Time(now)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(ping, Time(now), signed: ping + " ")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(ping, Time(now), signature: new string('0', 128))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(ping, Time(now), signature: "no hex")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(ping, Time(now - 301))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(ping, Time(now + 302))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(ping, "soon")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("{", Time(now))).Status);
    }

    [Fact]
    public async Task A_command_is_answered_in_the_answer_to_the_request_and_once()
    {
        var id = _running.Discord.World.Ids.Next();
        var command = $$$"""
            {"id":"{{{id}}}","application_id":"{{{_running.Discord.World.Bot.Id}}}","type":2,"token":"t","guild_id":"{{{_running.Harbour.IdText}}}","channel_id":"{{{_running.Town.IdText}}}",
            "member":{"user":{"id":"77","username":"ada"},"roles":[],"permissions":"2048"},"data":{"name":"who","options":[{"name":"person","type":3,"value":"varga"}]}}
            """;

        var (status, body) = await AskAsync(command, Time(_running.Clock.GetUtcNow().ToUnixTimeSeconds()));
        var again = await AskAsync(command, Time(_running.Clock.GetUtcNow().ToUnixTimeSeconds()));

        Assert.Equal(HttpStatusCode.OK, status);
        using var answer = JsonDocument.Parse(body);
        Assert.Equal(4, answer.RootElement.GetProperty("type").GetInt32());
        Assert.Equal(64, answer.RootElement.GetProperty("data").GetProperty("flags").GetInt32());
        Assert.Equal("Ilse Varga", answer.RootElement.GetProperty("data").GetProperty("embeds")[0].GetProperty("title").GetString());
        Assert.Equal(HttpStatusCode.NoContent, again.Status);
    }

    [Fact]
    public async Task What_is_signed_and_is_no_interaction_is_refused_and_does_nothing()
    {
        var whole = JsonNode.Parse("""{"id":"1","application_id":"2","type":2,"token":"t","data":{"name":"who"}}""")!.AsObject();
        var lacking = whole.SelectMany(field => new[] { Changed(whole, field.Key, value: null, isThere: true), Changed(whole, field.Key, value: null, isThere: false) });
        string[] kinds = [.. new[] { "0", "-1", "5", "99", "2.5", "\"two\"", "[]", "{}", "true", "99999999999" }.Select(type => Changed(whole, "type", JsonNode.Parse(type), isThere: true))];

        foreach (var body in (string[])["null", "7", "\"2\"", "true", "[]", "[{}]", "{}", "", "nonsense", .. lacking, .. kinds])
        {
            Assert.Equal((body, HttpStatusCode.BadRequest), (body, (await AskAsync(body, Time(_running.Clock.GetUtcNow().ToUnixTimeSeconds()))).Status));
        }

        Assert.Empty(_running.Discord.Requests.Of("create_interaction_response"));
        Assert.DoesNotContain(_running.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static string Changed(JsonObject whole, string field, JsonNode? value, bool isThere)
    {
        var changed = whole.DeepClone().AsObject();
        changed.Remove(field);
        if (isThere)
        {
            changed[field] = value;
        }

        return changed.ToJsonString();
    }

    private static string Time(long seconds) => seconds.ToString(CultureInfo.InvariantCulture);

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string body, string time, string? signed = null, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_running.Page, "/discord/interactions")) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", time);
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature ?? _running.Discord.World.Signature.Sign(time, Encoding.UTF8.GetBytes(signed ?? body)));
        using var response = await _http.SendAsync(request, Ct);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Ct));
    }
}
