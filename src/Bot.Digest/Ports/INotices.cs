using Bot.Digest.Chat;

namespace Bot.Digest.Ports;

/// <summary>Something that a community's admins should know of one of its sources.</summary>
/// <param name="Doubt">Why it is not believed; null when it is gone for good or was silent for long.</param>
/// <param name="IsGone">The publisher said that it is gone.</param>
/// <param name="At">When that was seen.</param>
public sealed record SourceNotice(SourceId Source, string Name, SourceDoubt? Doubt, bool IsGone, DateTimeOffset At);

/// <summary>What a community's admins should know.</summary>
/// <param name="Held">Digests that the platform refuses.</param>
public sealed record AdminNotices(IReadOnlyList<SourceNotice> Sources, IReadOnlyList<Subscription> Held);

/// <summary>What is told once to those who can do something about it.</summary>
public interface INotices
{
    /// <summary>What the admins of a community were not told yet; from now on they were.</summary>
    /// <param name="channel">The one whose held digests are the business of who is told; null for all of them.</param>
    Task<AdminNotices> TakeAsync(CommunityId community, ChatAddress? channel, CancellationToken ct);

    /// <summary>Sources of the asking community that are in doubt or gone now, for the foot of a digest.</summary>
    Task<IReadOnlyList<SourceNotice>> CurrentAsync(CommunityId asker, CancellationToken ct);
}
