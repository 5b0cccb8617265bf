using System.Globalization;
using System.Text.Json;
using Bot.Host.Platforms.Discord.Gateway;
using Bot.Host.Platforms.Discord.Wire;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>Whole days with the gateway in virtual time.</summary>
public sealed class GatewayDayTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Midnight = new(2031, 5, 20, 0, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Midnight);
    private readonly MemoryPlatformState _state = new();
    private readonly PumpedThread _thread = new();
    private readonly List<string> _taken = [];
    private readonly RecordedLog _log = new();
    private readonly ScriptedGateway _gateway;

    public GatewayDayTests() => _gateway = new ScriptedGateway(_clock);

    public ValueTask DisposeAsync()
    {
        _log.Dispose();
        return _gateway.DisposeAsync();
    }

    [Fact]
    public void A_day_with_a_fault_each_minute_misses_nothing_that_the_server_replays_and_begins_few_sessions()
    {
        using var ending = new CancellationTokenSource();
        var running = Start(ending.Token);
        var said = new List<string>();
        for (var second = 5; second <= 24 * 60 * 60; second += 5)
        {
            Pass(TimeSpan.FromSeconds(5));
            if (_gateway.Happens("INTERACTION_CREATE", $$"""{"id":"{{second}}"}"""))
            {
                said.Add(second.ToString(CultureInfo.InvariantCulture));
            }

            if (second % 60 == 0)
            {
                Fault(second / 60);
            }
        }

        Pass(TimeSpan.FromSeconds(60));
        Assert.Null(running.Exception);
        Assert.False(running.IsCompleted);
        Assert.InRange(said.Count, 17_000, 17_280);
        Assert.Equal(said, _taken);
        Assert.Distinct(_taken);
        Assert.InRange(_gateway.Identified.Count, 1, 49);
        Assert.InRange(_gateway.Resumed, 1000, 1500);
        Assert.All(_gateway.Sent.GroupBy(sent => sent.By), connection =>
        {
            var times = connection.Select(sent => sent.At).ToList();
            Assert.All(times, time => Assert.InRange(times.Count(other => other > time - TimeSpan.FromMinutes(1) && other <= time), 1, 120));
        });
        Assert.All(_gateway.Sent, sent => Assert.InRange(sent.Text.Length, 1, 4096));
        ending.Cancel();
    }

    [Fact]
    public void A_program_that_is_refused_right_after_each_start_cannot_use_up_what_it_may_begin_in_a_day()
    {
        var ending = new CancellationTokenSource();
        _ = Start(ending.Token);
        for (var second = 0; second < 24 * 60 * 60; second += 5)
        {
            Pass(TimeSpan.FromSeconds(5));
            if (_gateway.Open is { IsReady: true } socket)
            {
                ending.Cancel();
                socket.Break();
                Settle();
                _gateway.Forget();

                // What was begun is known to the next process by what was written down alone.
                ending = new CancellationTokenSource();
                _ = Start(ending.Token);
            }
        }

        ending.Cancel();
        Assert.InRange(_gateway.Identified.Count, 100, 450);
    }

    [Fact]
    public void Shards_of_one_bucket_begin_five_seconds_apart_and_of_different_buckets_together()
    {
        using var ending = new CancellationTokenSource();
        var turns = new IdentifyTurns(_state, _clock);
        var limit = new SessionStartLimit(1000, 1000, 0, MaxConcurrency: 2);
        var began = new List<(int Shard, TimeSpan At)>();
        var running = _thread.Start(async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async shard =>
            {
                await turns.WaitAsync(shard, 4, limit, ending.Token);
                began.Add((shard, _clock.GetUtcNow() - Midnight));
            }));
            return 0;
        });

        for (var second = 0; second < 10; second++)
        {
            _thread.Run(() => began.Count >= (second < 6 ? 2 : 4));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _thread.Run(() => running.IsCompleted);
        Assert.True(running.IsCompletedSuccessfully);
        Assert.Equal([0, 0, 6, 6], began.Select(one => (int)one.At.TotalSeconds));
    }

    [Fact]
    public void A_connection_that_is_reset_while_something_is_sent_is_made_again()
    {
        using var ending = new CancellationTokenSource();
        var running = Start(ending.Token);

        _gateway.Open!.IsReset = true;
        _gateway.Open.Say("""{"op":1,"d":null}""");
        Settle();
        Pass(TimeSpan.FromSeconds(5));

        Assert.False(running.IsCompleted);
        Assert.Equal(1, _gateway.Resumed);
        ending.Cancel();
    }

    [Fact]
    public async Task A_session_is_begun_in_its_time_although_the_server_does_not_keep_waiting_connections()
    {
        using var ending = new CancellationTokenSource();
        await _state.WriteAsync("discord", "identifies", string.Join(' ', Enumerable.Range(1, 8).Select(number => Midnight.AddSeconds(number - 8).ToUnixTimeMilliseconds())), CancellationToken.None);

        _ = Start(ending.Token);
        for (var minute = 0; minute < 5; minute++)
        {
            Pass(TimeSpan.FromMinutes(1));
            if (_gateway.Open is { IsReady: false } waiting)
            {
                waiting.Break();
                Settle();
                Pass(TimeSpan.FromSeconds(10));
            }
        }

        Assert.Single(_gateway.Identified);
        ending.Cancel();
    }

    [Fact]
    public void An_archive_that_fails_when_a_session_is_to_begin_is_waited_for()
    {
        using var ending = new CancellationTokenSource();
        _state.Fault = new SqliteException("database or disk is full", 13);
        var running = Start(ending.Token);
        Pass(TimeSpan.FromMinutes(1));
        var (isOver, begun) = (running.IsCompleted, _gateway.Identified.Count);

        _state.Fault = null;
        Pass(TimeSpan.FromMinutes(3));

        Assert.Equal((false, 0, 1), (isOver, begun, _gateway.Identified.Count));
        Assert.Contains(_log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(nameof(SqliteException), StringComparison.Ordinal));
        ending.Cancel();
    }

    [Fact]
    public void A_connection_that_breaks_is_nothing_that_an_operator_has_to_look_at()
    {
        using var ending = new CancellationTokenSource();
        _ = Start(ending.Token);

        _gateway.Open!.Break();
        Pass(TimeSpan.FromMinutes(1));

        Assert.Contains(_log.Lines, line => line.Contains("broke", StringComparison.Ordinal));
        Assert.All(_log.Lines, line => Assert.StartsWith("Information", line, StringComparison.Ordinal));
        ending.Cancel();
    }

    /// <summary>What an earlier program began stands in the archive by the clock that it had.</summary>
    [Fact]
    public async Task A_clock_that_was_put_back_holds_no_session_up_for_hours()
    {
        using var ending = new CancellationTokenSource();
        await _state.WriteAsync("discord", "identifies", $"{Midnight.AddHours(5).ToUnixTimeMilliseconds()}", CancellationToken.None);

        _ = Start(ending.Token);
        Pass(TimeSpan.FromSeconds(10));

        Assert.Single(_gateway.Identified);
        ending.Cancel();
    }

    [Fact]
    public void A_server_that_takes_a_connection_and_says_nothing_is_left()
    {
        using var ending = new CancellationTokenSource();
        _gateway.IsMute = true;
        var running = Start(ending.Token);
        _gateway.IsMute = false;

        Pass(GatewaySession.HelloPatience);
        Pass(TimeSpan.FromSeconds(5));

        Assert.False(running.IsCompleted);
        Assert.Single(_gateway.Identified);
        ending.Cancel();
    }

    [Fact]
    public async Task Nothing_is_begun_when_little_is_left_of_what_discord_allows()
    {
        var turns = new IdentifyTurns(_state, _clock);
        var limit = new SessionStartLimit(1000, 90, (long)TimeSpan.FromHours(3).TotalMilliseconds, 1);

        var waiting = _thread.Start(async () =>
        {
            await turns.WaitAsync(0, 1, limit, CancellationToken.None);
            return _clock.GetUtcNow();
        });
        for (var minute = 0; minute < 181; minute++)
        {
            Pass(TimeSpan.FromMinutes(1));
        }

        Assert.True(waiting.IsCompletedSuccessfully);
        Assert.Equal(TimeSpan.FromHours(3), await waiting - Midnight);
    }

    [Fact]
    public async Task A_fatal_refusal_ends_the_shard_with_what_to_change()
    {
        var running = Start(CancellationToken.None);

        _gateway.Open!.Close(4004);
        Settle();

        Assert.True(running.IsCompletedSuccessfully);
        Assert.Contains("Discord:Token", await running, StringComparison.Ordinal);
    }

    /// <summary>One of the ways in which a connection goes wrong; most keep the session.</summary>
    private void Fault(int number)
    {
        if (_gateway.Open is not { IsReady: true } open)
        {
            return;
        }

        if (number % 60 == 30)
        {
            _gateway.Forget();
            open.Close(number % 120 == 30 ? 4009 : 4007);
            Settle();
            return;
        }

        switch (number % 9)
        {
            case 0: open.Break(); break;
            case 1: open.Close(4000); break;
            case 2: open.Close(4002); break;
            case 3: open.Close(4008); break;
            case 4: open.Close(null); break;
            case 5: open.Say("""{"op":7,"d":null}"""); break;
            case 6: open.Say("""{"op":9,"d":true}"""); break;
            case 7: _gateway.Answers = false; break;
            case 8: open.Say("""{"op":1,"d":null}"""); break;
        }

        Settle();
    }

    private Task<string?> Start(CancellationToken ct)
    {
        var seed = 0;
        var parts = new GatewayParts(
            "token",
            _ => Task.FromResult<GatewayAddress?>(new GatewayAddress("wss://gateway.discord.example", 1, new SessionStartLimit(1000, 1000, 0, 1))),
            _gateway.Connect,
            new IdentifyTurns(_state, _clock),
            (name, data) => _taken.AddRange(name == "INTERACTION_CREATE" ? [JsonDocument.Parse(data).RootElement.GetProperty("id").GetString()!] : []),
            () => seed++ % 10 / 10.0);
        var running = _thread.Start(() => new GatewayShard(0, 1, parts, _clock, _log).RunAsync(ct));
        Settle();
        return running;
    }

    private void Pass(TimeSpan time)
    {
        _clock.Advance(time);
        Settle();
    }

    private void Settle() => _thread.Run(() => _gateway.Waits);
}
