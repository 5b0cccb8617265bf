using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Methods;

/// <summary>Who the bot is, and how it introduces itself.</summary>
internal static class Identity
{
    public static Dictionary<string, Handler> All { get; } = new(StringComparer.Ordinal)
    {
        ["getMe"] = GetMe,
        ["setMyDescription"] = (_, _) => ApiAnswer.True,
        ["setMyShortDescription"] = (_, _) => ApiAnswer.True,
        ["setChatMenuButton"] = (_, _) => ApiAnswer.True,
    };

    private static ApiAnswer GetMe(World world, ApiCall call)
    {
        JsonObject me = world.Bot.ToWire();
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = world.Options.ReadsAllMessages;
        me["supports_inline_queries"] = world.Options.IsInline;
        me["can_connect_to_business"] = false;
        me["has_main_web_app"] = false;
        return ApiAnswer.Ok(me);
    }
}
