using Bot.Digest.Chat;

namespace Bot.Digest.Ports;

/// <summary>A digest that a channel was posted, with its reasons.</summary>
/// <param name="Due">When it was due.</param>
/// <param name="Since">When the one before was due; null for the channel's first.</param>
/// <param name="Wish">What the channel wants, as it is now.</param>
/// <param name="Choices">Every story that it might have told: those that it tells first, in their order. Empty where quotes of one person are posted.</param>
public sealed record RememberedEdition(DateTimeOffset Due, DateTimeOffset? Since, DigestWish Wish, IReadOnlyList<RememberedChoice> Choices);

/// <summary>Why what was posted tells what it tells: remembered for thirty days.</summary>
public interface IEditions
{
    /// <summary>The digest or post that a message belongs to; null when the message belongs to none that is remembered.</summary>
    /// <param name="channel">Where it is asked: where the message stands, or the thread of the channel's forum in which it does.</param>
    /// <param name="message">The platform's id of a message; null for the channel's last digest.</param>
    Task<RememberedEdition?> FindAsync(CommunityId asker, ChatAddress channel, string? message, CancellationToken ct);
}
