using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.DiscordStandIn.Communities;

/// <summary>What kind of channel; numbers as in Discord's documentation (resources/channel).</summary>
public enum ChannelKind
{
    Text = 0,
    Private = 1,
    Announcements = 5,
    Thread = 11,

    /// <summary>A thread that only those see who were invited, and those who manage threads.</summary>
    PrivateThread = 12,

    /// <summary>Takes threads alone, no messages of its own.</summary>
    Forum = 15,
}

/// <summary>A place for messages: a channel or a thread of a server, or a private conversation.</summary>
public sealed class Channel
{
    private readonly World _world;
    private readonly List<PostedMessage> _messages = [];
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    internal Channel(World world, Guild? guild, string name, ChannelKind kind, Channel? parent = null, User? partner = null) =>
        (_world, Guild, Name, Kind, Parent, Partner, Id) = (world, guild, name, kind, parent, partner, world.Ids.Next());

    public ulong Id { get; }

    public string IdText => Id.ToString(CultureInfo.InvariantCulture);

    public Guild? Guild { get; }

    public string Name { get; }

    public ChannelKind Kind { get; }

    public bool IsThread => Kind is ChannelKind.Thread or ChannelKind.PrivateThread;

    /// <summary>Of a thread, the channel that it is in.</summary>
    public Channel? Parent { get; }

    /// <summary>Of a private conversation, the other one.</summary>
    public User? Partner { get; }

    /// <summary>What the bot may do here.</summary>
    public Permissions BotMay { get; set; } = Permissions.Ordinary;

    /// <summary>A thread at rest: the next message wakes it.</summary>
    public bool IsArchived { get; set; }

    /// <summary>A thread that takes no messages.</summary>
    public bool IsLocked { get; set; }

    /// <summary>A private conversation whose partner does not want to hear from the bot.</summary>
    public bool RefusesBot { get; set; }

    /// <summary>What stands here now, oldest first, also what only one reader sees.</summary>
    public IReadOnlyList<PostedMessage> Messages
    {
        get
        {
            lock (_world.Happenings.Gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>The latest message as soon as there are this many.</summary>
    public Task<PostedMessage> NextMessageAsync(int count, CancellationToken ct) =>
        _world.Happenings.UntilAsync(() => _messages.Count >= count ? _messages[count - 1] : null, ct);

    /// <summary>Waits until this many messages stand here.</summary>
    public Task HasMessagesAsync(int count, CancellationToken ct) => _world.Happenings.UntilAsync(() => _messages.Count >= count, ct);

    /// <summary>Makes somebody a member of a thread.</summary>
    public void Invite(Member member) => _members.Add(member.User.IdText);

    internal List<PostedMessage> Held => _messages;

    internal bool HasMember(string user) => _members.Contains(user);

    internal JsonObject ToJson()
    {
        var channel = new JsonObject { ["id"] = IdText, ["type"] = (int)Kind, ["flags"] = 0, ["last_message_id"] = _messages.Count > 0 ? _messages[^1].IdText : null };
        if (Guild is null)
        {
            channel["recipients"] = new JsonArray(Partner!.ToJson());
            return channel;
        }

        (channel["guild_id"], channel["name"], channel["parent_id"], channel["rate_limit_per_user"]) = (Guild.IdText, Name, Parent?.IdText, 0);
        if (IsThread)
        {
            AddThreadFields(channel);
        }
        else
        {
            (channel["position"], channel["nsfw"], channel["topic"], channel["permission_overwrites"]) = (Guild.Channels.ToList().IndexOf(this), false, null, Overwrites());
        }

        return channel;
    }

    /// <summary>What the bot may in this channel otherwise than in others.</summary>
    private JsonArray Overwrites() => BotMay == Permissions.Ordinary ? [] :
    [
        new JsonObject
        {
            ["id"] = _world.Bot.IdText, ["type"] = 1, ["allow"] = ((ulong)BotMay).ToString(CultureInfo.InvariantCulture),
            ["deny"] = ((ulong)(Permissions.Ordinary & ~BotMay)).ToString(CultureInfo.InvariantCulture),
        },
    ];

    private void AddThreadFields(JsonObject channel)
    {
        var began = Snowflakes.TimeOf(Id).ToString("O", CultureInfo.InvariantCulture);
        channel["owner_id"] = Guild!.Owner.IdText;
        channel["thread_metadata"] = new JsonObject
        {
            ["archived"] = IsArchived,
            ["archive_timestamp"] = began,
            ["auto_archive_duration"] = 1440,
            ["locked"] = IsLocked,
            ["create_timestamp"] = began,
        };
        (channel["message_count"], channel["member_count"], channel["total_message_sent"]) = (_messages.Count, 1, _messages.Count);
    }
}
