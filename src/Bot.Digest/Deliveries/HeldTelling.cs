using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands.Parts;
using Bot.Digest.Ports;

namespace Bot.Digest.Deliveries;

/// <summary>Tells those who ordered a digest, in their private chat, that the platform refuses it: where they ordered it nothing can be said.</summary>
public sealed class HeldTelling(IHeldDigests held, IEnumerable<IChatPlatform> platforms)
{
    private const int BatchSize = 100;

    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var digest in await held.UntoldAsync(_platforms.Keys, BatchSize, ct))
        {
            await held.TellAsync(digest, Messages(digest, _platforms[digest.Maker.Platform]), ct);
        }
    }

    private static IReadOnlyList<string> Messages(HeldDigest digest, IChatPlatform platform)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var language = InterfaceLanguages.Of(digest.Subscription.Wish.Language);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = language;
        try
        {
            var subscription = digest.Subscription;
            var reply = Reply.Ok(new Paragraph(DeliveryWords.HeldForMaker(
                SubscriptionLines.Number(subscription), CommunityChange.NameOf(digest.Community), DeliveryStates.Of(subscription.HeldFor))));
            return platform.Render(reply, language);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
