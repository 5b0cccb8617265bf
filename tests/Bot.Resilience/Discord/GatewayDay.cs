using System.Text.Json;
using Bot.Digest.Ports;
using Bot.DiscordStandIn;
using Bot.DiscordStandIn.Gateway;
using Bot.Host.Platforms.Discord.Gateway;
using Bot.Host.Platforms.Discord.Wire;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Resilience.Discord;

/// <summary>
/// A day on Discord's gateway by a clock that is put forward, over real connections, with a fault each minute and somebody who asks something after each
/// of them. What is asked while a session lives must arrive, once; and few sessions may be begun.
/// </summary>
internal sealed class GatewayDay(int minutes)
{
    /// <summary>A tenth of a thousand is what careful bots keep; this is half of that.</summary>
    private const int MostIdentifies = 50;

    /// <summary>By the clock that is put forward.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <summary>What goes over the wire meanwhile takes real time: a heartbeat and its answer, and a connection.</summary>
    private static readonly TimeSpan RealPause = TimeSpan.FromMilliseconds(10), RealConnection = TimeSpan.FromMilliseconds(200);

    private static readonly int[] Codes = [4000, 4001, 4002, 4008, 1012];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2031, 5, 20, 0, 0, 0, TimeSpan.Zero));
    private readonly List<string> _taken = [];
    private readonly Lock _gate = new();
    private Task<string?> _running = Task.FromResult<string?>(null);
    private readonly Dictionary<string, int> _faults = new(StringComparer.Ordinal);

    public async Task<RunReport> RunAsync()
    {
        await using var discord = await StandInDiscord.StartAsync(_clock, CancellationToken.None);
        var member = discord.World.AddGuild("Norrmark").Member("ada");
        discord.World.Guilds[0].AddChannel("news");
        using var end = new CancellationTokenSource();
        _running = new GatewayShard(0, 1, Parts(discord), _clock, NullLogger.Instance).RunAsync(end.Token);
        discord.World.Commands.Register(discord.World, """[{"name":"about","description":"a"}]""");
        var asked = new List<string>();
        for (var minute = 1; minute <= minutes; minute++)
        {
            await WaitAsync(discord, () => discord.Gateway.HasListener);
            await FaultAsync(discord, minute);
            asked.Add(member.Runs("/about").IdText);
            await PassAsync(TimeSpan.FromMinutes(1));
        }

        await WaitAsync(discord, () => discord.Gateway.HasListener);
        await PassAsync(TimeSpan.FromMinutes(1));
        await end.CancelAsync();
        await _running;
        return Report(discord, asked);
    }

    private RunReport Report(StandInDiscord discord, List<string> asked)
    {
        var missed = asked.Except(_taken, StringComparer.Ordinal).Count();
        var doubled = _taken.Count - _taken.Distinct(StringComparer.Ordinal).Count();
        var figures = new Dictionary<string, object>
        {
            ["minutes by the clock"] = minutes,
            ["faults"] = _faults.Values.Sum(),
            ["asked"] = asked.Count,
            ["missed"] = missed,
            ["arrived twice"] = doubled,
            ["sessions begun"] = discord.Gateway.Budget.All.Count,
            ["sessions taken up again"] = discord.Gateway.Resumes,
            ["heartbeats"] = discord.Gateway.Heartbeats.Count,
            ["violations of Discord's rules"] = discord.Violations.All.Select(one => one.ToString()).Distinct(StringComparer.Ordinal),
        };
        foreach (var (name, count) in _faults)
        {
            figures[$"faults: {name}"] = count;
        }

        return new RunReport(missed == 0 && doubled == 0 && discord.Gateway.Budget.All.Count < MostIdentifies && discord.Violations.All.Count == 0, figures);
    }

    private async Task FaultAsync(StandInDiscord discord, int minute)
    {
        var trouble = discord.Gateway.Trouble;
        (trouble.Acks, trouble.Frames) = (Acks.Prompt, 1);
        var (name, played) = (minute % 60 == 0 ? -1 : minute % 11) switch
        {
            -1 => ("the session is over", () => EndSessionAsync(discord, minute)),
            0 => ("dropped without a word", Done(trouble.Drop)),
            1 => ("asked to connect anew", Done(trouble.AskToReconnect)),
            2 => ("closed with a code", () => trouble.CloseAsync(Codes[minute / 11 % Codes.Length], CancellationToken.None)),
            3 => ("told to take the session up again", Done(() => trouble.InvalidateSessions(mayResume: true))),
            4 => ("half open", Done(trouble.GoDeaf)),
            5 => ("heartbeats never confirmed", Done(() => trouble.Acks = Acks.Never)),
            6 => ("heartbeats confirmed late", Done(() => trouble.Acks = Acks.Late)),
            7 => ("messages in pieces", Done(() => trouble.Frames = 7)),
            8 => ("an event twice", Done(() => trouble.Next = Disturbance.Twice)),
            9 => ("events out of order", () => DisturbOrderAsync(discord)),
            _ => ("asked for a heartbeat", Done(trouble.AskForHeartbeat)),
        };
        await played();
        _faults[name] = _faults.GetValueOrDefault(name) + 1;
    }

    /// <summary>The session dies; what is asked before the next one is no longer there for anybody, so nothing is.</summary>
    private async Task EndSessionAsync(StandInDiscord discord, int minute)
    {
        await PassAsync(Step);
        var before = discord.Gateway.Budget.All.Count;
        if (minute % 120 == 0)
        {
            discord.Gateway.Trouble.InvalidateSessions(mayResume: false);
        }
        else
        {
            discord.Gateway.Trouble.ForgetSessions();
            await discord.Gateway.Trouble.CloseAsync(4009, CancellationToken.None);
        }

        await WaitAsync(discord, () => discord.Gateway.Budget.All.Count > before && discord.Gateway.HasListener);
    }

    private static Task DisturbOrderAsync(StandInDiscord discord)
    {
        discord.Gateway.Trouble.Next = Disturbance.LateByOne;
        discord.World.Guilds[0].ChangedChannel(discord.World.Guilds[0].Channels[0]);
        return Task.CompletedTask;
    }

    /// <summary>Puts the clock forward until it is so, but not while a connection is being made.</summary>
    private async Task WaitAsync(StandInDiscord discord, Func<bool> isSo)
    {
        while (!isSo())
        {
            if (_running.IsCompleted)
            {
                throw new InvalidOperationException($"The client gave up: {await _running}");
            }

            using var patience = new CancellationTokenSource(RealConnection);
            await discord.Happenings.UntilAsync(isSo, patience.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (!isSo())
            {
                _clock.Advance(Step);
            }
        }
    }

    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Step)
        {
            _clock.Advance(Step);
            await Task.Delay(RealPause);
        }
    }

    private GatewayParts Parts(StandInDiscord discord) => new(
        discord.Gateway.Token,
        _ => Task.FromResult<GatewayAddress?>(new GatewayAddress(discord.Gateway.Address, 1, new SessionStartLimit(discord.Gateway.Budget.Total, discord.Gateway.Budget.Remaining, 0, 1))),
        () => new GatewaySocket("DiscordBot (DigestBot, resilience)"),
        new IdentifyTurns(new KeptInMemory(), _clock),
        Take,
        Random.Shared.NextDouble);

    private void Take(string name, ReadOnlyMemory<byte> data)
    {
        if (name == "INTERACTION_CREATE")
        {
            lock (_gate)
            {
                _taken.Add(JsonDocument.Parse(data).RootElement.GetProperty("id").GetString()!);
            }
        }
    }

    private static Func<Task> Done(Action played) => () =>
    {
        played();
        return Task.CompletedTask;
    };

    private sealed class KeptInMemory : IPlatformState
    {
        private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);

        public Task<string?> ReadAsync(string platform, string name, CancellationToken ct) => Task.FromResult(_kept.GetValueOrDefault(name));

        public Task WriteAsync(string platform, string name, string value, CancellationToken ct)
        {
            _kept[name] = value;
            return Task.CompletedTask;
        }
    }
}
