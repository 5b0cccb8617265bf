using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.Ports;

namespace Bot.Host.Tests.Storage;

/// <summary>How articles decide who of several people of one name they mean, on every engine.</summary>
public abstract class NamesakesContract : StorageContract
{
    private const string Keeper = """
        Omar Feld, the goalkeeper of Lind FC, saved two penalties on Sunday.
        “I saw where he looked,” Feld said. Coach Nora Hessel praised him.
        """;

    private const string Minister = """
        The tender was stopped on Monday.
        “It was never about money,” said Omar Feld, the harbour minister of Norrmark.
        """;

    [Fact]
    public async Task Two_people_of_one_name_whose_roles_clearly_disagree_get_two_cards()
    {
        await ReadAsync("Lind Echo", "Lind win", Keeper);
        await ReadAsync("Norrmark Post", "Tender stopped", Minister);

        var found = await People.FindAsync(CommunityId.DefaultSet, "Omar Feld", 5, Ct);

        Assert.Equal(["omar-feld", "omar-feld-2"], found.Select(person => person.Slug).Order());
        Assert.Contains("goalkeeper", RoleOf(found, "omar-feld"), StringComparison.Ordinal);
        Assert.Contains("harbour minister", RoleOf(found, "omar-feld-2"), StringComparison.Ordinal);
        Assert.All(found, person => Assert.Equal(1, person.Quotes));
        Assert.Equal(2, (await People.FindAsync(CommunityId.DefaultSet, "Feld", 5, Ct)).Count);
        Assert.Equal("omar-feld-2", Assert.Single(await People.FindAsync(CommunityId.DefaultSet, "omar-feld-2", 5, Ct)).Slug);
    }

    [Fact]
    public async Task They_are_told_apart_within_one_call_as_well()
    {
        await ReadAsync("Lind Echo", ("Lind win", Keeper), ("Tender stopped", Minister), ("Lind win again", Keeper + "\nIt was their third win."));

        Assert.Equal((2, 1), (await MentionsAsync("omar-feld"), await MentionsAsync("omar-feld-2")));
    }

    [Fact]
    public async Task Later_articles_go_to_the_one_they_mean_by_role_or_by_the_company_they_name()
    {
        await ReadAsync("Lind Echo", "Lind win", Keeper);
        await ReadAsync("Norrmark Post", "Tender stopped", Minister);

        await ReadAsync("Coast Wire", "Pier", "“The pier stays open,” harbour minister Omar Feld said.");
        await ReadAsync("Radio Vale", "Cup final", "Omar Feld was booed on Friday. Striker Jonas Brek scored. “He was great,” coach Nora Hessel said of Omar Feld.");

        Assert.Equal((2, 2), (await MentionsAsync("omar-feld"), await MentionsAsync("omar-feld-2")));
    }

    [Fact]
    public async Task Whoever_may_be_one_person_stays_one()
    {
        await ReadAsync("Lind Echo", "Lind win", Keeper);

        await ReadAsync("Norrmark Post", "Vote", "“I will not run again,” said Omar Feld, a former goalkeeper who is now a senator.");
        await ReadAsync("Coast Wire", "Fair", "“What a day,” Omar Feld said.");

        Assert.Equal("omar-feld", Assert.Single(await People.FindAsync(CommunityId.DefaultSet, "Omar Feld", 5, Ct)).Slug);
    }

    [Fact]
    public async Task Two_companions_that_both_articles_name_keep_a_person_one()
    {
        await ReadAsync("Lind Echo", "Gala", "Omar Feld, the goalkeeper of Lind FC, came. Ilse Varga danced. Tomas Hellberg sang. “Fine,” Omar Feld said.");

        await ReadAsync("Norrmark Post", "Vote", "Omar Feld, the mayor of Norrmark, won. Ilse Varga voted. Tomas Hellberg voted. “Thanks,” Omar Feld said.");

        Assert.Equal(2, await MentionsAsync("omar-feld"));
    }

    [Fact]
    public async Task A_namesake_is_forgotten_with_the_last_article_that_names_him()
    {
        await ReadAsync("Lind Echo", "Lind win", Keeper);
        await ReadAsync("Norrmark Post", "Tender stopped", Minister);

        await Writer.RemoveSourceAsync(CommunityId.DefaultSet, "Norrmark Post", Ct);

        Assert.Equal("omar-feld", Assert.Single(await People.FindAsync(CommunityId.DefaultSet, "Omar Feld", 5, Ct)).Slug);
        Assert.Empty(await Database.InspectAsync(Ct));
    }

    private static string RoleOf(IReadOnlyList<PersonMatch> found, string slug) => found.Single(person => person.Slug == slug).Role ?? "";

    private async Task<int> MentionsAsync(string slug)
    {
        var found = await People.FindAsync(CommunityId.DefaultSet, slug, 5, Ct);
        return found.Where(person => person.Slug == slug).Sum(person => person.Mentions);
    }

    private Task ReadAsync(string source, string title, string text) => ReadAsync(source, (title, text));

    /// <summary>Articles as they are understood, in one call.</summary>
    private async Task ReadAsync(string source, params (string Title, string Text)[] articles)
    {
        var understood = articles.Select(news =>
        {
            var article = new Article { Title = news.Title, Text = news.Text, Published = Clock.GetUtcNow(), PublishedIsStated = true };
            return new UnderstoodArticle(article, Understanding.Read(article));
        });
        await Writer.AddAsync(await Writer.EnsureSourceAsync(CommunityId.DefaultSet, source, Ct), [.. understood], Ct);
    }
}
