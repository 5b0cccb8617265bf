using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>How the commands about a channel's digests are explained: one member a key of <c>SubscriptionCommandWords.resx</c>, in its order.</summary>
public static class SubscriptionCommandWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Commands.SubscriptionCommandWords");

    public static string Subscribe => _catalogue[nameof(Subscribe)];

    public static string Number => _catalogue[nameof(Number)];

    public static string At => _catalogue[nameof(At)];

    public static string On => _catalogue[nameof(On)];

    public static string Zone => _catalogue[nameof(Zone)];

    public static string Quiet => _catalogue[nameof(Quiet)];

    public static string Topics => _catalogue[nameof(Topics)];

    public static string Include => _catalogue[nameof(Include)];

    public static string Exclude => _catalogue[nameof(Exclude)];

    public static string Most => _catalogue[nameof(Most)];

    public static string Subscriptions => _catalogue[nameof(Subscriptions)];

    public static string Unsubscribe => _catalogue[nameof(Unsubscribe)];

    public static string Pause => _catalogue[nameof(Pause)];

    public static string For => _catalogue[nameof(For)];

    public static string Resume => _catalogue[nameof(Resume)];

    public static string Deliveries => _catalogue[nameof(Deliveries)];

    public static string DeliveriesWhich => _catalogue[nameof(DeliveriesWhich)];

    public static string Again => _catalogue[nameof(Again)];

    public static string AgainNumber => _catalogue[nameof(AgainNumber)];

    public static string Settings => _catalogue[nameof(Settings)];

    public static string SettingsZone => _catalogue[nameof(SettingsZone)];

    public static string SettingsLanguage => _catalogue[nameof(SettingsLanguage)];

    public static string SettingsManagers => _catalogue[nameof(SettingsManagers)];

    public static string In => _catalogue[nameof(In)];
}
