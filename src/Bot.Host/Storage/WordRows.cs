namespace Bot.Host.Storage;

/// <summary>The values of rows of the word indexes, whenever they are written.</summary>
internal static class WordRows
{
    /// <summary>For <see cref="IDatabase.AddArticleWords"/>.</summary>
    public static object Article(long place, string title, string text, string tags) =>
        new { Row = place, Title = TextWords.Indexed(title), Text = TextWords.Indexed(text), Tags = tags };

    /// <summary>For <see cref="IDatabase.AddQuoteWords"/>.</summary>
    public static object Quote(long id, string said, string tags) => new { Row = id, Said = TextWords.Indexed(said), Tags = tags };
}
