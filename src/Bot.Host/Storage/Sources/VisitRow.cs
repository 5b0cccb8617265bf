using Bot.Digest.Ports;
using Bot.Digest.Reading.Visits;
using Bot.Digest.Sources;

namespace Bot.Host.Storage.Sources;

/// <summary>What is remembered of a source, as a row.</summary>
internal class VisitRow
{
    /// <summary>The columns of source_visits v; all are null for a source that is never visited.</summary>
    public const string Columns = """
        v.due_at as DueAt, v.etag as ETag, v.last_modified as LastModified, v.document_hash as DocumentHash, v.visited_at as VisitedAt,
            v.succeeded_at as SucceededAt, v.asked_whole_at as AskedWholeAt, v.failures as Failures, v.last_failure as LastFailure,
            v.moved_to as MovedTo, v.moved_since as MovedSince, v.moves_seen as MovesSeen, v.rest as Rest, v.skipped_hours as SkippedHours,
            v.skipped_days as SkippedDays, v.items_offered as ItemsOffered, v.doubt as Doubt,
            v.doubt_since as DoubtSince, v.doubts as Strikes, v.is_gone as IsGone, v.new_day as Day, v.new_items as NewItems, v.left_out as LeftOut
        """;

    /// <summary>The same columns as assignments of what <see cref="Values"/> gives.</summary>
    public const string Assignments = """
        due_at = @DueAt, etag = @ETag, last_modified = @LastModified, document_hash = @DocumentHash, visited_at = @VisitedAt,
            succeeded_at = @SucceededAt, asked_whole_at = @AskedWholeAt, failures = @Failures, last_failure = @LastFailure,
            moved_to = @MovedTo, moved_since = @MovedSince, moves_seen = @MovesSeen, rest = @Rest, skipped_hours = @SkippedHours,
            skipped_days = @SkippedDays, items_offered = @ItemsOffered, doubt = @Doubt,
            doubt_since = @DoubtSince, doubts = @Strikes, is_gone = @IsGone, new_day = @Day, new_items = @NewItems, left_out = @LeftOut
        """;

    public long? DueAt { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? DocumentHash { get; init; }

    public long? VisitedAt { get; init; }

    public long? SucceededAt { get; init; }

    public long? AskedWholeAt { get; init; }

    public long? Failures { get; init; }

    public long? LastFailure { get; init; }

    public string? MovedTo { get; init; }

    public long? MovedSince { get; init; }

    public long? MovesSeen { get; init; }

    public long? Rest { get; init; }

    public long? SkippedHours { get; init; }

    public long? SkippedDays { get; init; }

    public long? ItemsOffered { get; init; }

    public long? Doubt { get; init; }

    public long? DoubtSince { get; init; }

    public long? Strikes { get; init; }

    public bool? IsGone { get; init; }

    public long? Day { get; init; }

    public long? NewItems { get; init; }

    public long? LeftOut { get; init; }

    public VisitMemory ToMemory() => new()
    {
        Validators = ETag is null && LastModified is null ? null : new Validators(ETag, LastModified),
        DocumentHash = DocumentHash,
        VisitedAt = Moment(VisitedAt),
        SucceededAt = Moment(SucceededAt),
        AskedWholeAt = Moment(AskedWholeAt),
        Failures = (int)(Failures ?? 0),
        LastFailure = (FetchFailure?)LastFailure,
        Move = MovedTo is null ? null : new SeenMove(new Uri(MovedTo), (int)(MovesSeen ?? 0), Stored.Moment(MovedSince ?? 0)),
        ItemsOffered = (int)(ItemsOffered ?? 0),
        Wishes = new VisitWishes(Rest is { } rest ? TimeSpan.FromMilliseconds(rest) : null, SkippedHours ?? 0, SkippedDays ?? 0),
        Doubt = (SourceDoubt?)Doubt,
        DoubtSince = Moment(DoubtSince),
        Strikes = (int)(Strikes ?? 0),
        IsGone = IsGone ?? false,
        Day = Day is > 0 ? Stored.Day(Day.Value) : null,
        NewItems = (int)(NewItems ?? 0),
        LeftOut = (int)(LeftOut ?? 0),
    };

    public SourceHealth ToHealth()
    {
        var memory = ToMemory();
        return new SourceHealth(
            memory.SucceededAt, Moment(DueAt), memory.Failures, memory.LastFailure, memory.Doubt, memory.DoubtSince, memory.LeftOut)
        {
            IsGone = memory.IsGone,
        };
    }

    public static object Values(SourceId source, VisitMemory memory, DateTimeOffset? due) => new
    {
        Source = source.Value,
        DueAt = Moment(due),
        memory.Validators?.ETag,
        memory.Validators?.LastModified,
        memory.DocumentHash,
        VisitedAt = Moment(memory.VisitedAt),
        SucceededAt = Moment(memory.SucceededAt),
        AskedWholeAt = Moment(memory.AskedWholeAt),
        memory.Failures,
        LastFailure = (long?)memory.LastFailure,
        MovedTo = memory.Move?.Target.AbsoluteUri,
        MovedSince = Moment(memory.Move?.Since),
        MovesSeen = memory.Move?.Times ?? 0,
        Rest = (long?)memory.Wishes.Interval?.TotalMilliseconds,
        SkippedHours = memory.Wishes.HourBits,
        SkippedDays = memory.Wishes.DayBits,
        memory.ItemsOffered,
        Doubt = (long?)memory.Doubt,
        DoubtSince = Moment(memory.DoubtSince),
        memory.Strikes,
        memory.IsGone,
        Day = memory.Day is { } day ? Stored.Day(day) : 0,
        memory.NewItems,
        memory.LeftOut,
    };

    private static DateTimeOffset? Moment(long? stored) => stored is { } moment ? Stored.Moment(moment) : null;

    private static long? Moment(DateTimeOffset? moment) => moment is { } some ? Stored.Moment(some) : null;
}
