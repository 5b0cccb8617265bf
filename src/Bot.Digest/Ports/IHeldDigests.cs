using Bot.Digest.Chat;

namespace Bot.Digest.Ports;

/// <summary>A digest that a platform refuses, and the private chat of the one who ordered it.</summary>
/// <param name="Community">Name of the community that it is for.</param>
/// <param name="Maker">Where the bot talks with the one who ordered it.</param>
public sealed record HeldDigest(Subscription Subscription, string Community, ChatAddress Maker);

/// <summary>Digests that are held without the knowledge of those who ordered them.</summary>
public interface IHeldDigests
{
    /// <summary>Those whose maker has a private chat with the bot and was not told, held longest first.</summary>
    /// <param name="platforms">Those that are set up: on others nobody can be told now.</param>
    Task<IReadOnlyList<HeldDigest>> UntoldAsync(IReadOnlyCollection<string> platforms, int most, CancellationToken ct);

    /// <summary>Puts the messages that tell of it into the ledger, once, however many tell.</summary>
    /// <param name="messages">In the platform's own form.</param>
    Task TellAsync(HeldDigest held, IReadOnlyList<string> messages, CancellationToken ct);
}
