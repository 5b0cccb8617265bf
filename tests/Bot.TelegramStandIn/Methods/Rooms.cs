using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Methods;

/// <summary>What the bot can ask about chats and the people in them.</summary>
internal static class Rooms
{
    public static Dictionary<string, Handler> All { get; } = new(StringComparer.Ordinal)
    {
        ["getChat"] = GetChat,
        ["getChatMember"] = GetMember,
        ["getChatAdministrators"] = GetAdministrators,
        ["getChatMemberCount"] = (world, call) => ApiAnswer.Ok(JsonValue.Create(Access.Readable(world, call).Members.Values.Count(member => member.IsInside))),
        ["leaveChat"] = Leave,
    };

    private static ApiAnswer GetChat(World world, ApiCall call)
    {
        var wire = Access.Readable(world, call).ToWire();
        wire["accent_color_id"] = 0;
        wire["max_reaction_count"] = 11;
        wire["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        return ApiAnswer.Ok(wire);
    }

    private static ApiAnswer GetMember(World world, ApiCall call)
    {
        var chat = Access.Readable(world, call);
        var id = call.Number("user_id") ?? throw RefusalException.Bad("invalid user_id specified");
        var who = id == world.Bot.Id ? world.Bot : chat.Members.GetValueOrDefault(id)?.Who ?? world.Account(id) ?? throw RefusalException.Bad("PARTICIPANT_ID_INVALID");
        return chat.Kind == ChatKind.Channel && !chat.MembershipOf(world.Bot).IsAdministrator
            ? throw RefusalException.Bad("member list is inaccessible")
            : ApiAnswer.Ok(chat.MembershipOf(who).ToWire());
    }

    private static ApiAnswer GetAdministrators(World world, ApiCall call)
    {
        var chat = Access.Readable(world, call);
        return chat.Kind == ChatKind.Private
            ? throw RefusalException.Bad("there are no administrators in the private chat")
            : ApiAnswer.Ok(new JsonArray([.. chat.Members.Values.Where(member => member.IsAdministrator && (!member.Who.IsBot || member.Who == world.Bot)).Select(member => member.ToWire())]));
    }

    private static ApiAnswer Leave(World world, ApiCall call)
    {
        var chat = Access.Readable(world, call);
        if (chat.Kind == ChatKind.Private)
        {
            throw RefusalException.Bad("chat member status can't be changed in private chats");
        }

        chat.Members[world.Bot.Id] = Membership.Of(world.Bot, MemberStatus.Left);
        return ApiAnswer.True;
    }
}
