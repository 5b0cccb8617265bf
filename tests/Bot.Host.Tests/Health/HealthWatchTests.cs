using Bot.Digest.Ports;
using Bot.Host.Health;
using Bot.Host.Tests.Deliveries;
using Bot.Host.Tests.Platforms;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Health;

/// <summary>Whatever stands still is seen within five minutes, by a watch that needs no scheduler; what is busy is well.</summary>
public sealed class HealthWatchTests : IDisposable
{
    private const string Plan = "plan";

    private static readonly ServiceNumbers Quiet = new(100, 5, 0, null, 3, 1, 0, null, 0, 0, []);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly ScriptedNumbers _numbers = new(Quiet);
    private readonly JobBeats _beats;
    private readonly HealthBoard _board;
    private readonly HealthWatch _watch;

    public HealthWatchTests()
    {
        _beats = new JobBeats([new WatchedJob(Plan, numbers => numbers.LastVisit), new WatchedJob("send", _ => null) { CanHang = false }], _clock);
        _board = new HealthBoard(_clock);
        _watch = new HealthWatch(
            _numbers, _beats, [new ScriptedPlatform((_, _) => throw new NotSupportedException())], _board, _clock, NullLogger<HealthWatch>.Instance);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _watch.Dispose();

    [Fact]
    public async Task A_service_whose_jobs_run_is_well()
    {
        Assert.Null(await FirstFaultAsync(minutes: 60, each: () => Beat(Plan, "send")));
    }

    [Fact]
    public async Task A_scheduler_that_stands_still_is_seen()
    {
        var fault = await FirstFaultAsync(minutes: 5, each: () => { });

        Assert.Equal((FaultKind.JobSilent, Plan), (fault?.Kind, fault?.Name));
    }

    [Fact]
    public async Task A_job_that_hangs_is_seen_and_one_that_gets_on_is_not()
    {
        _beats.Began(Plan);
        void Send() => Beat("send");
        void GetOn()
        {
            Beat("send");
            _numbers.Now = Quiet with { LastVisit = _clock.GetUtcNow() };
        }

        Assert.Null(await FirstFaultAsync(minutes: 30, each: GetOn));
        Assert.Equal(FaultKind.JobHangs, (await FirstFaultAsync(minutes: 5, each: Send))?.Kind);
    }

    [Fact]
    public async Task Digests_that_are_due_and_not_written_are_seen()
    {
        _numbers.Now = Quiet with { Due = 1, OldestDue = _clock.GetUtcNow() };

        Assert.Equal(FaultKind.DigestsOverdue, (await FirstFaultAsync(minutes: 5, each: () => Beat(Plan, "send")))?.Kind);
    }

    [Theory]
    [InlineData(FaultKind.DigestsOverdue)]
    [InlineData(FaultKind.SendingStuck)]
    public async Task What_waited_while_the_service_was_not_running_counts_from_its_start(FaultKind kind)
    {
        var (start, before) = (_clock.GetUtcNow(), _clock.GetUtcNow().AddHours(-2));
        _numbers.Now = kind == FaultKind.DigestsOverdue
            ? Quiet with { Due = 1, OldestDue = before }
            : Quiet with { Platforms = [new PlatformNumbers("telegram", 1, before, before)] };

        await _watch.LookAsync(Ct);
        var first = _board.Last!.Faults;
        var fault = await FirstFaultAsync(minutes: 5, each: () => Beat(Plan, "send"));

        Assert.Empty(first);
        Assert.Equal((kind, start), (fault?.Kind, fault?.Since));
    }

    [Fact]
    public async Task The_log_says_since_when_by_the_clock_of_the_world()
    {
        using var log = new RecordedLog();
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(log));
        using var watch = new HealthWatch(_numbers, _beats, [], _board, _clock, logs.CreateLogger<HealthWatch>());
        _clock.Advance(TimeSpan.FromMinutes(5));

        await watch.LookAsync(Ct);

        Assert.Contains("JobSilent plan, since 2026-06-01 08:00:00Z", Assert.Single(log.Lines, line => line.Contains("plan", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_that_is_stuck_is_seen_and_a_long_queue_that_moves_is_not()
    {
        var began = _clock.GetUtcNow();
        void Moves()
        {
            Beat(Plan, "send");
            _numbers.Now = Quiet with { Platforms = [new PlatformNumbers("telegram", 9_000, began, _clock.GetUtcNow())] };
        }

        Assert.Null(await FirstFaultAsync(minutes: 60, each: Moves));
        var fault = await FirstFaultAsync(minutes: 5, each: () => Beat(Plan, "send"));
        Assert.Equal((FaultKind.SendingStuck, "telegram"), (fault?.Kind, fault?.Name));
    }

    [Fact]
    public async Task A_locked_archive_is_seen_although_it_never_answers()
    {
        _numbers.Now = null;

        var look = _watch.LookAsync(Ct);
        _clock.Advance(TimeSpan.FromSeconds(20));
        await look;

        Assert.Equal(FaultKind.ArchiveSilent, Assert.Single(_board.Last!.Faults).Kind);
        Assert.False(_board.IsWell);
    }

    [Fact]
    public async Task A_watch_that_stopped_itself_is_no_good_sign()
    {
        await _watch.LookAsync(Ct);
        var before = _board.IsWell;
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.True(before);
        Assert.False(_board.IsWell);
    }

    [Fact]
    public async Task It_looks_by_itself_every_half_minute()
    {
        await _watch.StartAsync(Ct);
        await _numbers.Counted.WaitAsync(Ct);
        _clock.Advance(HealthRules.BetweenLooks);
        await _numbers.Counted.WaitAsync(Ct);
        await _watch.StopAsync(Ct);
    }

    [Fact]
    public async Task Its_numbers_are_metrics_and_what_is_not_known_is_left_out()
    {
        var before = ServiceMeter.Write(_board.Last);
        _numbers.Now = Quiet with { Uncertain = 2 };
        await _watch.LookAsync(Ct);

        Assert.Equal("", before);
        Assert.Contains("# TYPE digestbot_healthy gauge\ndigestbot_healthy 1\n", ServiceMeter.Write(_board.Last), StringComparison.Ordinal);
        Assert.Contains("digestbot_deliveries_uncertain_day 2\n", ServiceMeter.Write(_board.Last), StringComparison.Ordinal);
    }

    /// <summary>Looks as the watch does, and gives the first fault that it sees.</summary>
    private async Task<ServiceFault?> FirstFaultAsync(int minutes, Action each)
    {
        for (var end = _clock.GetUtcNow().AddMinutes(minutes); _clock.GetUtcNow() < end;)
        {
            _clock.Advance(HealthRules.BetweenLooks);
            each();
            await _watch.LookAsync(Ct);
            if (!_board.IsWell)
            {
                return _board.Last!.Faults[0];
            }
        }

        return null;
    }

    private void Beat(params string[] jobs)
    {
        foreach (var job in jobs)
        {
            _beats.Began(job);
            _beats.Ended(job, hasFailed: false);
        }
    }

    /// <summary>Numbers as a test says; none answer never.</summary>
    private sealed class ScriptedNumbers(ServiceNumbers? now) : IServiceNumbers
    {
        public ServiceNumbers? Now { get; set; } = now;

        public SemaphoreSlim Counted { get; } = new(0);

        public Task<ServiceNumbers> CountAsync(IReadOnlyCollection<string> platforms, DateTimeOffset now, CancellationToken ct)
        {
            Counted.Release();
            return Now is { } numbers ? Task.FromResult(numbers) : new TaskCompletionSource<ServiceNumbers>().Task;
        }
    }
}
