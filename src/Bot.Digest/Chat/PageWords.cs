namespace Bot.Digest.Chat;

/// <summary>The words of the page in the browser that are no reply: one member a key of <c>PageWords.resx</c>.</summary>
public static class PageWords
{
    private static readonly MessageCatalogue _catalogue = new("Bot.Digest.Chat.PageWords");

    /// <summary>The code of the language of all these words (BCP 47).</summary>
    public static string Language => _catalogue[nameof(Language)];

    public static string Title => _catalogue[nameof(Title)];

    public static string Subtitle => _catalogue[nameof(Subtitle)];

    public static string Conversation => _catalogue[nameof(Conversation)];

    public static string YouAsked => _catalogue[nameof(YouAsked)];

    public static string Ask => _catalogue[nameof(Ask)];

    public static string Placeholder => _catalogue[nameof(Placeholder)];

    public static string Send => _catalogue[nameof(Send)];

    public static string Suggestions => _catalogue[nameof(Suggestions)];

    public static string SuggestionCount => _catalogue[nameof(SuggestionCount)];

    public static string Keys => _catalogue[nameof(Keys)];

    public static string ImportFeeds => _catalogue[nameof(ImportFeeds)];

    public static string Import => _catalogue[nameof(Import)];

    public static string Clear => _catalogue[nameof(Clear)];

    public static string ClearHint => _catalogue[nameof(ClearHint)];

    public static string PreviousPage => _catalogue[nameof(PreviousPage)];

    public static string NextPage => _catalogue[nameof(NextPage)];

    public static string Download(string file) => _catalogue.Fill(nameof(Download), [file]);

    public static string Busy => _catalogue[nameof(Busy)];

    public static string Lost => _catalogue[nameof(Lost)];

    public static string ThenTry => _catalogue[nameof(ThenTry)];

    public static string Welcome(int articles) => _catalogue.Count(nameof(Welcome), articles);

    public static string TryThese => _catalogue[nameof(TryThese)];

    public static string AccessKey => _catalogue[nameof(AccessKey)];

    public static string Open => _catalogue[nameof(Open)];

    public static string WrongKey => _catalogue[nameof(WrongKey)];

    public static string TooManyKeys => _catalogue[nameof(TooManyKeys)];

    public static string ForeignHost => _catalogue[nameof(ForeignHost)];

    public static string ForeignOrigin => _catalogue[nameof(ForeignOrigin)];

    public static string OldPage => _catalogue[nameof(OldPage)];

    public static string NotAForm => _catalogue[nameof(NotAForm)];

    public static string FormTooLarge => _catalogue[nameof(FormTooLarge)];
}
