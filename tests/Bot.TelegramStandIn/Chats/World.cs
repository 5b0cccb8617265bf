using System.Globalization;
using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Specification;
using Bot.TelegramStandIn.Wire;

namespace Bot.TelegramStandIn.Chats;

/// <summary>Everybody and every chat that the bot can come across, and what it did there. Changed under <see cref="Gate"/>.</summary>
internal sealed class World
{
    private readonly SchemaCheck _check = new(ApiSpecification.Current);
    private readonly Dictionary<long, Account> _accounts = [];
    private long _nextAccount = 100_000_001;
    private long _nextGroup = 4_000_000_001;
    private long _nextSupergroup = 2_000_000_001;
    private int _nextMessage = 1;
    private long _nextId = 1;

    public World(StandInOptions options, TimeProvider clock)
    {
        (Options, Clock, Updates, Rates) = (options, clock, new(clock), new(clock, options.IsRateLimited));
        Bot = new(long.Parse(options.Token.Split(':')[0], CultureInfo.InvariantCulture), "Digest", options.BotName, null, IsBot: true);
    }

    public Lock Gate { get; } = new();

    public StandInOptions Options { get; }

    public TimeProvider Clock { get; }

    public Account Bot { get; }

    public UpdateQueue Updates { get; }

    public ChatRates Rates { get; }

    public Dictionary<long, Chat> Chats { get; } = [];

    public Dictionary<string, Document> Files { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Query> Queries { get; } = new(StringComparer.Ordinal);

    /// <summary>The bot's lists of commands, by scope and language.</summary>
    public Dictionary<string, JsonArray> CommandLists { get; } = new(StringComparer.Ordinal);

    /// <summary>Where updates are sent to; null while the bot asks for them.</summary>
    public Hook? Hook { get; set; }

    /// <summary>How often the rates refused a message.</summary>
    public int Refused429 { get; set; }

    /// <summary>Called when <see cref="Hook"/> was set.</summary>
    public Action HookChanged { get; set; } = () => { };

    /// <summary>Messages that the bot sent, in order.</summary>
    public Journal<Message> Sent { get; } = new();

    /// <summary>Messages that the bot edited, each as often as it did.</summary>
    public Journal<Message> Edited { get; } = new();

    /// <summary>Rules that were not kept and are not among the reviewed deviations.</summary>
    public Journal<Violation> Violations { get; } = new();

    /// <summary>Requests for updates that wait, once they do.</summary>
    public Journal<ApiCall> Waiting { get; } = new();

    public long UnixTime => Clock.GetUtcNow().ToUnixTimeSeconds();

    public Account NewAccount(string name, string? username, string? language)
    {
        var account = new Account(_nextAccount++, name, username, language, IsBot: false);
        _accounts[account.Id] = account;
        return account;
    }

    /// <summary>Somebody with an account; null when nobody has that id.</summary>
    public Account? Account(long id) => _accounts.GetValueOrDefault(id);

    public Chat NewChat(ChatKind kind, string title, string? username, bool isForum)
    {
        // The ranges of the ids are what bots tell kinds by: groups are negative, supergroups and channels begin with -100.
        var id = kind == ChatKind.Group ? -_nextGroup++ : -1_000_000_000_000 - _nextSupergroup++;
        return Chats[id] = new(id, kind, title, username) { IsForum = isForum };
    }

    /// <summary>The private chat of an account, from the first time on that it is needed.</summary>
    public Chat PrivateChat(Account who)
    {
        if (!Chats.TryGetValue(who.Id, out var chat))
        {
            chat = Chats[who.Id] = new(who.Id, ChatKind.Private, who.FirstName, who.Username);
            chat.Members[who.Id] = Membership.Of(who, MemberStatus.Member);
        }

        return chat;
    }

    /// <summary>An id that was never used before.</summary>
    public string NewId() => (5_000_000_000_000_000_000 + _nextId++).ToString(CultureInfo.InvariantCulture);

    /// <summary>The beginning of a message; private chats and groups count theirs together, the others each for itself.</summary>
    public JsonObject NewMessage(Chat chat, Account? from, Chat? sender, int? topic)
    {
        var id = chat.Kind is ChatKind.Private or ChatKind.Group ? _nextMessage++ : chat.NextMessage++;
        var wire = new JsonObject { ["message_id"] = id, ["date"] = UnixTime, ["chat"] = chat.ToWire() };
        if (from is not null)
        {
            wire["from"] = from.ToWire();
        }

        if (sender is not null)
        {
            wire["sender_chat"] = sender.ToWire();
        }

        if (topic is { } thread)
        {
            (wire["message_thread_id"], wire["is_topic_message"]) = (thread, true);
        }

        return wire;
    }

    /// <summary>Tells the bot something, after it was held against the specification.</summary>
    public void Tell(string kind, JsonObject content)
    {
        if (Updates.Add(kind, content) is { } update)
        {
            Report("stand-in", "getUpdates", _check.Object("Update", update));
        }
    }

    public void Report(string side, string method, IEnumerable<Breach> breaches)
    {
        foreach (var violation in breaches.Select(breach => new Violation(side, method, breach.Path, breach.Rule)).Where(violation => !Deviations.Cover(violation)))
        {
            Violations.Add(violation);
        }
    }
}

/// <summary>A press of a button or an inline question that waits for its answer.</summary>
/// <param name="Answer">Completes with the request that answered it.</param>
internal sealed record Query(string Id, DateTimeOffset Until, TaskCompletionSource<ApiCall> Answer);

/// <summary>Where updates are sent to.</summary>
/// <param name="Secret">What comes with each, so that the bot knows from whom it is; null for nothing.</param>
internal sealed record Hook(Uri Address, string? Secret);
