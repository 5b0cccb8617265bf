namespace Bot.Digest.Schedules;

/// <summary>When a subscription's digests are due.</summary>
public sealed record Schedule
{
    /// <summary>Between the last digest of old times and the first of new ones: a change never brings two digests of the same news.</summary>
    public static readonly TimeSpan LeastAfterChange = TimeSpan.FromHours(12);

    public required Cadence Cadence { get; init; }

    /// <summary>The channel's zone, by its IANA name.</summary>
    public required string Zone { get; init; }

    public QuietHours? Quiet { get; init; }

    /// <summary>No slot is due before.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>
    /// The number of the first listed time. Changed times go on counting where the ones before ended, so that on the day of a change no new slot
    /// has the number of one that was planned already.
    /// </summary>
    public int FirstNumber { get; init; }

    /// <summary>Slots before are not due; <see cref="DateTimeOffset.MaxValue"/> until somebody resumes; null when not paused.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The first moment at which a slot can be due.</summary>
    public DateTimeOffset Begin => PausedUntil is { } until && until > ValidFrom ? until : ValidFrom;

    /// <summary>
    /// The schedule with other wishes. Other days and quiet hours hold from now on, other times or another zone not before
    /// <see cref="LeastAfterChange"/> after the last slot. Subscribing again is such a change of the old schedule.
    /// </summary>
    /// <param name="last">The last slot that was sent; null without one.</param>
    public Schedule ChangedTo(Cadence cadence, string zone, QuietHours? quiet, Slot? last, DateTimeOffset now)
    {
        var isMoved = zone != Zone || !cadence.Times.SequenceEqual(Cadence.Times);
        return this with
        {
            Cadence = cadence,
            Zone = zone,
            Quiet = quiet,
            ValidFrom = Latest(now, ValidFrom, isMoved && last is not null ? last.Due + LeastAfterChange : now),
            FirstNumber = isMoved ? FirstNumber + Cadence.Times.Count : FirstNumber,
        };
    }

    /// <summary>The schedule after a pause: what was due in it is not told later.</summary>
    public Schedule Resumed(DateTimeOffset now) => this with { PausedUntil = null, ValidFrom = Latest(now, ValidFrom) };

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> moments)
    {
        var latest = moments[0];
        foreach (var moment in moments)
        {
            latest = moment > latest ? moment : latest;
        }

        return latest;
    }
}

/// <summary>One due digest of a subscription. Day and number are its key for good, whatever clocks and rules do later.</summary>
/// <param name="Day">The channel's day.</param>
/// <param name="Number">The position of its time in the subscription's list, through all changes of the list.</param>
/// <param name="Due">When it is due.</param>
public sealed record Slot(DateOnly Day, int Number, DateTimeOffset Due);
