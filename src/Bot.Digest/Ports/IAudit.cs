using Bot.Digest.Chat;

namespace Bot.Digest.Ports;

/// <summary>What was changed.</summary>
public enum ChangeKind
{
    SourceAdded = 1,
    SourcesImported = 2,
    SourceRemoved = 3,
    SourcePaused = 4,
    SourceResumed = 5,
    FilterAdded = 6,
    FilterRemoved = 7,
    CommunityApproved = 8,
    CommunityBlocked = 9,
    CommunityLimited = 10,
    SettingChanged = 11,
    Subscribed = 12,
    SubscriptionChanged = 13,
    SubscriptionPaused = 14,
    SubscriptionResumed = 15,
    Unsubscribed = 16,
    DigestSentAgain = 17,
    Followed = 18,
    Unfollowed = 19,
    QuoteHidden = 21,
    QuoteUnresolved = 22,
    QuoteRestored = 23,
    ReportDismissed = 24,
}

/// <summary>A change that needs no undoing of its own: the opposite command takes it back.</summary>
/// <param name="Object">Name of the source, words of the filter, name of the community or of the setting, number of the digest with its channel, reference of what was put right; no secrets.</param>
/// <param name="Became">The new value where there is one, as a number or word; whom or what is followed, as long as that is known.</param>
public sealed record Change(long Id, ChangeKind Kind, string Object, string? Became, string By, DateTimeOffset At);

/// <summary>One line of the audit: a change of a person or another one.</summary>
public sealed record AuditEntry(PersonEdit? Person, Change? Other)
{
    public DateTimeOffset At => Person?.At ?? Other!.At;
}

/// <summary>Who changed what.</summary>
public interface IAudit
{
    /// <summary>The changes made on behalf of a community, for the operator's default set those of all; newest first.</summary>
    /// <param name="channel">The only one whose digests and follows are told of; null for those of all channels.</param>
    Task<Hits<AuditEntry>> HistoryAsync(CommunityId asker, ChatAddress? channel, int skip, int take, CancellationToken ct);
}
