using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Gateway;

namespace Bot.DiscordStandIn.Rest;

/// <summary>Who the bot is, where it is, and which commands it has.</summary>
internal sealed class BotEndpoints(World world, GatewayServer gateway)
{
    public IEnumerable<KeyValuePair<string, Func<RestCall, RestAnswer>>> All() =>
    [
        new("get_gateway", _ => new(200, new JsonObject { ["url"] = gateway.Address })),
        new("get_bot_gateway", _ => new(200, gateway.Describe())),
        new("get_my_user", _ => new(200, world.Bot.ToOwnJson())),
        new("get_my_application", _ => new(200, Application())),
        new("create_dm", Converse),
        new("leave_guild", Leave),
        new("get_guild", call => OfGuild(call, guild => guild.ToJson())),
        new("list_guild_channels", call => OfGuild(call, guild => new JsonArray([.. guild.Channels.Where(one => !one.IsThread).Select(one => one.ToJson())]))),
        new("list_guild_roles", call => OfGuild(call, guild => guild.RolesJson())),
        new("get_guild_member", FindMember),
        new("list_application_commands", _ => List("")),
        new("bulk_set_application_commands", call => Replace(call, "")),
        new("list_guild_application_commands", call => world.FindGuild(call["guild_id"]) is null ? RestAnswer.UnknownGuild : List(call["guild_id"])),
        new("bulk_set_guild_application_commands", call => world.FindGuild(call["guild_id"]) is null ? RestAnswer.MissingAccess : Replace(call, call["guild_id"])),
    ];

    private JsonObject Application() => new()
    {
        ["id"] = world.Bot.IdText,
        ["name"] = world.Bot.Name,
        ["icon"] = null,
        ["description"] = "",
        ["type"] = null,
        ["bot"] = world.Bot.ToJson(),
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = world.Signature.PublicKey,
        ["flags"] = 0,
        ["flags_new"] = "0",
        ["redirect_uris"] = new JsonArray(),
        ["interactions_endpoint_url"] = null,
        ["role_connections_verification_url"] = null,
        ["owner"] = new User(1, "operator", IsBot: false).ToJson(),
        ["approximate_guild_count"] = world.Guilds.Count,
        ["approximate_user_install_count"] = 0,
        ["approximate_user_authorization_count"] = 0,
        ["explicit_content_filter"] = 0,
        ["team"] = null,
        ["eligible_oauth2_scopes"] = new JsonArray(),
    };

    private RestAnswer Converse(RestCall call) =>
        call.Json.TryGetProperty("recipient_id", out var id) && world.FindUser(id.ToString()) is { } user ? new(200, world.PrivateChannel(user).ToJson()) : RestAnswer.UnknownUser;

    private RestAnswer Leave(RestCall call)
    {
        if (world.FindGuild(call["guild_id"]) is not { } guild)
        {
            return RestAnswer.UnknownGuild;
        }

        guild.RemoveBot();
        return RestAnswer.Done;
    }

    private RestAnswer OfGuild(RestCall call, Func<Guild, JsonNode> made) => world.FindGuild(call["guild_id"]) is { } guild ? new(200, made(guild)) : RestAnswer.UnknownGuild;

    private RestAnswer FindMember(RestCall call) => world.FindGuild(call["guild_id"]) is not { } guild
        ? RestAnswer.UnknownGuild
        : guild.MemberById(call["user_id"]) is { } member ? new(200, member.ToJson()) : RestAnswer.UnknownMember;

    private RestAnswer List(string guild) => new(200, new JsonArray([.. world.Commands.List(guild).Select(one => one.DeepClone())]));

    private RestAnswer Replace(RestCall call, string guild) => world.Commands.Replace(world, guild, call.Json) ? List(guild) : RestAnswer.TooManyCommands;
}
