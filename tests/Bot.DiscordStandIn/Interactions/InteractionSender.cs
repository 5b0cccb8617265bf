using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Facts;
using Bot.DiscordStandIn.Rest;
using Bot.DiscordStandIn.Rules;

namespace Bot.DiscordStandIn.Interactions;

/// <summary>How a request to the bot's own address is forged.</summary>
public enum Forgery
{
    /// <summary>Not at all: it is Discord's.</summary>
    None,

    /// <summary>Signed with another key.</summary>
    OtherKey,

    /// <summary>Signed well, and a letter of the body changed afterwards.</summary>
    ChangedBody,

    /// <summary>Signed well, and another time said.</summary>
    ChangedTime,

    /// <summary>No signature at all.</summary>
    Unsigned,

    /// <summary>A signature that is no number of the right length.</summary>
    Garbled,

    /// <summary>Signed well, ten minutes ago, and sent again now.</summary>
    Stale,
}

/// <summary>Sends interactions to the bot's own address as Discord does, signed (interactions/overview), and carries out what is answered.</summary>
public sealed class InteractionSender(World world, Violations violations, HttpClient http, Uri address)
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromMinutes(10);

    private readonly InteractionEndpoints _answers = new(world);

    /// <summary>Asks whether the address works, as Discord does when it is set and now and then. It must answer 401 to everything forged.</summary>
    /// <returns>The status, and the type of the answer when it is one.</returns>
    public async Task<(int Status, int? Type)> PingAsync(Forgery forgery, CancellationToken ct)
    {
        var ping = new JsonObject { ["id"] = world.Ids.Next().ToString(CultureInfo.InvariantCulture), ["application_id"] = world.Bot.IdText, ["type"] = (int)InteractionKind.Ping, ["token"] = "ping", ["version"] = 1 };
        var (status, body) = await SendAsync(ping, forgery, ct);
        return (status, body is { } answer ? MessageBody.Number(answer, "type") : null);
    }

    /// <summary>Sends what somebody asked.</summary>
    /// <returns>The status of the answer.</returns>
    public async Task<int> SendAsync(Interaction interaction, CancellationToken ct, Forgery forgery = Forgery.None)
    {
        var (status, body) = await SendAsync(interaction.ToJson(), forgery, ct);
        if (status != 200 || body is not { } answer)
        {
            return status;
        }

        foreach (var fault in BodyCheck.Request("create_interaction_response", answer).Concat(BodyRules.Check("create_interaction_response", answer, new Dictionary<string, PostedFile>(StringComparer.Ordinal))))
        {
            violations.Add("answer over HTTP", $"{fault.Path} {fault.Says}");
        }

        lock (world.Happenings.Gate)
        {
            if (interaction.AskedAt + Interaction.TimeToAcknowledge < world.Clock.GetUtcNow() || _answers.Take(interaction, answer, new Dictionary<string, PostedFile>(StringComparer.Ordinal)) is not null)
            {
                violations.Add("answer over HTTP", "comes too late, or is of a kind that does not answer this");
            }
        }

        return status;
    }

    private async Task<(int Status, JsonElement? Body)> SendAsync(JsonObject payload, Forgery forgery, CancellationToken ct)
    {
        var body = Encoding.UTF8.GetBytes(payload.ToJsonString());
        var time = (world.Clock.GetUtcNow() - (forgery == Forgery.Stale ? LongAgo : TimeSpan.Zero)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var stranger = new Signature();
        var signature = (forgery == Forgery.OtherKey ? stranger : world.Signature).Sign(time, body);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(forgery == Forgery.ChangedBody ? [.. body[..^1], (byte)' ', body[^1]] : body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.ParseAdd("Discord-Interactions/1.0");
        request.Headers.Add("X-Signature-Timestamp", forgery == Forgery.ChangedTime ? time + "0" : time);
        if (forgery != Forgery.Unsigned)
        {
            request.Headers.Add("X-Signature-Ed25519", forgery == Forgery.Garbled ? "not hexadecimal" : signature);
        }

        using var response = await http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return ((int)response.StatusCode, response.IsSuccessStatusCode && text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : null);
    }
}
