using System.Text.Json;
using Bot.Digest.Tests;

namespace Bot.Host.Tests.Samples;

/// <summary>The sample newsroom is what its README says: enough to show every command, and no two articles alike.</summary>
public sealed class NewsroomTests
{
    private static readonly string[] Outlets = ["The Norrmark Post", "Kanal Öst", "Coast Wire", "Radio Lind", "Lind Echo"];
    private static readonly IReadOnlyList<SampleArticle> Articles = SampleArticle.ReadAll();

    [Fact]
    public void Five_outlets_have_a_file_each_and_more_than_four_articles()
    {
        var byFile = Articles.GroupBy(article => article.File).ToList();

        Assert.Equal(Outlets.Order(), byFile.Select(file => Assert.Single(file.Select(article => article.Source).Distinct())).Order());
        Assert.All(byFile, file => Assert.True(file.Count() > 4, $"{file.Key} holds {file.Count()}"));
    }

    [Fact]
    public void At_least_32_articles_of_200_to_450_words()
    {
        Assert.True(Articles.Count >= 32, $"{Articles.Count} articles");
        Assert.All(Articles, article => Assert.True(article.Words.Length is >= 200 and <= 450, $"{article.Words.Length} words: {article.Title}"));
    }

    [Fact]
    public void They_cover_the_six_weeks_from_6_April_2026_and_leave_no_week_out()
    {
        var weeks = Articles.Select(article => (DateOnly.FromDateTime(article.Published.DateTime).DayNumber - new DateOnly(2026, 4, 6).DayNumber) / 7);

        Assert.Equal([0, 1, 2, 3, 4, 5], weeks.Distinct().Order());
    }

    /// <summary>Outlets quote the same words, and one prints what the agency sent under its own title.</summary>
    [Fact]
    public void No_two_articles_share_an_address_a_title_or_eight_words_of_their_own_in_a_row()
    {
        Assert.Equal(Articles.Count, Articles.Select(article => article.Url).Distinct().Count());
        Assert.Equal(Articles.Count, Articles.Select(article => article.Title).Distinct().Count());

        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var article in Articles.Where(article => article.Author != "Coast Wire"))
        {
            var own = article.OwnWords;
            for (var at = 0; at + 8 <= own.Length; at++)
            {
                var run = string.Join(' ', own.AsSpan(at, 8)!).ToLowerInvariant();
                Assert.True(seen.TryAdd(run, article.Title) || seen[run] == article.Title, $"\"{run}\" in {article.Title} and {seen[run]}");
            }
        }
    }

    [Fact]
    public void The_end_of_the_strike_is_told_by_all_five_outlets_of_which_one_prints_the_agencys_words()
    {
        var told = Articles.Where(article => article.Published >= new DateTimeOffset(2026, 5, 17, 20, 0, 0, TimeSpan.FromHours(2))).ToList();

        Assert.Equal(Outlets.Order(), told.Select(article => article.Source).Order());
        Assert.Single(told, article => article.Author == "Coast Wire");
    }

    [Fact]
    public void Every_address_is_of_the_reserved_domain_and_every_author_is_named()
    {
        Assert.All(Articles, article => Assert.EndsWith(".example", article.Url.Host, StringComparison.Ordinal));
        Assert.All(Articles, article => Assert.NotEmpty(article.Author));
        Assert.All(Articles, article => Assert.DoesNotContain("\n\n", article.Text, StringComparison.Ordinal));
    }
}

/// <summary>One line of a sample file, as strictly as a reader could ask for.</summary>
/// <param name="File">The file it stands in, without its folder.</param>
internal sealed record SampleArticle(string File, Uri Url, string Title, DateTimeOffset Published, string Source, string Author, string Text)
{
    public string[] Words { get; } = Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The outlet's words, without what it quotes.</summary>
    public string[] OwnWords { get; } = string
        .Concat(Text.Split(['"', '“', '”']).Where((_, index) => index % 2 == 0))
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All articles under <c>samples/</c>; throws on a line that is no JSON object or lacks a field.</summary>
    public static IReadOnlyList<SampleArticle> ReadAll() =>
    [
        .. Directory.EnumerateFiles(RepositoryFile.Path("samples"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(file => System.IO.File.ReadLines(file).Select(line => Parse(Path.GetFileName(file), line))),
    ];

    private static SampleArticle Parse(string file, string line)
    {
        using var json = JsonDocument.Parse(line);
        string Field(string name) => json.RootElement.GetProperty(name).GetString()!;
        return new SampleArticle(
            file, new Uri(Field("url")), Field("title"), json.RootElement.GetProperty("published").GetDateTimeOffset(), Field("source"), Field("author"), Field("text"));
    }
}
