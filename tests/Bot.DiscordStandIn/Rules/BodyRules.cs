using System.Text.Json;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Facts;

namespace Bot.DiscordStandIn.Rules;

/// <summary>Which rules a body must keep, by the operation.</summary>
internal static class BodyRules
{
    private const int MessageKind = 4, UpdateKind = 7;

    /// <summary>Faults of kind "ours" break a rule of ours, all others one of Discord's.</summary>
    public static IEnumerable<Fault> Check(string operation, JsonElement body, IReadOnlyDictionary<string, PostedFile> files)
    {
        var sizes = files.ToDictionary(file => file.Key, file => file.Value.Bytes.Length, StringComparer.Ordinal);
        return operation switch
        {
            "bulk_set_application_commands" or "bulk_set_guild_application_commands" => CommandRules.Check(body),
            "create_message" or "execute_webhook" => Message(body, sizes, isNew: true),
            "create_thread" when MessageBody.Field(body, "message") is { ValueKind: JsonValueKind.Object } first => Message(first, sizes, isNew: true),
            "update_message" or "update_webhook_message" or "update_original_webhook_message" => Message(body, sizes, isNew: false),
            "create_interaction_response" when MessageBody.Number(body, "type") is MessageKind or UpdateKind && MessageBody.Field(body, "data") is { ValueKind: JsonValueKind.Object } data =>
                Message(data, sizes, isNew: MessageBody.Number(body, "type") == MessageKind),
            _ => [],
        };
    }

    // An edit without text pings nobody: it need not say so.
    private static IEnumerable<Fault> Message(JsonElement message, IReadOnlyDictionary<string, int> files, bool isNew) =>
        MessageRules.Check(message, files).Concat(isNew || MessageBody.Text(message, "content").Length > 0 ? MessageRules.Unpinging(message).Select(fault => fault with { Kind = "ours" }) : []);
}
