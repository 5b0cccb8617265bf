using System.Globalization;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Interactions;

namespace Bot.DiscordStandIn.Communities;

/// <summary>Something to tell the bot through the gateway.</summary>
/// <param name="Guild">Whose shard hears it; null for private things, which the first shard hears.</param>
/// <param name="Data">Made when it is sent, since ten thousand servers need not lie about as text.</param>
internal sealed record Announcement(string Type, Guild? Guild, Func<JsonObject> Data);

/// <summary>All of Discord that the bot can see: its servers, channels, people, messages and commands.</summary>
public sealed class World
{
    private readonly List<Guild> _guilds = [];
    private readonly Dictionary<string, Channel> _channels = new(StringComparer.Ordinal);

    internal World(TimeProvider clock, Happenings happenings)
    {
        (Clock, Happenings, Ids) = (clock, happenings, new Snowflakes(clock));
        Bot = new(Ids.Next(), "DigestBot", IsBot: true);
        Interactions = new InteractionBook(this);
    }

    public TimeProvider Clock { get; }

    public Happenings Happenings { get; }

    public Snowflakes Ids { get; }

    /// <summary>The bot; its application has the same id, as with all newer bots.</summary>
    public User Bot { get; }

    /// <summary>What people asked of the bot, and what it answered.</summary>
    public InteractionBook Interactions { get; }

    /// <summary>Commands that the bot registered: for all servers under the empty key, for one under its id.</summary>
    public CommandRegister Commands { get; } = new();

    /// <summary>Signs what is sent to the bot's own address, when it is asked by HTTP.</summary>
    public Signature Signature { get; } = new();

    public IReadOnlyList<Guild> Guilds
    {
        get
        {
            lock (Happenings.Gate)
            {
                return [.. _guilds];
            }
        }
    }

    /// <summary>Called under the lock for everything that the gateway should tell.</summary>
    internal Action<Announcement>? Announced { get; set; }

    /// <summary>A server takes the bot in.</summary>
    public Guild AddGuild(string name, string locale = "en-US")
    {
        lock (Happenings.Gate)
        {
            var guild = new Guild(this, name, locale);
            _guilds.Add(guild);
            Announce("GUILD_CREATE", guild, guild.ToGatewayJson);
            return guild;
        }
    }

    /// <summary>Many servers, each with that many channels.</summary>
    public void AddGuilds(int count, int channels)
    {
        for (var i = 0; i < count; i++)
        {
            var guild = AddGuild(string.Create(CultureInfo.InvariantCulture, $"Community {i + 1}"));
            for (var j = 0; j < channels; j++)
            {
                guild.AddChannel(string.Create(CultureInfo.InvariantCulture, $"channel-{j}"));
            }
        }
    }

    /// <summary>The private conversation of the bot with somebody.</summary>
    public Channel PrivateChannel(User partner)
    {
        lock (Happenings.Gate)
        {
            var channel = _channels.Values.FirstOrDefault(one => one.Partner == partner) ?? new Channel(this, guild: null, "", ChannelKind.Private, partner: partner);
            Register(channel);
            return channel;
        }
    }

    /// <summary>Somebody who talks with the bot alone.</summary>
    public Member Person(string name, string locale = "en-US") => new(this, guild: null, new(Ids.Next(), name, IsBot: false, locale), Permissions.None);

    public Channel? Channel(string id) => _channels.GetValueOrDefault(id);

    internal User? FindUser(string id) =>
        _guilds.Select(guild => guild.MemberById(id)?.User).FirstOrDefault(user => user is not null) ?? _channels.Values.FirstOrDefault(one => one.Partner?.IdText == id)?.Partner;

    internal Guild? FindGuild(string id) => _guilds.Find(one => one.IdText == id && one.HasBot);

    internal void Register(Channel channel) => _channels[channel.IdText] = channel;

    internal void Forget(Channel channel) => _channels.Remove(channel.IdText);

    internal void Announce(string type, Guild? guild, Func<JsonObject> data)
    {
        lock (Happenings.Gate)
        {
            Announced?.Invoke(new(type, guild, data));
        }

        Happenings.Tell();
    }
}
