using System.Text.Json;
using Bot.DiscordStandIn.Communities;

namespace Bot.DiscordStandIn.Gateway;

/// <summary>What the first words of a client must be like (events/gateway-events, identify and resume); the description of the API does not cover them.</summary>
internal static class IdentifyRules
{
    /// <summary>All intents that there are: bits 0 to 16, 20, 21, 24 and 25.</summary>
    public const int AllIntents = 0x1FFFF | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25);

    private static readonly string[] Known = ["token", "properties", "compress", "large_threshold", "shard", "presence", "intents"];

    /// <summary>Fields that are wrong without any consequence that a client would see.</summary>
    public static IEnumerable<string> Slips(JsonElement data)
    {
        foreach (var field in data.EnumerateObject().Where(field => !Known.Contains(field.Name, StringComparer.Ordinal)))
        {
            yield return $"identify has {field.Name}, which Discord does not name";
        }

        foreach (var name in (string[])["os", "browser", "device"])
        {
            if (MessageBody.Field(data, "properties") is not { ValueKind: JsonValueKind.Object } properties || MessageBody.Text(properties, name).Length == 0)
            {
                yield return $"identify does not say its {name}";
            }
        }

        if (MessageBody.Field(data, "large_threshold") is { } threshold && (threshold.ValueKind != JsonValueKind.Number || threshold.GetInt32() is < 50 or > 250))
        {
            yield return "identify has a large_threshold outside 50 to 250";
        }
    }

    /// <summary>Whether the gateway goes on with this client.</summary>
    /// <returns>The code with which to hang up; null when all is well.</returns>
    public static CloseCode? Refusal(JsonElement data, string token, int disallowed, Func<int, bool> isTooMuchForOf)
    {
        if (MessageBody.Text(data, "token") != token)
        {
            return CloseCode.AuthenticationFailed;
        }

        if (MessageBody.Field(data, "intents") is not { ValueKind: JsonValueKind.Number } intents || !intents.TryGetInt32(out var wanted) || (wanted & ~AllIntents) != 0)
        {
            return CloseCode.InvalidIntents;
        }

        var (shard, shards) = Shard(data);
        return (wanted & disallowed) != 0 ? CloseCode.DisallowedIntents
            : shard < 0 || shards < 1 || shard >= shards ? CloseCode.InvalidShard
            : isTooMuchForOf(shards) ? CloseCode.ShardingRequired
            : null;
    }

    /// <summary>Which shard of how many; the only one when nothing is said.</summary>
    public static (int Shard, int Shards) Shard(JsonElement data) => MessageBody.Field(data, "shard") switch
    {
        null => (0, 1),
        { ValueKind: JsonValueKind.Array } pair when pair.GetArrayLength() == 2 => (pair[0].GetInt32(), pair[1].GetInt32()),
        _ => (-1, -1),
    };
}
