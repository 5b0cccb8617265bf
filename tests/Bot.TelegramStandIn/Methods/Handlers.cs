using System.Collections.Frozen;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Methods;

/// <summary>Does what a method says, under the lock of the world.</summary>
internal delegate ApiAnswer Handler(World world, ApiCall call);

/// <summary>The methods that are played, by their names. Asking for updates is not among them: it waits.</summary>
internal static class Handlers
{
    private static readonly FrozenDictionary<string, Handler> All = new[]
    {
        Identity.All, Commands.All, Webhook.All, Sending.All, Editing.All, Queries.All, Rooms.All, Files.All,
    }.SelectMany(part => part).ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static Handler? Find(string method) => All.GetValueOrDefault(method);
}
