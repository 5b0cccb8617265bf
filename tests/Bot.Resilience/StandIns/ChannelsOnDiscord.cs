using System.Text.Json;
using Bot.Digest.Chat;
using Bot.DiscordStandIn;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Rest;

namespace Bot.Resilience.StandIns;

/// <summary>
/// Discord, played in the process that starts and kills the program. Messages are told from one another by what people read of them: the keys of buttons
/// are made when a message is sent, so what goes over the wire is not to the letter what the ledger holds.
/// </summary>
internal sealed class ChannelsOnDiscord : IStandIn
{
    /// <summary>As in <see cref="ChatAddress.Platform"/>.</summary>
    public const string Name = "discord";

    /// <summary>Requests a second that Discord takes of a bot (topics/rate-limits).</summary>
    public const int MessagesASecond = 50;

    private const string Posting = "create_message";

    private readonly List<Channel> _channels = [];
    private readonly Random _random;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _resting = new(StringComparer.Ordinal);
    private Faults _faults = new();

    private ChannelsOnDiscord(StandInDiscord discord, int seed)
    {
        (Discord, _random) = (discord, new Random(seed));
        discord.Faults.Otherwise = (operation, path) => operation == Posting ? Choose(ChannelOf(path)) : null;
    }

    public string Platform => Name;

    public TimeSpan? KeyLife => PostedMessage.NonceLife;

    public int MostOnTheirWay => 20;

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DIGESTBOT__Discord__Token"] = Discord.Gateway.Token,
        ["DIGESTBOT__Discord__Shards"] = "0",
        ["DIGESTBOT__Discord__Server"] = Discord.Address.GetLeftPart(UriPartial.Authority),
    };

    /// <summary>All of it, to look at.</summary>
    public StandInDiscord Discord { get; }

    /// <summary>Serves from now on.</summary>
    /// <param name="servers">How many there are.</param>
    /// <param name="channels">Of each; digests go to the first.</param>
    public static async Task<ChannelsOnDiscord> StartAsync(int servers, int seed, int channels = 1)
    {
        var played = new ChannelsOnDiscord(await StandInDiscord.StartAsync(TimeProvider.System, CancellationToken.None), seed);
        played.Discord.World.AddGuilds(servers, channels);
        played._channels.AddRange(played.Discord.World.Guilds.Select(guild => guild.Channels[0]));
        return played;
    }

    public ChatAddress Channel(int number) => new(Name, _channels[number - 1].Guild!.IdText, _channels[number - 1].IdText);

    public Task FailAsync(Faults faults)
    {
        lock (_gate)
        {
            _faults = faults;
        }

        return Task.CompletedTask;
    }

    /// <summary>All texts of a message.</summary>
    public string Shown(string body) => Texts(JsonSerializer.Deserialize<JsonElement>(body));

    public IReadOnlyList<SeenPost> Seen()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var resting = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        return [.. Discord.Requests.Of(Posting).Select(request => Read(request, known, resting))];
    }

    public IReadOnlyList<string> Complaints => [.. Discord.Violations.All.Select(one => one.ToString()).Distinct(StringComparer.Ordinal)];

    public ValueTask DisposeAsync() => Discord.DisposeAsync();

    private SeenPost Read(RestRequest request, HashSet<string> known, Dictionary<string, DateTimeOffset> resting)
    {
        var channel = Discord.World.Channel(ChannelOf(request.Path))!;
        var message = request.Answer?.TryGetProperty("content", out _) == true ? request.Answer?.GetProperty("id").GetString() : null;
        var end = message is not null ? known.Add(message) ? SeenEnd.Taken : SeenEnd.Repeated
            : request.Status != 429 ? SeenEnd.Failed
            : RestOf(resting, channel.IdText) > request.At ? SeenEnd.TooEarly
            : SeenEnd.PutOff;
        if (request.Status == 429 && request.Answer is { } put)
        {
            resting[put.GetProperty("global").GetBoolean() ? "" : channel.IdText] = request.At.AddSeconds(put.GetProperty("retry_after").GetDouble());
        }

        var key = request.Body?.TryGetProperty("nonce", out var nonce) == true ? nonce.GetString() : null;
        return new(request.At, new(Name, channel.Guild!.IdText, channel.IdText), key, request.Body is { } body ? Texts(body) : "", message, end);
    }

    private RestFault? Choose(string channel)
    {
        lock (_gate)
        {
            var now = TimeProvider.System.GetUtcNow();
            if (RestOf(_resting, channel) is var until && until > now)
            {
                return new RestFault.Limits("user", until - now);
            }

            var (all, one) = (Happens(_faults.PutOffAll), Happens(_faults.PutOff) || _faults.Banned == channel);
            if (all || one)
            {
                var rest = _faults.Banned == channel ? _faults.BannedFor : _faults.LongestRest * (0.2 + (0.8 * _random.NextDouble()));
                _resting[all ? "" : channel] = now + rest;
                return new RestFault.Limits(all ? "global" : "user", rest);
            }

            return Happens(_faults.FailBefore) ? new RestFault.Fails(500)
                : Happens(_faults.FailAfter) ? new RestFault.FailsAfterwards(500)
                : Happens(_faults.Drop) ? new RestFault.LosesReply()
                : _faults.Answer > TimeSpan.Zero ? new RestFault.Delays(_faults.Answer)
                : null;
        }
    }

    private bool Happens(double share) => share > 0 && _random.NextDouble() < share;

    /// <summary>Until when a channel rests, by itself or with all others.</summary>
    private static DateTimeOffset RestOf(Dictionary<string, DateTimeOffset> resting, string channel)
    {
        var (one, all) = (resting.GetValueOrDefault(channel), resting.GetValueOrDefault(""));
        return one > all ? one : all;
    }

    // "/api/v10/channels/ID/messages"
    private static string ChannelOf(string path) => path.Split('/')[^2];

    private static string Texts(JsonElement message) => string.Join('\n', ((string[])["content", "embeds"]).SelectMany(name => message.TryGetProperty(name, out var part) ? Within(part) : []));

    private static IEnumerable<string> Within(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.String => [part.GetString()!],
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Within),
        JsonValueKind.Object => part.EnumerateObject().SelectMany(field => Within(field.Value)),
        _ => [],
    };
}
