namespace Bot.Digest.Ports;

/// <summary>What is wrong with something that was shown.</summary>
public enum ReportKind
{
    /// <summary>Somebody else said it, or it is somebody else of that name.</summary>
    Person = 1,

    /// <summary>It was not said, or not so.</summary>
    Words = 2,

    /// <summary>It was another day.</summary>
    Date = 3,

    /// <summary>It belongs to another story.</summary>
    Story = 4,
}

/// <summary>How reporting came out.</summary>
public enum ReportResult
{
    Taken = 1,

    /// <summary>The same member reported the same before, and it is not settled: counted once.</summary>
    TakenBefore = 2,

    /// <summary>The member has reported as much as one may in 24 hours, what is settled not counted.</summary>
    TooMany = 3,
}

/// <summary>What members say is wrong with one thing.</summary>
/// <param name="Id">The number to settle it by.</param>
/// <param name="Shown">The words as they stood when they were first reported; of an article its title.</param>
/// <param name="Reporters">How many members said so.</param>
/// <param name="At">When the last of them did.</param>
public sealed record OpenReport(long Id, ItemReference Item, ReportKind Kind, string Shown, Citation Citation, int Reporters, DateTimeOffset At);

/// <summary>
/// What members report as wrong, until an admin has settled it: then it is gone, and the audit says what was done. The operator's default set sees and
/// settles the reports of all communities.
/// </summary>
public interface IReports
{
    /// <summary>Notes a report.</summary>
    /// <param name="item">Something that the member's community sees.</param>
    /// <param name="shown">As in <see cref="OpenReport"/>.</param>
    /// <param name="most">Open reports of one member in 24 hours; null for any number.</param>
    Task<ReportResult> AddAsync(Editor reporter, ItemReference item, ReportKind kind, string shown, int? most, CancellationToken ct);

    /// <summary>What was reported last first.</summary>
    Task<Hits<OpenReport>> OpenAsync(CommunityId asker, int skip, int take, CancellationToken ct);

    /// <summary>Settles a report as no fault, and writes the audit in the same transaction.</summary>
    /// <returns>What it was about; null when there is no open report of that number.</returns>
    Task<ItemReference?> DismissAsync(Editor editor, long report, CancellationToken ct);
}
