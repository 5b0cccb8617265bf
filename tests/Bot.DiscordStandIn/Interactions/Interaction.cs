using System.Globalization;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;

namespace Bot.DiscordStandIn.Interactions;

/// <summary>How somebody asked; numbers as in Discord's documentation (interactions/receiving-and-responding).</summary>
public enum InteractionKind
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
}

/// <summary>How the bot acknowledged; numbers of the callback types.</summary>
public enum Acknowledgement
{
    /// <summary>Not yet.</summary>
    None = 0,
    Message = 4,
    Deferred = 5,
    DeferredUpdate = 6,
    Update = 7,
    Suggestions = 8,
    Modal = 9,
}

/// <summary>Something that somebody asked, and all that the bot made of it.</summary>
public sealed class Interaction
{
    /// <summary>The time to acknowledge, from when it was asked (interactions/receiving-and-responding).</summary>
    public static readonly TimeSpan TimeToAcknowledge = TimeSpan.FromSeconds(3);

    /// <summary>The life of the token with which answers are written and changed.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly World _world;
    private readonly List<PostedMessage> _followUps = [];

    internal Interaction(World world, InteractionKind kind, Member member, Channel channel, JsonObject data, PostedMessage? under)
    {
        (_world, Kind, Member, Channel, Data, Under) = (world, kind, member, channel, data, under);
        (Id, AskedAt) = (world.Ids.Next(), world.Clock.GetUtcNow());
        Token = string.Create(CultureInfo.InvariantCulture, $"aW50ZXJhY3Rpb24{Id}");
    }

    public ulong Id { get; }

    public string IdText => Id.ToString(CultureInfo.InvariantCulture);

    public string Token { get; }

    public InteractionKind Kind { get; }

    public Member Member { get; }

    public Channel Channel { get; }

    /// <summary>The message whose button was pressed.</summary>
    public PostedMessage? Under { get; }

    public DateTimeOffset AskedAt { get; }

    /// <summary>How the bot acknowledged.</summary>
    public Acknowledgement Acknowledged { get; private set; }

    /// <summary>How long that took, by the stand-in's clock.</summary>
    public TimeSpan? TookToAcknowledge { get; private set; }

    /// <summary>The message that answers, the placeholder while the bot thinks, or the one whose button was pressed when it is changed.</summary>
    public PostedMessage? Original { get; private set; }

    /// <summary>Further messages.</summary>
    public IReadOnlyList<PostedMessage> FollowUps => [.. _followUps];

    /// <summary>What was suggested for the option being typed: what people read, and what is sent.</summary>
    public IReadOnlyList<(string Name, string Value)> Suggestions { get; private set; } = [];

    internal JsonObject Data { get; }

    /// <summary>Whether something was really said: a placeholder says nothing.</summary>
    internal bool IsSaid { get; set; }

    internal bool IsTokenGood => _world.Clock.GetUtcNow() < AskedAt + TokenLife;

    /// <summary>Waits for the acknowledgement.</summary>
    public Task AcknowledgedAsync(CancellationToken ct) => _world.Happenings.UntilAsync(() => Acknowledged != Acknowledgement.None, ct);

    /// <summary>Waits for the answer: the reply, the edited placeholder, or the changed message.</summary>
    public Task<PostedMessage> ReplyAsync(CancellationToken ct) => _world.Happenings.UntilAsync(() => IsSaid ? Original : null, ct);

    /// <summary>Waits for a further message, counted from 1.</summary>
    public Task<PostedMessage> FollowUpAsync(int number, CancellationToken ct) => _world.Happenings.UntilAsync(() => _followUps.Count >= number ? _followUps[number - 1] : null, ct);

    /// <summary>Waits for what is suggested.</summary>
    public async Task<IReadOnlyList<(string Name, string Value)>> SuggestionsAsync(CancellationToken ct)
    {
        await AcknowledgedAsync(ct);
        return Suggestions;
    }

    internal void Acknowledge(Acknowledgement how, PostedMessage? original = null, IReadOnlyList<(string Name, string Value)>? suggestions = null)
    {
        (Acknowledged, Original, TookToAcknowledge) = (how, original, _world.Clock.GetUtcNow() - AskedAt);
        Suggestions = suggestions ?? [];
        IsSaid = how is Acknowledgement.Message or Acknowledgement.Update;
    }

    internal void Follow(PostedMessage message) => _followUps.Add(message);

    /// <summary>As it comes through the gateway or by HTTP.</summary>
    public JsonObject ToJson()
    {
        var guild = Channel.Guild;
        var payload = new JsonObject
        {
            ["id"] = IdText,
            ["application_id"] = _world.Bot.IdText,
            ["type"] = (int)Kind,
            ["token"] = Token,
            ["version"] = 1,
            ["data"] = Data.DeepClone(),
            ["channel_id"] = Channel.IdText,
            ["channel"] = Channel.ToJson(),
            ["locale"] = Member.User.Locale,
            ["entitlements"] = new JsonArray(),
            ["app_permissions"] = Bits(Channel.BotMay),
            ["context"] = guild is null ? 1 : 0,
            ["attachment_size_limit"] = 10 * 1024 * 1024,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = guild?.IdText ?? "0" },
        };
        if (guild is null)
        {
            payload["user"] = Member.User.ToJson();
        }
        else
        {
            var member = Member.ToJson();
            member["permissions"] = Bits(Member.MayIn(Channel));
            (payload["member"], payload["guild_id"], payload["guild_locale"]) = (member, guild.IdText, guild.Locale);
            payload["guild"] = new JsonObject { ["id"] = guild.IdText, ["locale"] = guild.Locale, ["features"] = new JsonArray() };
        }

        if (Under is not null)
        {
            payload["message"] = Under.ToJson();
        }

        return payload;
    }

    private static string Bits(Permissions permissions) => ((ulong)permissions).ToString(CultureInfo.InvariantCulture);
}
