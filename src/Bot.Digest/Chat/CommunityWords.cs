using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>What replies say about communities: one member a key of <c>CommunityWords.resx</c>, in its order.</summary>
public static class CommunityWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.CommunityWords");

    public static string Waits => _catalogue[nameof(Waits)];

    public static string NotServed => _catalogue[nameof(NotServed)];

    public static RichText NoChannels(string option) => _catalogue.Fill(nameof(NoChannels), new Code(option + ":"));

    public static RichText NoSuchChannel(string typed) => _catalogue.Fill(nameof(NoSuchChannel), new Plain(typed));

    public static string Title => _catalogue[nameof(Title)];

    public static string None => _catalogue[nameof(None)];

    public static string Nameless => _catalogue[nameof(Nameless)];

    public static string StandingServed(string day) => _catalogue.Fill(nameof(StandingServed), [day]);

    public static string StandingWaiting(string day) => _catalogue.Fill(nameof(StandingWaiting), [day]);

    public static string StandingBlocked => _catalogue[nameof(StandingBlocked)];

    public static string SourcesOf(int sources, int most) => _catalogue.Fill(nameof(SourcesOf), [sources, most]);

    public static RichText Approved(string name) => _catalogue.Fill(nameof(Approved), new Strong(name));

    public static RichText Blocked(string name) => _catalogue.Fill(nameof(Blocked), new Strong(name));

    public static RichText Limited(string name, int sources) =>
        _catalogue.Fill(nameof(Limited), new Strong(name), new Plain(sources.ToString(CultureInfo.CurrentCulture)));

    public static RichText NoSuch(string number) => _catalogue.Fill(nameof(NoSuch), new Plain(number), new CommandLink("/community list", "/community list"));

    public static string ButtonApprove(int number) => _catalogue.Fill(nameof(ButtonApprove), [number]);
}
