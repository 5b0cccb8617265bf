namespace Bot.Digest.Tests.Language.German;

/// <summary>
/// Articles written for this test: each file holds a text and, behind a line of three hyphens, everything that must come out of it and
/// nothing else.
/// </summary>
public sealed class GermanArticleTests
{
    private const string Border = "---\n";

    private const string Folder = "tests/Bot.Digest.Tests/Language/German/Articles";

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(RepositoryFile.Path(Folder), "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_german_article_gives_its_people_quotes_and_days(string name)
    {
        var text = TextOf(name);

        RepositoryFile.MustHold($"{Folder}/{name}", $"{text}\n{Border}{GermanArticle.Findings(text)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_piece_that_is_shown_in_marks_stands_between_marks_in_the_article(string name)
    {
        var text = TextOf(name);

        Assert.All(GermanArticle.Read(text).Quotes.SelectMany(quote => quote.Verbatim), piece => Assert.Contains(text[piece.Start - 1], "„»«‚\""));
    }

    private static string TextOf(string name) =>
        File.ReadAllText(RepositoryFile.Path($"{Folder}/{name}")).ReplaceLineEndings("\n").Split(Border)[0].TrimEnd();
}
