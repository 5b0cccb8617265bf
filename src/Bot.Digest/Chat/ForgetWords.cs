namespace Bot.Digest.Chat;

/// <summary>The words of replies about taking out what is stored: one member a key of <c>ForgetWords.resx</c>, in its order.</summary>
public static class ForgetWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.ForgetWords");

    public static string MeSure => _catalogue[nameof(MeSure)];

    public static string MeDone => _catalogue[nameof(MeDone)];

    public static string ButtonForgetMe => _catalogue[nameof(ButtonForgetMe)];

    public static string CommunitySure(int digests, int sources) => _catalogue.Fill(nameof(CommunitySure), [digests, sources]);

    public static string CommunityDone => _catalogue[nameof(CommunityDone)];

    public static string ButtonForgetCommunity => _catalogue[nameof(ButtonForgetCommunity)];

    public static string ButtonKeep => _catalogue[nameof(ButtonKeep)];

    public static RichText DefaultSet(string remove) => _catalogue.Fill(nameof(DefaultSet), new Code(remove));

    /// <summary>Who changed something and was forgotten since.</summary>
    public static string Someone => _catalogue[nameof(Someone)];
}
