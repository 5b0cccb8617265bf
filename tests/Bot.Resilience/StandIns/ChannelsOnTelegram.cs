using System.Globalization;
using Bot.Digest.Chat;
using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Bot.TelegramStandIn.Wire;

namespace Bot.Resilience.StandIns;

/// <summary>Channels on the stand-in for Telegram's server, each with the bot as an administrator. It lives in this process, which nobody kills.</summary>
internal sealed class ChannelsOnTelegram : IStandIn
{
    private readonly TelegramServer _server;
    private readonly Person _owner;
    private readonly List<Chat> _channels = [];
    private readonly Random _random;
    private Faults _faults = new();

    private ChannelsOnTelegram(TelegramServer server, int seed)
    {
        (_server, _owner, _random) = (server, server.User("Owner"), new Random(seed));
        server.Mishaps.Otherwise = Fate;
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DIGESTBOT__Telegram__Token"] = server.Token,
            ["DIGESTBOT__Telegram__Server"] = server.Address.GetLeftPart(UriPartial.Authority),
        };
    }

    public string Platform => TelegramAddress.Platform;

    public TimeSpan? KeyLife => TelegramPosts.Documented.KeyLife;

    public int MostOnTheirWay => TelegramPosts.Documented.MostOnTheirWay;

    public IReadOnlyDictionary<string, string> Environment { get; }

    public IReadOnlyList<string> Complaints => [.. _server.Violations.Select(violation => violation.ToString())];

    public static async Task<ChannelsOnTelegram> StartAsync(int seed) => new(await TelegramServer.StartAsync(), seed);

    public ChatAddress Channel(int number)
    {
        while (_channels.Count < number)
        {
            var channel = _server.Chat(ChatKind.Channel, string.Create(CultureInfo.InvariantCulture, $"Channel {_channels.Count + 1}"), _owner);
            _owner.AddsBot(channel);
            _channels.Add(channel);
            _server.Updates.Clear(); // The bot has been there for long: it does not introduce itself.
        }

        return TelegramAddress.Of(_channels[number - 1].Id);
    }

    public string Shown(string body) => TelegramMessage.Read(body).Html;

    public Task FailAsync(Faults faults)
    {
        _faults = faults;
        return Task.CompletedTask;
    }

    public IReadOnlyList<SeenPost> Seen()
    {
        var restUntil = new Dictionary<long, DateTimeOffset>();
        return [.. _server.Answers.All.Where(answered => answered.Call.Method == "sendMessage").Select(answered => See(answered, restUntil))];
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static SeenPost See(AnsweredCall answered, Dictionary<long, DateTimeOffset> restUntil)
    {
        var (call, answer) = (answered.Call, answered.Answer);
        var chat = call.Number("chat_id") ?? 0;
        var end = answer?.Status switch
        {
            200 => SeenEnd.Taken,
            429 when restUntil.GetValueOrDefault(chat) > call.At => SeenEnd.TooEarly,
            429 => SeenEnd.PutOff,
            _ => SeenEnd.Failed,
        };
        if ((int?)answer?.Parameters?["retry_after"] is { } seconds)
        {
            restUntil[chat] = call.At + TimeSpan.FromSeconds(seconds);
        }

        return new(call.At, TelegramAddress.Of(chat, (int?)call.Number("message_thread_id")), null, call.Text("text") ?? "", answer?.Result?["message_id"]?.ToString(), end);
    }

    /// <summary>What goes wrong with a message. Those who put off are the server's own rates, which say so until the time is over.</summary>
    private Mishap? Fate(ApiCall call)
    {
        if (call.Method != "sendMessage")
        {
            return null;
        }

        var rest = TimeSpan.FromSeconds(Math.Max(1, Math.Round(_faults.LongestRest.TotalSeconds)));
        var chat = _server.FindChat(call.Number("chat_id") ?? 0);
        if (Happens(_faults.PutOffAll))
        {
            _server.Rests(null, rest);
        }
        else if (_faults.Banned == call.Chat || Happens(_faults.PutOff))
        {
            _server.Rests(chat, _faults.Banned == call.Chat ? _faults.BannedFor : rest);
        }

        return Happens(_faults.FailBefore) ? Mishap.Broken(500, isDone: false)
            : Happens(_faults.FailAfter) ? Mishap.Broken(500, isDone: true)
            : Happens(_faults.Drop) ? Mishap.LostReply
            : _faults.Answer > TimeSpan.Zero ? Mishap.Slow(_faults.Answer, TimeProvider.System)
            : null;
    }

    private bool Happens(double share)
    {
        lock (_random)
        {
            return share > 0 && _random.NextDouble() < share;
        }
    }
}
