using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Commands.Parts;

/// <summary>How a source fares, in words.</summary>
internal static class SourceHealthWords
{
    /// <summary>"read 14:00 · next visit 15:05"; what is wrong comes first. Empty for files, which are never visited.</summary>
    public static string Of(FollowedSource source, CommandCall call)
    {
        var health = source.Health;
        string?[] parts = source.Kind == SourceKind.Files
            ? [source.IsPaused ? SourceWords.Paused : null]
            :
            [
                source.IsPaused ? SourceWords.Paused : null,
                health.IsGone ? SourceWords.IsGone : null,
                health.Doubt is { } doubt ? SourceWords.Doubted(Day(health.DoubtSince, call), Of(doubt)) : null,
                health is { Failures: > 0, LastFailure: { } failure, IsGone: false } ? SourceWords.Failing(health.Failures, Of(failure)) : null,
                health.LastSuccess is { } read ? SourceWords.Read(MomentWords.Of(read, call)) : health.Failures == 0 ? SourceWords.NeverRead : null,
                Next(source, call),
                health.LeftOut > 0 ? SourceWords.ItemsLeftOut(health.LeftOut) : null,
            ];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    /// <summary>When it is visited next; null when that is not known or never.</summary>
    public static string? Next(FollowedSource source, CommandCall call) =>
        source is { IsPaused: false, Health.NextVisit: { } next } ? SourceWords.NextVisit(MomentWords.Of(next < call.Now ? call.Now : next, call)) : null;

    /// <summary>Why a document could not be had: the same words for an address that may not be reached and for one that cannot.</summary>
    public static string Of(FetchFailure failure) => failure switch
    {
        FetchFailure.Unreachable => SourceWords.FailUnreachable,
        FetchFailure.TooManyRedirects => SourceWords.FailTooManyRedirects,
        FetchFailure.TooLarge => SourceWords.FailTooLarge,
        FetchFailure.TooSlow => SourceWords.FailTooSlow,
        FetchFailure.Broken => SourceWords.FailBroken,
        FetchFailure.RefusedByRobots => SourceWords.FailRefusedByRobots,
        FetchFailure.Throttled => SourceWords.FailThrottled,
        FetchFailure.Forbidden => SourceWords.FailForbidden,
        FetchFailure.NotFound => SourceWords.FailNotFound,
        FetchFailure.Gone => SourceWords.FailGone,
        FetchFailure.ServerError => SourceWords.FailServerError,
        FetchFailure.HostBusy => SourceWords.FailHostBusy,
        _ => SourceWords.FailUnexpected,
    };

    public static string Of(SourceDoubt doubt) => doubt switch
    {
        SourceDoubt.NoItems => SourceWords.DoubtNoItems,
        SourceDoubt.RenamedItems => SourceWords.DoubtRenamedItems,
        _ => SourceWords.DoubtFlood,
    };

    private static string Day(DateTimeOffset? since, CommandCall call) => ChangeWords.Day(since ?? call.Now, call);
}
