using Bot.Digest.Ports;
using Bot.Host.Storage;
using Dapper;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must keep of the live window, so that each process decides as any other would.</summary>
public abstract class StoryWindowContract : StorageContract
{
    private static readonly CommunityId Everyone = CommunityId.DefaultSet;

    [Fact]
    public async Task A_process_that_is_started_anew_after_each_article_decides_as_one_that_runs_on()
    {
        var writer = Writer;
        var source = await writer.EnsureSourceAsync(Everyone, "Norrmark Post", Ct);
        await writer.AddAsync(source, [.. Stream().Select(news => news.Build())], Ct);
        var running = await StoriesAsync();
        await Writer.RemoveSourceAsync(Everyone, "Norrmark Post", Ct);

        source = await Writer.EnsureSourceAsync(Everyone, "Norrmark Post", Ct);
        foreach (var news in Stream())
        {
            await Writer.AddAsync(source, [news.Build()], Ct);
        }

        Assert.Equal(Renumbered(running), Renumbered(await StoriesAsync()));
        Assert.InRange(running.Distinct().Count(), 2, running.Count / 2);
    }

    [Fact]
    public async Task Two_processes_that_take_turns_know_what_the_other_decided()
    {
        var (first, second) = (Writer, Writer);
        var source = await first.EnsureSourceAsync(Everyone, "Norrmark Post", Ct);
        foreach (var (number, news) in Stream().Index())
        {
            await (number % 2 == 0 ? first : second).AddAsync(source, [news.Build()], Ct);
        }

        var turns = await StoriesAsync();
        await first.RemoveSourceAsync(Everyone, "Norrmark Post", Ct);
        source = await first.EnsureSourceAsync(Everyone, "Norrmark Post", Ct);
        await second.AddAsync(source, [.. Stream().Select(news => news.Build())], Ct);

        Assert.Equal(Renumbered(turns), Renumbered(await StoriesAsync()));
    }

    [Fact]
    public async Task An_article_that_was_taken_out_draws_no_other_to_its_story()
    {
        var writer = Writer;
        var source = await writer.EnsureSourceAsync(Everyone, "Norrmark Post", Ct);
        var gone = Stream()[0].Build();
        await writer.AddAsync(source, [gone], Ct);
        var before = Assert.Single(await StoriesAsync());

        await Writer.RemoveArticlesAsync(Everyone, "Norrmark Post", [gone.Article.Key], Ct);
        source = await writer.EnsureSourceAsync(Everyone, "Norrmark Post", Ct);
        await writer.AddAsync(source, [Stream()[0].Build()], Ct);

        Assert.NotEqual(before, Assert.Single(await StoriesAsync()));
    }

    [Fact]
    public async Task What_a_failed_call_had_decided_is_forgotten()
    {
        var writer = Writer;
        var source = await writer.EnsureSourceAsync(Everyone, "Norrmark Post", Ct);
        await Database.WriteAsync(connection => connection.ExecuteAsync(
            "create trigger refuse before insert on paragraphs when new.text like 'The council%' begin select raise(abort, 'no'); end"), Ct);
        var stream = Stream();
        await Assert.ThrowsAnyAsync<Exception>(() => writer.AddAsync(source, [stream[0].Build(), new News("Council", "The council met.").Build()], Ct));

        await writer.AddAsync(source, [stream[1].Build(), stream[2].Build()], Ct);

        Assert.Equal([1L, 1L], await StoriesAsync());
        Assert.Equal("", await Database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("select joined from story_articles order by article_id limit 1"), Ct));
        Assert.Equal(2, await Database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from story_window"), Ct));
    }

    [Fact]
    public async Task A_new_revision_stays_in_its_story()
    {
        await StoreAsync(Everyone, "Norrmark Post", Stream()[0].Address("https://post.example/1"), Stream()[1]);
        var before = await StoriesAsync();

        var outcomes = await StoreAsync(Everyone, "Norrmark Post", new News("Chess", "A chess club opens in Lind, and nothing else is told here.").Address("https://post.example/1"));

        Assert.Equal([AddOutcome.Revised], outcomes);
        Assert.Equal(before, await StoriesAsync());
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    private Task<List<long>> StoriesAsync() => Database.ReadAsync(
        async connection => (await connection.QueryAsync<long>("select story_id from story_articles order by article_id")).AsList(), Ct);

    /// <summary>Stories by the order in which they come: only who is with whom counts.</summary>
    private static List<int> Renumbered(List<long> stories) => stories.ConvertAll(story => stories.IndexOf(story));

    private static List<News> Stream()
    {
        (string Subject, string[] Words)[] happenings =
        [
            ("East pier of Norrmark", ["harbour", "divers", "cracks", "ferries", "berths"]),
            ("Paper mill at Tarn", ["blaze", "boilers", "foremen", "smoke", "insurers"]),
            ("Night trams in Lind", ["rails", "timetables", "conductors", "tickets", "depots"]),
        ];
        return [.. happenings.SelectMany(happening => happening.Words.Select((word, day) => new News(
            $"{happening.Subject} and its {word}",
            $"{happening.Subject} has {word} and {happening.Words[(day + 1) % 5]} to show.\nNobody counts the {happening.Words[(day + 2) % 5]} there.")))];
    }
}
