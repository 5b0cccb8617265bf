using System.Text.Json;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Rest;

/// <summary>The requests that the bot makes.</summary>
public static class Routes
{
    public static RestRequest FindGateway() => new(HttpMethod.Get, "gateway/bot");

    public static RestRequest FindApplication() => new(HttpMethod.Get, "applications/@me");

    public static RestRequest FindChannel(string channel) => new(HttpMethod.Get, $"channels/{channel}");

    /// <summary>Refused for who is no member of the thread.</summary>
    public static RestRequest FindThreadMember(string thread, string user) => new(HttpMethod.Get, $"channels/{thread}/thread-members/{user}");

    public static RestRequest FindGuild(string guild) => new(HttpMethod.Get, $"guilds/{guild}");

    public static RestRequest ListChannels(string guild) => new(HttpMethod.Get, $"guilds/{guild}/channels");

    public static RestRequest ListRoles(string guild) => new(HttpMethod.Get, $"guilds/{guild}/roles");

    /// <summary>All threads of a server that are not archived.</summary>
    public static RestRequest ListThreads(string guild) => new(HttpMethod.Get, $"guilds/{guild}/threads/active");

    public static RestRequest WriteMessage(string channel, MessageBody message) => new(HttpMethod.Post, $"channels/{channel}/messages") { Json = Text(message) };

    public static RestRequest EditMessage(string channel, string id, MessageBody message) => new(HttpMethod.Patch, $"channels/{channel}/messages/{id}") { Json = Text(message) };

    public static RestRequest BeginThread(string forum, ThreadBody thread) =>
        new(HttpMethod.Post, $"channels/{forum}/threads") { Json = JsonSerializer.SerializeToUtf8Bytes(thread, DiscordJson.Default.ThreadBody) };

    public static RestRequest OpenDirect(string user) =>
        new(HttpMethod.Post, "users/@me/channels") { Json = JsonSerializer.SerializeToUtf8Bytes(new DirectBody(user), DiscordJson.Default.DirectBody) };

    /// <summary>Puts all global commands in the place of those before.</summary>
    public static RestRequest RegisterCommands(string application, byte[] commands) => new(HttpMethod.Put, $"applications/{application}/commands") { Json = commands };

    public static RestRequest Answer(string interaction, string token, InteractionAnswer answer) =>
        new(HttpMethod.Post, $"interactions/{interaction}/{token}/callback") { Json = JsonSerializer.SerializeToUtf8Bytes(answer, DiscordJson.Default.InteractionAnswer), IsInteraction = true };

    public static RestRequest EditAnswer(string application, string token, MessageBody message) =>
        new(HttpMethod.Patch, $"webhooks/{application}/{token}/messages/@original") { Json = Text(message), IsInteraction = true };

    public static RestRequest FollowUp(string application, string token, MessageBody message) =>
        new(HttpMethod.Post, $"webhooks/{application}/{token}") { Json = Text(message), IsInteraction = true };

    private static byte[] Text(MessageBody message) => JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.MessageBody);
}
