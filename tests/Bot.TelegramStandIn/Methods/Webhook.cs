using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Methods;

/// <summary>Where updates are sent to, when the bot does not ask for them.</summary>
internal static class Webhook
{
    /// <summary>Documented at setWebhook.</summary>
    private static readonly int[] Ports = [443, 80, 88, 8443];

    public static Dictionary<string, Handler> All { get; } = new(StringComparer.Ordinal)
    {
        ["setWebhook"] = Set,
        ["deleteWebhook"] = Delete,
        ["getWebhookInfo"] = Info,
    };

    private static ApiAnswer Set(World world, ApiCall call)
    {
        var address = call.Text("url") ?? "";
        if (address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps))
        {
            throw RefusalException.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        }

        if (address.Length > 0 && !Ports.Contains(new Uri(address).Port))
        {
            throw RefusalException.Bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }

        Begin(world, call);
        world.Hook = address.Length == 0 ? null : new(new(address), call.Text("secret_token"));
        world.HookChanged();
        return ApiAnswer.True;
    }

    private static ApiAnswer Delete(World world, ApiCall call)
    {
        Begin(world, call);
        world.Hook = null;
        world.HookChanged();
        return ApiAnswer.True;
    }

    private static void Begin(World world, ApiCall call)
    {
        if (call.Flag("drop_pending_updates"))
        {
            world.Updates.Clear();
        }

        if (call.List("allowed_updates") is { } kinds)
        {
            world.Updates.Allow(kinds.Select(kind => kind!.ToString()));
        }
    }

    private static ApiAnswer Info(World world, ApiCall call)
    {
        var info = new JsonObject { ["url"] = world.Hook?.Address.OriginalString ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = world.Updates.Pending };
        if (world.Updates.Allowed is { Count: > 0 } kinds)
        {
            info["allowed_updates"] = new JsonArray([.. kinds.Select(kind => JsonValue.Create(kind))]);
        }

        return ApiAnswer.Ok(info);
    }
}
