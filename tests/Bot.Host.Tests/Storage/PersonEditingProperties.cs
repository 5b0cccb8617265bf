using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Sqlite;
using Bot.Host.Tests.Storage.Sqlite;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Storage;

/// <summary>After any merges, splits, undos, new and changed articles an archive is as if its articles had been read that way at first.</summary>
public sealed class PersonEditingProperties : IDisposable
{
    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    private readonly TemporaryArchive _edited = new();
    private readonly TemporaryArchive _fresh = new();
    private readonly TemporaryArchive _plain = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _edited.Dispose();
        _fresh.Dispose();
        _plain.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Every_count_is_that_of_an_archive_read_that_way_at_first_and_undoing_all_leaves_no_trace(int seed)
    {
        using var database = await OpenAsync(_edited);
        var model = new PersonEditingModel();
        var random = new Random(seed);
        await FillAsync(database, model, model.CardOf);
        for (var step = 0; step < 40; step++)
        {
            await StepAsync(database, model, random);
        }

        using var fresh = await OpenAsync(_fresh);
        await FillAsync(fresh, model, model.CardOf);
        Assert.Equal(
            await EditedArchive.DumpAsync(fresh, Labels(model), withKeys: false, Ct),
            await EditedArchive.DumpAsync(database, await LabelsAsync(database, model), withKeys: false, Ct));

        var editing = new StoredPersonEditing(database, Clock);
        while ((await editing.UndoAsync(Operator, null, Ct)).Undone is not null)
        {
            model.Edits.Clear();
        }

        using var plain = await OpenAsync(_plain);
        await FillAsync(plain, model, model.CardOf);
        Assert.Equal(
            await EditedArchive.DumpAsync(plain, Labels(model), withKeys: true, Ct),
            await EditedArchive.DumpAsync(database, Labels(model), withKeys: true, Ct));
        Assert.Empty((await new ArchiveCheck(database).RunAsync(Ct)).Problems);
    }

    private static Task StepAsync(IDatabase database, PersonEditingModel model, Random random) => random.Next(8) switch
    {
        < 3 => AddAsync(database, model, random),
        3 => RemoveAsync(database, model, random),
        4 or 5 => MergeAsync(database, model, random),
        6 => SplitAsync(database, model, random),
        _ => UndoAsync(database, model, random),
    };

    // A new article, or another text of one that is there.
    private static async Task AddAsync(IDatabase database, PersonEditingModel model, Random random)
    {
        var article = (Outlet: random.GetItems(PersonEditingModel.Outlets, 1)[0], Number: random.Next(12));
        var names = PersonEditingModel.Names.Where(_ => random.Next(5) < 2).DefaultIfEmpty(PersonEditingModel.Names[0]).ToArray();
        await StoreAsync(database, article.Outlet, PersonEditingModel.Write(article, names, PersonEditingModel.KeyOf));
        model.Articles[article] = names;
        await LearnAsync(database, model, article);
    }

    // Which of the people of one name an article means is decided by its company: only whether that is kept is the question here.
    private static async Task LearnAsync(IDatabase database, PersonEditingModel model, (string Outlet, int Number) article)
    {
        var labels = await LabelsAsync(database, model);
        var keys = (await database.ReadAsync(
            connection => connection.QueryAsync<string>(
                """
                select p.key
                from articles a
                join sources s on s.id = a.source_id
                join quotes q on q.article_id = a.id
                join persons p on p.id = q.person_id
                where s.name = @Outlet and a.key = @Key
                order by q.id
                """,
                new { article.Outlet, Key = $"https://{article.Number}.example/" }),
            Ct)).AsList();
        foreach (var (name, key) in model.Articles[article].Zip(keys))
        {
            model.Chosen.Remove((article, name));
            if (model.CardOf(article, name) != labels[key])
            {
                model.Choose(article, name, labels[key]);
            }
        }
    }

    private static async Task RemoveAsync(IDatabase database, PersonEditingModel model, Random random)
    {
        var article = (Outlet: random.GetItems(PersonEditingModel.Outlets, 1)[0], Number: random.Next(12));
        await new ArchiveWriter(database, Clock).RemoveArticlesAsync(
            CommunityId.DefaultSet, article.Outlet, [$"https://{article.Number}.example/"], Ct);
        model.Articles.Remove(article);
    }

    private static async Task MergeAsync(IDatabase database, PersonEditingModel model, Random random)
    {
        var cards = Cards(model);
        if (cards.Count < 2)
        {
            return;
        }

        var (person, into) = (cards[random.Next(cards.Count)], cards[random.Next(cards.Count)]);
        var edit = await new StoredPersonEditing(database, Clock).MergeAsync(
            Operator, await IdAsync(database, model, person), await IdAsync(database, model, into), Ct);
        Assert.Equal(person == into, edit is null);
        if (edit is not null)
        {
            model.Edits.Add(new PersonEditingModel.Edit(edit.Id, person, into, [], []));
        }
    }

    private static async Task SplitAsync(IDatabase database, PersonEditingModel model, Random random)
    {
        var cards = Cards(model);
        if (cards.Count == 0)
        {
            return;
        }

        var person = cards[random.Next(cards.Count)];
        var taken = model.Naming(person).Where(_ => random.Next(2) == 0).ToHashSet();
        var ids = await ArticlesAsync(database, taken);
        var outcome = await new StoredPersonEditing(database, Clock).SplitAsync(
            Operator, await IdAsync(database, model, person), new PersonSplit { Articles = ids }, Ct);
        if (outcome.Edit is { } edit)
        {
            var names = taken.SelectMany(article => model.Articles[article].Where(name => model.CardOf(article, name) == person)).ToHashSet();
            model.Edits.Add(new PersonEditingModel.Edit(edit.Id, person, null, taken, names));
        }
    }

    private static async Task UndoAsync(IDatabase database, PersonEditingModel model, Random random)
    {
        if (model.Edits.Count > 0)
        {
            var edit = model.Edits[random.Next(model.Edits.Count)];
            var outcome = await new StoredPersonEditing(database, Clock).UndoAsync(Operator, edit.Number, Ct);
            model.Edits.RemoveAll(other => outcome.Undone?.Id == other.Number);
        }
    }

    private static List<string> Cards(PersonEditingModel model) =>
        [.. model.Articles.SelectMany(article => article.Value.Select(name => model.CardOf(article.Key, name))).Distinct().Order(StringComparer.Ordinal)];

    private static async Task FillAsync(IDatabase database, PersonEditingModel model, Func<(string, int), string, string> cardOf)
    {
        // The first article of every outlet comes first, so that all archives number the outlets alike.
        foreach (var ((outlet, number), names) in model.Articles)
        {
            await StoreAsync(
                database, outlet, PersonEditingModel.Write((outlet, number), names, name => PersonEditingModel.KeyOf(cardOf((outlet, number), name))));
        }
    }

    private static async Task StoreAsync(IDatabase database, string outlet, UnderstoodArticle article)
    {
        var writer = new ArchiveWriter(database, Clock);
        await writer.AddAsync(await writer.EnsureSourceAsync(CommunityId.DefaultSet, outlet, Ct), [article], Ct);
    }

    private static async Task<PersonId> IdAsync(IDatabase database, PersonEditingModel model, string card)
    {
        var split = model.Edits.Find(edit => edit.Other is null && edit.New == card);
        return new PersonId(await database.ReadAsync(
            connection => split is null
                ? connection.ExecuteScalarAsync<long>("select id from persons where key = @Key", new { Key = PersonEditingModel.KeyOf(card) })
                : connection.ExecuteScalarAsync<long>("select other_id from person_edits where id = @Number", new { split.Number }),
            Ct));
    }

    private static async Task<IReadOnlyList<ArticleId>> ArticlesAsync(IDatabase database, HashSet<(string Outlet, int Number)> articles)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(long Id, string Outlet, string Key)>("select a.id, s.name, a.key from articles a join sources s on s.id = a.source_id"), Ct);
        return [.. rows.Where(row => articles.Any(article => article.Outlet == row.Outlet && row.Key == $"https://{article.Number}.example/")).Select(row => new ArticleId(row.Id))];
    }

    private static Dictionary<string, string> Labels(PersonEditingModel model) =>
        PersonEditingModel.Names.Concat(model.Edits.Select(edit => edit.New)).Distinct().ToDictionary(PersonEditingModel.KeyOf, name => name);

    private static async Task<Dictionary<string, string>> LabelsAsync(IDatabase database, PersonEditingModel model)
    {
        var labels = PersonEditingModel.Names.ToDictionary(PersonEditingModel.KeyOf, name => name);
        foreach (var split in model.Edits.Where(edit => edit.Other is null))
        {
            var key = await database.ReadAsync(
                connection => connection.ExecuteScalarAsync<string>(
                    "select p.key from person_edits e join persons p on p.id = e.other_id where e.id = @Number", new { split.Number }),
                Ct);
            labels[key!] = split.New;
        }

        return labels;
    }

    private static async Task<SqliteDatabase> OpenAsync(TemporaryArchive archive)
    {
        var database = new SqliteDatabase(archive.File);
        await new Migrator(database, Clock).MigrateAsync(Ct);
        return database;
    }
}
