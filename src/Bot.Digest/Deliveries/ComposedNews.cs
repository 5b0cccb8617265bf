using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>All that decides what a digest tells, whoever gets it.</summary>
/// <param name="Reader">As whom its news is read.</param>
/// <param name="Told">What the channel was told before: the numbers of its editions in order, parted by blanks.</param>
internal sealed record NewsOrder(CommunityId Reader, DigestWish Wish, StoryPeriod Period, string Told);

/// <summary>What is told to all channels whose order is the same.</summary>
/// <param name="Stories">How many stories it tells; none for nothing new.</param>
/// <param name="Lines">The stories' lines, without the words that depend on the channel's clock.</param>
/// <param name="Notices">What is to be said of sources.</param>
internal sealed record ComposedNews(int Stories, IReadOnlyList<DigestLine> Lines, IReadOnlyList<SourceNotice> Notices, ToldEdition Edition)
{
    /// <summary>It in words, by all that makes them differ from channel to channel.</summary>
    public Dictionary<Delivered, WordedNews> Worded { get; } = [];
}

/// <summary>What makes the messages of one news differ.</summary>
/// <param name="Zone">Days and hours are said by its clock.</param>
/// <param name="Delay">What the digest says about coming late; null for nothing.</param>
/// <param name="Corrections">What the digest says was wrong in earlier ones; empty for nothing.</param>
internal sealed record Delivered(string Platform, string Zone, DateTimeOffset Asked, string? Delay, string Corrections);

/// <summary>A digest in words.</summary>
/// <param name="Messages">In the platform's own form.</param>
/// <param name="Shown">What stands in it.</param>
internal sealed record WordedNews(IReadOnlyList<string> Messages, ShownDigest Shown);
