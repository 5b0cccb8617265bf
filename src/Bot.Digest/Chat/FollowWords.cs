using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>Words of follows: one member a key of <c>FollowWords.resx</c>, in its order.</summary>
public static class FollowWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.FollowWords");

    public static string FollowingPerson(string name) => _catalogue.Fill(nameof(FollowingPerson), [name]);

    public static string ComesPerson => _catalogue[nameof(ComesPerson)];

    public static string ComesTopic => _catalogue[nameof(ComesTopic)];

    public static string ComesStory => _catalogue[nameof(ComesStory)];

    public static string HowOften(int minutes) => _catalogue.Fill(nameof(HowOften), [minutes]);

    public static string QuietHours(string from, string to) => _catalogue.Fill(nameof(QuietHours), [from, to]);

    public static string Already => _catalogue[nameof(Already)];

    public static string FromNowOn => _catalogue[nameof(FromNowOn)];

    public static string New(string count) => _catalogue.Fill(nameof(New), [count]);

    public static RichText NoWords(int most, string example) => _catalogue.Fill(nameof(NoWords), new Plain(most.ToString(CultureInfo.CurrentCulture)), new Code(example));

    public static RichText TooMany(int most, string following) => _catalogue.Fill(nameof(TooMany), new Plain(most.ToString(CultureInfo.CurrentCulture)), new CommandLink(following, following));

    public static RichText NoFollows(string follow) => _catalogue.Fill(nameof(NoFollows), new CommandLink(follow, follow));

    public static string NoSuchFollow(int number) => _catalogue.Fill(nameof(NoSuchFollow), [number]);

    public static string WhichFollow => _catalogue[nameof(WhichFollow)];

    public static string FollowingTitle => _catalogue[nameof(FollowingTitle)];

    public static string EveryMinutes(int minutes) => _catalogue.Fill(nameof(EveryMinutes), [minutes]);

    public static string KindPerson => _catalogue[nameof(KindPerson)];

    public static string KindTopic => _catalogue[nameof(KindTopic)];

    public static string KindStory => _catalogue[nameof(KindStory)];

    public static string Unfollowed(string name) => _catalogue.Fill(nameof(Unfollowed), [name]);

    public static string ButtonUnfollowOne(string number) => _catalogue.Fill(nameof(ButtonUnfollowOne), [number]);

    public static string ButtonUnfollow => _catalogue[nameof(ButtonUnfollow)];

    public static string ButtonFollowing => _catalogue[nameof(ButtonFollowing)];

    public static string ButtonFollow => _catalogue[nameof(ButtonFollow)];

    /// <summary>A follow's number, and whom or what it is for.</summary>
    public static string Numbered(string number, string target) => _catalogue.Fill(nameof(Numbered), [number, target]);

    public static string DidFollow(string number) => _catalogue.Fill(nameof(DidFollow), [number]);

    public static string DidUnfollow(string number) => _catalogue.Fill(nameof(DidUnfollow), [number]);

    public static string FollowSummary => _catalogue[nameof(FollowSummary)];

    public static string Target => _catalogue[nameof(Target)];

    public static string Every => _catalogue[nameof(Every)];

    public static string FollowingSummary => _catalogue[nameof(FollowingSummary)];

    public static string UnfollowSummary => _catalogue[nameof(UnfollowSummary)];

    public static string Number => _catalogue[nameof(Number)];
}
