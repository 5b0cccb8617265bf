using Bot.Digest.Digests;
using Bot.Digest.Ports;
using CsCheck;

namespace Bot.Digest.Tests.Digests;

public sealed class DigestSelectionTests
{
    private static readonly DateTimeOffset Noon = new(2031, 5, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_freshest_comes_first()
    {
        var chosen = Choose(Article("Herald", "Mill burns", 9), Article("Wire", "Bridge opens", 1), Article("Kanal", "Market moves", 30));

        Assert.Equal(["Bridge opens", "Mill burns", "Market moves"], Titles(chosen));
    }

    [Fact]
    public void Nearly_the_same_title_is_told_once_with_every_outlet_that_has_it()
    {
        var chosen = Choose(
            Article("Wire", "Old bridge opens to carts again", 1),
            Article("Herald", "Old bridge opens to carts", 2),
            Article("Herald", "Old bridge opens to carts!", 1),
            Article("Kanal", "Mill burns", 3));

        Assert.Equal(["Old bridge opens to carts", "Mill burns"], Titles(chosen));
        Assert.Equal(["Wire"], chosen[0].Also.Select(citation => citation.Outlet));
    }

    [Fact]
    public void What_more_outlets_tell_comes_before_what_one_tells_at_the_same_hour()
    {
        var chosen = Choose(Article("Kanal", "Market moves", 5), Article("Wire", "Mill burns", 5), Article("Herald", "Mill burns", 6));

        Assert.Equal("Mill burns", chosen[0].Lead.Citation.Title);
    }

    [Fact]
    public void An_outlet_that_prints_much_does_not_drown_the_others()
    {
        ArticleHit[] articles =
        [
            .. Enumerable.Range(0, 8).Select(number => Article("Herald", $"Notice {Name(number)}", number)),
            Article("Wire", "Mill burns", 14),
            Article("Kanal", "Market moves", 15),
        ];

        var outlets = DigestSelection.Choose(articles, 8).Select(item => item.Lead.Citation.Outlet).ToList();

        Assert.Contains("Wire", outlets);
        Assert.Contains("Kanal", outlets);
    }

    [Fact]
    public void No_outlet_has_three_in_a_row_while_another_has_any()
    {
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 72]).Array[0, 20].Sample(made =>
        {
            ArticleHit[] articles = [.. made.Select((one, index) => Article($"Outlet {one.Item1}", $"{Name(index)} {Name(index + 40)}", one.Item2))];
            var chosen = DigestSelection.Choose(articles, 8);

            Assert.Equal(Math.Min(8, articles.Length), chosen.Count);
            for (var index = 2; index < chosen.Count; index++)
            {
                var outlets = chosen.Skip(index - 2).Take(3).Select(item => item.Lead.Citation.Outlet).Distinct().ToList();
                var others = articles.Except(chosen.Take(index).Select(item => item.Lead)).Any(article => article.Citation.Outlet != outlets[0]);
                Assert.True(outlets.Count > 1 || !others, string.Join(", ", chosen.Select(item => item.Lead.Citation.Outlet)));
            }
        });
    }

    private static IReadOnlyList<DigestItem> Choose(params ArticleHit[] articles) => DigestSelection.Choose(articles, 8);

    private static IEnumerable<string> Titles(IReadOnlyList<DigestItem> items) => items.Select(item => item.Lead.Citation.Title);

    /// <summary>A word of its own for each number, so that titles do not resemble each other.</summary>
    private static string Name(int number) => $"w{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}";

    private static ArticleHit Article(string outlet, string title, int hoursAgo) =>
        new(new Citation(new ArticleId(title.Length), title, outlet, new PublisherId(string.GetHashCode(outlet, StringComparison.Ordinal)), Noon.AddHours(-hoursAgo), null), [], null, []);
}
