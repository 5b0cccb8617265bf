using System.Globalization;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Storage;
using Bot.Resilience.StandIns;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Resilience.Deliveries;

/// <summary>An archive in a folder of its own with channels that are all due at the same moments, each in a community of its own.</summary>
internal sealed class DueChannels : IAsyncDisposable
{
    /// <summary>Hours of the day in UTC at which all digests are due: as often as a subscription may have them.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromHours(24) / Cadence.MostTimes;

    /// <summary>Every third channel has a digest of several messages.</summary>
    private const int EachLong = 3;

    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;
    private readonly MovedClock _clock = new();
    private DateTimeOffset _first;
    private DateTimeOffset _latest;

    private DueChannels(DirectoryInfo folder)
    {
        _folder = folder;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(Options.Create(new Bot.Host.Configuration.CommunitiesOptions()))
            .AddStorage(folder.FullName)
            .BuildServiceProvider();
    }

    public string Folder => _folder.FullName;

    /// <summary>How many channels there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many times new articles came.</summary>
    public int Rounds { get; private set; }

    /// <summary>How many digests were due until the latest moment that the clock ever showed: by the order for digests alone, whatever the archive says.</summary>
    public int Due => Count * (int)((_latest - _first).Ticks / Between.Ticks);

    /// <summary>How far their clock is ahead of the system's.</summary>
    public TimeSpan Clock => _clock.Offset;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Makes the archive, a minute before all are due for the first time.</summary>
    public static async Task<DueChannels> MakeAsync(IStandIn standIn, DirectoryInfo folder, int count)
    {
        var channels = new DueChannels(folder) { Count = count };
        channels._first = channels.NextDue() - Between;
        channels.MoveTo(channels.NextDue() - TimeSpan.FromMinutes(1));
        await channels._services.GetRequiredService<Migrator>().MigrateAsync(default);
        var cadence = new Cadence(Enumerable.Range(0, Cadence.MostTimes).Select(time => TimeOnly.FromTimeSpan(Between * time)), WeekDays.All);
        var schedule = new Schedule { Cadence = cadence, Zone = "Etc/UTC", ValidFrom = channels.Now };
        for (var number = 1; number <= count; number++)
        {
            var address = standIn.Channel(number);
            var community = await channels._services.GetRequiredService<ICommunities>().EnterAsync(address, $"Community {number}", default);
            var wish = new DigestWish(number % EachLong == 0 ? "full" : "brief", null, null, null, null, "");
            await channels._services.GetRequiredService<ISubscriptions>().AddAsync(new Editor(community.Id, "resilience"), address, schedule, wish, default);
        }

        return channels;
    }

    /// <summary>Puts the clock to a minute after the next time at which all are due, with new articles published just before.</summary>
    public async Task GoOnAsync()
    {
        MoveTo(NextDue() - TimeSpan.FromMinutes(1));
        await PublishAsync();
        MoveTo(NextDue() + TimeSpan.FromMinutes(1));
    }

    /// <summary>New articles come.</summary>
    public async Task PublishAsync()
    {
        Rounds++;
        var writer = _services.GetRequiredService<IArchiveWriter>();
        var source = await writer.EnsureSourceAsync(CommunityId.DefaultSet, "Norrmark Post", default);
        await writer.AddAsync(source, [.. InventedNews.Articles(Rounds, Now - TimeSpan.FromMinutes(1))], default);
    }

    /// <summary>Puts the clock to half an hour before all are due again.</summary>
    public void GoBeforeDue() => MoveTo(NextDue() - TimeSpan.FromMinutes(30));

    /// <summary>Puts the clock forward or back, whatever is due meanwhile.</summary>
    public void Move(TimeSpan time) => MoveTo(Now + time);

    /// <summary>What stands in the archive.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql) =>
        (await _services.GetRequiredService<IDatabase>().ReadAsync(connection => connection.QueryAsync<T>(sql), default)).AsList();

    /// <summary>What has not ended yet.</summary>
    public async Task<OpenWork> OpenAsync() => (await ReadAsync<OpenWork>($"""
        select
            (select count(*) from slots where state = {(int)SlotState.Planned}) as Planned,
            (select count(*) from deliveries where state = {(int)DeliveryState.Pending}) as Pending,
            (select count(*) from deliveries where state = {(int)DeliveryState.Pending} and first_sent_at is not null) as Tried,
            (select count(*) from deliveries where state = {(int)DeliveryState.Sending}) as Sending,
            (select count(*) from subscriptions where due_at <= {Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}) as Due
        """))[0];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private void MoveTo(DateTimeOffset moment)
    {
        _clock.MoveTo(moment);
        _latest = moment > _latest ? moment : _latest;
    }

    /// <summary>The next time at which all are due.</summary>
    private DateTimeOffset NextDue() => new(Now.Ticks - (Now.Ticks % Between.Ticks) + Between.Ticks, TimeSpan.Zero);

    /// <summary>The system's clock, put forward or back again and again.</summary>
    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Offset { get; private set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

        public void MoveTo(DateTimeOffset moment) => Offset = moment - System.GetUtcNow();
    }
}

/// <summary>What of an archive's digests has not ended.</summary>
/// <param name="Due">Subscriptions whose slots are to be planned.</param>
/// <param name="Planned">Digests that are not composed.</param>
/// <param name="Tried">Of the pending messages, those that were on their way before.</param>
internal sealed record OpenWork(long Planned, long Pending, long Tried, long Sending, long Due)
{
    /// <summary>Digests and messages to come.</summary>
    public long Left => Due + Planned + Pending + Sending;
}
