using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.DiscordStandIn.Communities;

/// <summary>A Discord server (a "guild" in its own words) with its channels and people.</summary>
public sealed class Guild
{
    private readonly World _world;
    private readonly List<Channel> _channels = [];
    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> _roles = new(StringComparer.Ordinal);

    internal Guild(World world, string name, string locale)
    {
        (_world, Name, Locale, Id) = (world, name, locale, world.Ids.Next());
        Owner = new(world.Ids.Next(), "owner", IsBot: false);
    }

    public ulong Id { get; }

    public string IdText => Id.ToString(CultureInfo.InvariantCulture);

    public string Name { get; }

    /// <summary>Its language, as "en-US".</summary>
    public string Locale { get; }

    public User Owner { get; }

    /// <summary>Whether the bot is a member.</summary>
    public bool HasBot { get; private set; } = true;

    public IReadOnlyList<Channel> Channels
    {
        get
        {
            lock (_world.Happenings.Gate)
            {
                return [.. _channels];
            }
        }
    }

    /// <summary>Adds a channel, and tells the bot.</summary>
    public Channel AddChannel(string name, ChannelKind kind = ChannelKind.Text, Channel? parent = null)
    {
        lock (_world.Happenings.Gate)
        {
            var channel = new Channel(_world, this, name, kind, parent);
            _channels.Add(channel);
            _world.Register(channel);
            _world.Announce(channel.IsThread ? "THREAD_CREATE" : "CHANNEL_CREATE", this, channel.ToJson);
            return channel;
        }
    }

    /// <summary>Deletes a channel, and tells the bot.</summary>
    public void DeleteChannel(Channel channel)
    {
        lock (_world.Happenings.Gate)
        {
            _channels.Remove(channel);
            _world.Forget(channel);
            _world.Announce(channel.IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", this, channel.ToJson);
        }
    }

    /// <summary>Tells the bot that something about a channel changed (its rights, a thread's archiving or locking).</summary>
    public void ChangedChannel(Channel channel) => _world.Announce(channel.IsThread ? "THREAD_UPDATE" : "CHANNEL_UPDATE", this, channel.ToJson);

    /// <summary>The member of this name, who joins when not there yet.</summary>
    public Member Member(string name, Permissions may = Permissions.Ordinary, string locale = "en-US")
    {
        lock (_world.Happenings.Gate)
        {
            if (!_members.TryGetValue(name, out var member))
            {
                member = new Member(_world, this, new(_world.Ids.Next(), name, IsBot: false, locale), may);
                _members[name] = member;
            }

            return member;
        }
    }

    /// <summary>The id of a role of this name, which is made when not there yet.</summary>
    public ulong Role(string name)
    {
        lock (_world.Happenings.Gate)
        {
            if (_roles.TryAdd(name, _world.Ids.Next()))
            {
                _world.Announce("GUILD_ROLE_CREATE", this, () => new() { ["guild_id"] = IdText, ["role"] = RoleJson(name, _roles[name]) });
            }

            return _roles[name];
        }
    }

    /// <summary>Throws the bot out.</summary>
    public void RemoveBot()
    {
        HasBot = false;
        _world.Announce("GUILD_DELETE", this, () => new() { ["id"] = IdText });
    }

    /// <summary>Takes the bot in again.</summary>
    public void ReturnBot()
    {
        HasBot = true;
        _world.Announce("GUILD_CREATE", this, ToGatewayJson);
    }

    /// <summary>An outage on Discord's side: the bot is still a member.</summary>
    public void GoDown() => _world.Announce("GUILD_DELETE", this, () => new() { ["id"] = IdText, ["unavailable"] = true });

    /// <summary>The end of an outage.</summary>
    public void ComeBack() => _world.Announce("GUILD_CREATE", this, ToGatewayJson);

    internal Member? MemberById(string id) => _members.Values.FirstOrDefault(one => one.User.IdText == id);

    internal JsonArray RolesJson() => new([RoleJson("@everyone", Id), .. _roles.Select(role => RoleJson(role.Key, role.Value))]);

    internal JsonObject ToJson() => new()
    {
        ["id"] = IdText,
        ["name"] = Name,
        ["icon"] = null,
        ["description"] = null,
        ["home_header"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray(),
        ["banner"] = null,
        ["owner_id"] = Owner.IdText,
        ["application_id"] = null,
        ["region"] = "deprecated",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 1,
        ["roles"] = RolesJson(),
        ["default_message_notifications"] = 1,
        ["mfa_level"] = 0,
        ["explicit_content_filter"] = 0,
        ["max_presences"] = null,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = Locale,
        ["rules_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["premium_progress_bar_enabled"] = false,
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["incidents_data"] = null,
    };

    /// <summary>As the gateway tells of it: with channels and threads, and the bot as the one member that it always sends.</summary>
    internal JsonObject ToGatewayJson()
    {
        var guild = ToJson();
        var began = Snowflakes.TimeOf(Id).ToString("O", CultureInfo.InvariantCulture);
        (guild["joined_at"], guild["large"], guild["unavailable"], guild["member_count"]) = (began, false, false, _members.Count + 2);
        guild["channels"] = new JsonArray([.. _channels.Where(one => !one.IsThread).Select(one => one.ToJson())]);
        guild["threads"] = new JsonArray([.. _channels.Where(one => one.IsThread).Select(one => one.ToJson())]);
        guild["members"] = new JsonArray(new Member(_world, this, _world.Bot, Permissions.Ordinary).ToJson());
        foreach (var nothing in (string[])["voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"])
        {
            guild[nothing] = new JsonArray();
        }

        return guild;
    }

    private static JsonObject RoleJson(string name, ulong id) => new()
    {
        ["id"] = id.ToString(CultureInfo.InvariantCulture),
        ["name"] = name,
        ["permissions"] = ((ulong)Permissions.Ordinary).ToString(CultureInfo.InvariantCulture),
        ["position"] = 0,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["managed"] = false,
        ["mentionable"] = false,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
    };
}
