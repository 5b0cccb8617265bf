using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Sqlite;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Storage;

/// <summary>
/// What operators decided about people holds for articles that are taken out and read again: two archives get the same articles and the
/// same decisions, and in one of them articles leave and come back all the time.
/// </summary>
public sealed class TakenOutArticlesProperties : IDisposable
{
    private const int Steps = 25;

    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
    private static readonly string[] Outlets = ["Norrmark Post", "Kanal Öst", "Coast Wire"];
    private static readonly string[] Companions = ["Ilse Varga", "Petra Sand", "Nora Hessel"];
    private static readonly string?[] Roles = [null, null, "goalkeeper", "mayor", "surgeon"];

    private readonly TemporaryArchive _calmFile = new();
    private readonly TemporaryArchive _restlessFile = new();
    private readonly Dictionary<(string Outlet, int Number), News> _articles = [];
    private readonly Dictionary<(string Outlet, int Number), News> _changed = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _calmFile.Dispose();
        _restlessFile.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whoever_an_article_meant_is_meant_when_it_comes_again(int seed)
    {
        using var calm = await OpenAsync(_calmFile);
        using var restless = await OpenAsync(_restlessFile);
        var random = new Random(seed);
        await BeginAsync(calm, restless, random);
        for (var step = 0; step < Steps; step++)
        {
            await StepAsync(calm, restless, random);
            await DisturbAsync(restless, random);
            Assert.Equal(await DumpAsync(calm), await DumpAsync(restless));
        }

        while ((await new StoredPersonEditing(calm, Clock).UndoAsync(Operator, null, Ct)).Undone is not null)
        {
            await new StoredPersonEditing(restless, Clock).UndoAsync(Operator, null, Ct);
            Assert.Equal(await DumpAsync(calm), await DumpAsync(restless));
        }

        Assert.Empty((await new ArchiveCheck(restless).RunAsync(Ct)).Problems);
    }

    // From the first merge on both names are decided about; before it roles and company alone would say who is meant.
    private async Task BeginAsync(IDatabase calm, IDatabase restless, Random random)
    {
        var (jonas, jon) = (Write(("Norrmark Post", 98), "Jonas Brek", random), Write(("Norrmark Post", 99), "Jon Brek", random));
        foreach (var database in (IDatabase[])[calm, restless])
        {
            await StoreAsync(database, "Norrmark Post", jonas);
            await StoreAsync(database, "Norrmark Post", jon);
            await MergeAsync(database, "jon brek", "jonas brek");
            await new StoredPersonEditing(database, Clock).UndoAsync(Operator, null, Ct);
        }
    }

    private async Task StepAsync(IDatabase calm, IDatabase restless, Random random)
    {
        var cards = await CardsAsync(calm);
        var (person, other) = (cards[random.Next(cards.Count)], cards[random.Next(cards.Count)]);
        switch (random.Next(8))
        {
            case < 4:
                var article = (Outlet: random.GetItems(Outlets, 1)[0], Number: random.Next(20));
                var news = Write(article, random.Next(3) == 0 ? "Jon Brek" : "Jonas Brek", random);
                await BothAsync(calm, restless, database => StoreAsync(database, article.Outlet, news));
                break;
            case 4:
                await BothAsync(calm, restless, database => MergeAsync(database, person, other));
                break;
            case 5 or 6:
                var way = random.Next(3);
                var keys = _articles.Keys.Where(_ => random.Next(2) == 0).ToHashSet();
                var (role, outlet) = (random.GetItems(Roles, 1)[0] ?? "mayor", random.GetItems(Outlets, 1)[0]);
                await BothAsync(calm, restless, async database => await new StoredPersonEditing(database, Clock).SplitAsync(
                    Operator,
                    await IdAsync(database, person),
                    way switch
                    {
                        0 => new PersonSplit { Role = role },
                        1 => new PersonSplit { Source = outlet },
                        _ => new PersonSplit { Articles = await IdsAsync(database, keys) },
                    },
                    Ct));
                break;
            default:
                await BothAsync(calm, restless, database => new StoredPersonEditing(database, Clock).UndoAsync(Operator, null, Ct));
                break;
        }
    }

    /// <summary>Some articles are taken out and stored again, revised there and back, or read again by a newer program.</summary>
    private async Task DisturbAsync(IDatabase database, Random random)
    {
        var chosen = _articles.Keys.Where(_ => random.Next(3) == 0).ToArray();
        random.Shuffle(chosen);
        var way = random.Next(3);
        if (way == 0)
        {
            foreach (var article in chosen)
            {
                await new ArchiveWriter(database, Clock).RemoveArticlesAsync(CommunityId.DefaultSet, article.Outlet, [KeyOf(article.Number)], Ct);
            }
        }

        foreach (var article in chosen)
        {
            if (way == 2)
            {
                await RereadAsync(database, article);
                continue;
            }

            if (way == 1)
            {
                await StoreAsync(database, article.Outlet, _changed[article]);
            }

            await StoreAsync(database, article.Outlet, _articles[article]);
        }
    }

    private async Task RereadAsync(IDatabase database, (string Outlet, int Number) article)
    {
        var id = Assert.Single(await IdsAsync(database, [article]));
        await database.WriteAsync(connection => connection.ExecuteAsync("update articles set understanding = 0 where id = @Id", new { Id = id.Value }), Ct);
        var built = _articles[article].Build();
        await new StoredRereading(database, Clock).StoreAsync([new RereadArticle(id, built.Article.Hash, built)], Ct);
    }

    private News Write((string Outlet, int Number) article, string name, Random random)
    {
        var role = random.GetItems(Roles, 1)[0];
        var company = Companions.Where(_ => random.Next(2) == 0).ToArray();
        News Build(string end)
        {
            var news = new News(
                $"News {article.Number}",
                $"“Words {article.Number},” said {name}{(role is null ? "" : ", " + role)}.\n{string.Join(" and ", company.Append(name))} left. {end}")
                .At(2026, 5, 1 + article.Number % 28, article.Number % 24).Address(KeyOf(article.Number))
                .Person(name, role).Said($"“Words {article.Number},”", name);
            return company.Aggregate(news, (built, companion) => built.Person(companion));
        }

        _changed[article] = Build("It rained.");
        return _articles[article] = Build("It snowed.");
    }

    private static string KeyOf(int number) => $"https://{number}.example/";

    private static async Task BothAsync(IDatabase calm, IDatabase restless, Func<IDatabase, Task> change)
    {
        await change(calm);
        await change(restless);
    }

    private static async Task StoreAsync(IDatabase database, string outlet, News news)
    {
        var writer = new ArchiveWriter(database, Clock);
        await writer.AddAsync(await writer.EnsureSourceAsync(CommunityId.DefaultSet, outlet, Ct), [news.Build()], Ct);
    }

    private static async Task MergeAsync(IDatabase database, string person, string into) => await new StoredPersonEditing(database, Clock).MergeAsync(
        Operator, await IdAsync(database, person), await IdAsync(database, into), Ct);

    // People by their keys: whoever was forgotten meanwhile came again under another number.
    private static async Task<IReadOnlyList<string>> CardsAsync(IDatabase database) => [.. await database.ReadAsync(
        connection => connection.QueryAsync<string>(
            "select key from persons p where key like '%brek%' and card_id is null and exists (select 1 from person_sources s where s.person_id = p.id) order by key"),
        Ct)];

    private static async Task<PersonId> IdAsync(IDatabase database, string key) =>
        new(await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("select id from persons where key = @Key", new { Key = key }), Ct));

    private static async Task<IReadOnlyList<ArticleId>> IdsAsync(IDatabase database, HashSet<(string Outlet, int Number)> articles)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(long Id, string Outlet, string Key)>("select a.id, s.name, a.key from articles a join sources s on s.id = a.source_id"), Ct);
        return [.. rows.Where(row => articles.Any(article => article.Outlet == row.Outlet && row.Key == KeyOf(article.Number))).Select(row => new ArticleId(row.Id))];
    }

    private static Task<IReadOnlyList<string>> DumpAsync(IDatabase database) =>
        EditedArchive.DumpAsync(database, new Dictionary<string, string>(), withKeys: true, Ct);

    private static async Task<SqliteDatabase> OpenAsync(TemporaryArchive archive)
    {
        var database = new SqliteDatabase(archive.File);
        await new Migrator(database, Clock).MigrateAsync(Ct);
        return database;
    }
}
