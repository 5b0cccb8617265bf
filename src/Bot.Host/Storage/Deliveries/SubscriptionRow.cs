using System.Data.Common;
using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>A subscription, as a row.</summary>
internal class SubscriptionRow
{
    /// <summary>The columns of a subscription, of subscriptions s and channels c.</summary>
    public const string Columns = """
        s.id as Id, s.number as Number, s.channel_id as ChannelId, c.community_id as Community, c.platform as Platform, c.chat as Chat,
        c.channel as Channel, s.times as Times, s.days as Days, s.zone as Zone, s.zone_offset as ZoneOffset, s.quiet_from as QuietFrom, s.quiet_to as QuietTo,
        s.valid_from as ValidFrom, s.first_number as FirstNumber, s.paused_until as PausedUntil, s.style as Style, s.most as Most,
        s.topics as Topics, s.includes as Includes, s.excludes as Excludes, s.language as Language, s.last_day as LastDay,
        s.last_number as LastNumber, s.last_due as LastDue, s.standing as Standing, s.standing_since as StandingSince, s.held_for as HeldFor,
        s.made_at as MadeAt, s.composed_at as ComposedAt, s.due_at as DueAt
        """;

    public long Id { get; init; }

    public long Number { get; init; }

    public long ChannelId { get; init; }

    public long Community { get; init; }

    public string Platform { get; init; } = "";

    public string Chat { get; init; } = "";

    public string Channel { get; init; } = "";

    public string Times { get; init; } = "";

    public long Days { get; init; }

    public string Zone { get; init; } = "";

    public long ZoneOffset { get; init; }

    public long? QuietFrom { get; init; }

    public long? QuietTo { get; init; }

    public long ValidFrom { get; init; }

    public long FirstNumber { get; init; }

    public long? PausedUntil { get; init; }

    public string Style { get; init; } = "";

    public long? Most { get; init; }

    public string? Topics { get; init; }

    public string? Includes { get; init; }

    public string? Excludes { get; init; }

    public string Language { get; init; } = "";

    public long? LastDay { get; init; }

    public long? LastNumber { get; init; }

    public long? LastDue { get; init; }

    public long Standing { get; init; }

    public long StandingSince { get; init; }

    public long? HeldFor { get; init; }

    public long MadeAt { get; init; }

    public long? ComposedAt { get; init; }

    public long? DueAt { get; init; }

    /// <summary>The columns that a schedule and a wish fill.</summary>
    public static object Values(Schedule schedule, DigestWish wish) => new
    {
        Times = string.Join(' ', schedule.Cadence.Times.Select(time => Stored.Minutes(time).ToString(CultureInfo.InvariantCulture))),
        Days = (long)schedule.Cadence.Days,
        schedule.Zone,
        QuietFrom = schedule.Quiet is { } quiet ? Stored.Minutes(quiet.From) : (long?)null,
        QuietTo = schedule.Quiet is { } silence ? Stored.Minutes(silence.To) : (long?)null,
        ValidFrom = Stored.Moment(schedule.ValidFrom),
        FirstNumber = (long)schedule.FirstNumber,
        PausedUntil = schedule.PausedUntil is { } until ? Stored.Moment(until) : (long?)null,
        wish.Style,
        Most = (long?)wish.Most,
        wish.Topics,
        Includes = wish.Include,
        Excludes = wish.Exclude,
        wish.Language,
    };

    public Subscription ToSubscription() => new(
        new SubscriptionId(Id),
        (int)Number,
        new ChannelId(ChannelId),
        new CommunityId(Community),
        new ChatAddress(Platform, Chat, Channel),
        ToSchedule(),
        TimeSpan.FromMinutes(ZoneOffset),
        new DigestWish(Style, (int?)Most, Topics, Includes, Excludes, Language),
        (SubscriptionStanding)Standing,
        Stored.Moment(StandingSince),
        (DeliveryReason?)HeldFor,
        Stored.Moment(MadeAt),
        LastDay is { } day && LastNumber is { } number && LastDue is { } due ? new Slot(Stored.Day(day), (int)number, Stored.Moment(due)) : null,
        ComposedAt is { } composed ? Stored.Moment(composed) : null)
    {
        Look = DueAt is { } look ? Stored.Moment(look) : null,
    };

    /// <summary>A new subscription of a channel.</summary>
    /// <param name="dueAt">When its slots have to be looked at; null for one that has none of its own.</param>
    public static Task<long> InsertAsync(
        DbConnection connection, long channel, Editor editor, Schedule schedule, DigestWish wish, DateTimeOffset? dueAt, DateTimeOffset now, CancellationToken ct)
    {
        var values = new DynamicParameters(Values(schedule, wish));
        values.AddDynamicParams(new
        {
            ChannelId = channel,
            By = editor.Name,
            DueAt = dueAt is { } due ? Stored.Moment(due) : (long?)null,
            Now = Stored.Moment(now),
            Offset = OffsetOf(schedule.Zone, now),
        });
        return connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"""
            insert into subscriptions (
                channel_id, number, times, days, zone, zone_offset, quiet_from, quiet_to, valid_from, first_number, paused_until,
                style, most, topics, includes, excludes, language, due_at, standing, standing_since, made_by, made_at)
            values (
                @ChannelId, (select coalesce(max(number), 0) + 1 from subscriptions where channel_id = @ChannelId), @Times, @Days, @Zone, @Offset,
                @QuietFrom, @QuietTo, @ValidFrom, @FirstNumber, @PausedUntil, @Style, @Most, @Topics, @Includes, @Excludes, @Language, @DueAt,
                {(int)SubscriptionStanding.Active}, @Now, @By, @Now)
            returning id
            """,
            values,
            cancellationToken: ct));
    }

    /// <summary>Minutes that a zone is from UTC now; null for one that the system does not know: what was known before stays.</summary>
    public static long? OffsetOf(string zone, DateTimeOffset now) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? (long)found.GetUtcOffset(now).TotalMinutes : null;

    private Schedule ToSchedule() => new()
    {
        Cadence = new Cadence(Numbers.Read(Times).Select(minutes => Stored.Time(minutes)), (WeekDays)Days),
        Zone = Zone,
        Quiet = QuietFrom is { } from && QuietTo is { } to ? new QuietHours(Stored.Time(from), Stored.Time(to)) : null,
        ValidFrom = Stored.Moment(ValidFrom),
        FirstNumber = (int)FirstNumber,
        PausedUntil = PausedUntil is { } until ? EndOfPause(until) : null,
    };

    /// <summary>A pause without an end comes back as one: milliseconds cut the last moment short.</summary>
    private static DateTimeOffset EndOfPause(long stored) =>
        stored == Stored.Moment(DateTimeOffset.MaxValue) ? DateTimeOffset.MaxValue : Stored.Moment(stored);
}
