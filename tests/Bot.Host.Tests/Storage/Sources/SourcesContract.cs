using Bot.Digest.Ports;
using Bot.Host.Storage;
using Dapper;

namespace Bot.Host.Tests.Storage.Sources;

/// <summary>What every engine must do when communities follow sources.</summary>
public abstract class SourcesContract : StorageContract
{
    private static readonly Editor Anna = new(Harbour, "Anna");
    private static readonly Editor Ben = new(Valley, "Ben");
    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");

    [Fact]
    public async Task A_source_that_two_communities_follow_is_one_and_each_sees_it_by_its_own_name()
    {
        var first = await Sources.AddAsync(Anna, Post("The Post") with { Name = "Our paper" }, Ct);
        var second = await Sources.AddAsync(Ben, Post("Another title"), Ct);

        Assert.Equal((FollowOutcome.Added, FollowOutcome.Added), (first.Outcome, second.Outcome));
        Assert.Equal(first.Source!.Id, second.Source!.Id);
        Assert.Equal(("Our paper", "The Post"), (first.Source.Name, second.Source.Name));
        Assert.Equal(Clock.GetUtcNow(), second.Source.Health.NextVisit);
    }

    [Fact]
    public async Task What_is_followed_already_or_held_for_everybody_is_known()
    {
        await Sources.AddAsync(Operator, Post("The Post"), Ct);

        var known = await Sources.AddAsync(Anna, Post("The Post"), Ct);

        Assert.Equal(FollowOutcome.Known, known.Outcome);
        Assert.True(known.Source!.IsForEveryone);
        Assert.False(await Sources.RemoveAsync(Anna, known.Source.Id, Ct));
        Assert.False(await Sources.PauseAsync(Anna, known.Source.Id, pause: true, Ct));
    }

    [Fact]
    public async Task Twenty_additions_are_a_day_and_an_import_counts_as_one()
    {
        await Sources.ImportAsync(Anna, [.. Enumerable.Range(0, 30).Select(number => Feed($"import{number}"))], Ct);
        for (var number = 0; number < 19; number++)
        {
            Assert.Equal(FollowOutcome.Added, (await Sources.AddAsync(Anna, Feed($"one{number}"), Ct)).Outcome);
        }

        var late = await Sources.AddAsync(Anna, Feed("late"), Ct);
        Clock.Advance(TimeSpan.FromDays(1));
        var next = await Sources.AddAsync(Anna, Feed("late"), Ct);

        Assert.Equal(new Followed(FollowOutcome.TooManyToday, null, 20), late);
        Assert.Equal(FollowOutcome.Added, next.Outcome);
    }

    [Fact]
    public async Task Every_source_of_a_list_has_a_publisher()
    {
        await Sources.ImportAsync(Operator, [Feed("a"), Feed("b"), Post("The Post")], Ct);

        Assert.Equal(0, await Database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>("select count(*) from sources where publisher_id is null"), Ct));
    }

    [Fact]
    public async Task A_community_follows_a_hundred_sources_unless_the_operator_says_otherwise()
    {
        var outcomes = await Sources.ImportAsync(Anna, [.. Enumerable.Range(0, 102).Select(number => Feed($"many{number}"))], Ct);

        Assert.Equal(100, outcomes.Count(followed => followed.Outcome == FollowOutcome.Added));
        Assert.Equal(new Followed(FollowOutcome.TooMany, null, 100), outcomes[^1]);
        await Database.WriteAsync(connection => connection.ExecuteAsync("update communities set most_sources = 101 where id = 20"), Ct);
        Assert.Equal(FollowOutcome.Added, (await Sources.AddAsync(Anna, Feed("many100"), Ct)).Outcome);
        Assert.Equal(new Followed(FollowOutcome.TooMany, null, 101), await Sources.AddAsync(Anna, Feed("many101"), Ct));
    }

    [Fact]
    public async Task A_source_that_one_leaves_stays_for_the_other_and_goes_with_all_its_articles_when_nobody_follows()
    {
        var source = (await Sources.AddAsync(Anna, Post("The Post"), Ct)).Source!.Id;
        await Sources.AddAsync(Ben, Post("The Post"), Ct);
        await Writer.AddAsync(source, [new News("Pier stays", "It stays.").Build()], Ct);

        Assert.True(await Sources.RemoveAsync(Anna, source, Ct));
        Assert.Equal((0, 1), (await Articles.CountAsync(Harbour, Ct), await Articles.CountAsync(Valley, Ct)));
        Assert.True(await Sources.RemoveAsync(Ben, source, Ct));

        Assert.Equal(0, await CountAsync("select (select count(*) from sources) + (select count(*) from source_visits) + (select count(*) from articles)"));
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    [Fact]
    public async Task A_source_is_visited_while_one_of_its_followers_does_not_pause()
    {
        var source = (await Sources.AddAsync(Anna, Post("The Post"), Ct)).Source!.Id;
        await Sources.AddAsync(Ben, Post("The Post"), Ct);

        await Sources.PauseAsync(Anna, source, pause: true, Ct);
        Assert.NotNull((await OneAsync(Valley)).Health.NextVisit);
        await Sources.PauseAsync(Ben, source, pause: true, Ct);
        Assert.Null((await OneAsync(Valley)).Health.NextVisit);
        Assert.True((await OneAsync(Valley)).IsPaused);
        await Sources.PauseAsync(Ben, source, pause: false, Ct);

        Assert.Equal(Clock.GetUtcNow(), (await OneAsync(Valley)).Health.NextVisit);
        Assert.True((await OneAsync(Harbour)).IsPaused);
    }

    [Fact]
    public async Task Each_change_is_in_the_audit_once()
    {
        var source = (await Sources.AddAsync(Anna, Post("The Post"), Ct)).Source!.Id;
        await Sources.AddAsync(Anna, Post("The Post"), Ct);
        await Sources.ImportAsync(Anna, [Feed("a"), Feed("b"), Post("The Post")], Ct);
        await Sources.PauseAsync(Anna, source, pause: true, Ct);
        await Sources.PauseAsync(Anna, source, pause: true, Ct);
        await Sources.PauseAsync(Anna, source, pause: false, Ct);
        await Sources.RemoveAsync(Anna, source, Ct);

        var changes = await Database.ReadAsync(
            connection => connection.QueryAsync<(long, long, string, string?, string)>(
                "select community_id, kind, object, became, made_by from changes order by id"),
            Ct);
        Assert.Equal(
            [
                (20, (long)ChangeKind.SourceAdded, "The Post", null, "Anna"),
                (20, (long)ChangeKind.SourcesImported, "", "2", "Anna"),
                (20, (long)ChangeKind.SourcePaused, "The Post", null, "Anna"),
                (20, (long)ChangeKind.SourceResumed, "The Post", null, "Anna"),
                (20, (long)ChangeKind.SourceRemoved, "The Post", null, "Anna"),
            ],
            changes);
    }

    [Fact]
    public async Task The_list_shows_ones_own_sources_first_and_nobody_elses()
    {
        await Sources.AddAsync(Operator, Feed("all", "A wire"), Ct);
        await Sources.AddAsync(Anna, Feed("own", "Zeta"), Ct);
        await Sources.AddAsync(Ben, Feed("other", "Beta"), Ct);

        var list = await Sources.ListAsync(Harbour, 0, 10, Ct);

        Assert.Equal(["Zeta", "A wire"], list.Items.Select(source => source.Name));
        Assert.Equal(2, list.Total);
        Assert.Empty(await Sources.FindAsync(Harbour, "beta", 5, Ct));
    }

    [Theory]
    [InlineData("post")]
    [InlineData("The Post")]
    [InlineData("https://post.example/feed")]
    [InlineData("post.example/feed/")]
    [InlineData("1")]
    public async Task A_source_is_found_by_number_name_or_address(string typed)
    {
        await Sources.AddAsync(Anna, Post("The Post"), Ct);
        await Sources.AddAsync(Anna, Feed("x", "Another"), Ct);

        Assert.Equal("The Post", Assert.Single(await Sources.FindAsync(Harbour, typed, 5, Ct)).Name);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("")]
    [InlineData("'; drop table sources; --")]
    public async Task What_means_no_source_finds_none(string typed)
    {
        await Sources.AddAsync(Anna, Post("The Post"), Ct);

        Assert.Empty(await Sources.FindAsync(Harbour, typed, 5, Ct));
    }

    [Fact]
    public async Task Citations_carry_the_askers_name_for_a_source_and_no_community_renames_it_for_others()
    {
        var source = (await Sources.AddAsync(Anna, Post("The Post") with { Name = "Lies daily" }, Ct)).Source!.Id;
        await Sources.AddAsync(Ben, Post("The Post"), Ct);
        await Writer.AddAsync(source, [new News("Pier", "“It stays,” said Ilse Varga.").Person("Ilse Varga").Said("“It stays,”", "Ilse Varga").Build()], Ct);

        async Task<string[]> OutletsAsync(CommunityId asker) =>
        [
            .. (await Articles.LatestAsync(asker, null, new ArticleFilter(), 0, 5, Ct)).Items.Select(hit => hit.Citation.Outlet),
            .. (await Quotes.SaidAsync(asker, "it stays", new QuoteFilter(), 0, 5, Ct)).Items.Select(hit => hit.Citation.Outlet),
        ];
        Assert.Equal(["Lies daily", "Lies daily"], await OutletsAsync(Harbour));
        Assert.Equal(["The Post", "The Post"], await OutletsAsync(Valley));
        Assert.Single((await Articles.LatestAsync(Harbour, null, new ArticleFilter { Source = "lies" }, 0, 5, Ct)).Items);
        Assert.Empty((await Articles.LatestAsync(Valley, null, new ArticleFilter { Source = "lies" }, 0, 5, Ct)).Items);
    }

    [Fact]
    public async Task A_withdrawn_article_and_its_quotes_say_so()
    {
        var source = (await Sources.AddAsync(Anna, Post("The Post"), Ct)).Source!.Id;
        await Writer.AddAsync(source, [new News("Pier", "“It stays,” said Ilse Varga.").Person("Ilse Varga").Said("“It stays,”", "Ilse Varga").Build()], Ct);

        await Database.WriteAsync(connection => connection.ExecuteAsync("update articles set withdrawn_at = 1000"), Ct);

        var at = DateTimeOffset.FromUnixTimeSeconds(1);
        Assert.Equal(at, Assert.Single((await Articles.LatestAsync(Harbour, null, new ArticleFilter(), 0, 5, Ct)).Items).Citation.WithdrawnAt);
        Assert.Equal(at, Assert.Single((await Quotes.SaidAsync(Harbour, "it stays", new QuoteFilter(), 0, 5, Ct)).Items).Citation.WithdrawnAt);
    }

    private async Task<FollowedSource> OneAsync(CommunityId asker) => Assert.Single((await Sources.ListAsync(asker, 0, 10, Ct)).Items);

    private Task<long> CountAsync(string sql) => Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(sql), Ct);

    private static NewSource Post(string title) => new(new Uri("https://post.example/feed"), SourceKind.Feed, title);

    private static NewSource Feed(string host, string? title = null) => new(new Uri($"https://{host}.example/feed"), SourceKind.Feed, title);
}
