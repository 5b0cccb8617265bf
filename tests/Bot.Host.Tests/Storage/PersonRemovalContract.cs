using Bot.Digest.Ports;
using Bot.Host.Ingestion;
using Bot.Host.Storage;
using Bot.Host.Storage.Editing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do when an operator takes somebody away for good.</summary>
public abstract class PersonRemovalContract : StorageContract
{
    private static readonly CommunityId Asker = CommunityId.DefaultSet;
    private static readonly Editor Operator = new(Asker, "terminal");

    private static readonly string[] Typed = ["Ilse Varga", "ilse-varga", "Varga", "varga", "i varga", "Ilse Vargo", "Ilse Varga-Holm", "ilse-varga-holm"];

    /// <summary>Tables that hold words of the articles themselves, which stay.</summary>
    private static readonly string[] OfArticles = ["articles", "paragraphs", "old_revisions", "story_articles"];

    /// <summary>A statement that gives the table and the name of each column there is.</summary>
    protected abstract string Columns { get; }

    private StoredPersonEditing Editing => new(Database, Clock);

    [Fact]
    public async Task Nobody_is_found_by_the_name_and_what_was_said_stands_without_one()
    {
        await StoreAsync(Asker, "Norrmark Post", Pier(1), Pier(2));
        await StoreAsync(Asker, "Coast Wire", Pier(3));

        await Editing.RemoveAsync(Operator, await PersonAsync("Ilse Varga"), Ct);

        await AssertGoneAsync();
        var quotes = await Quotes.InArticlesAsync(Asker, [new(1), new(2), new(3)], Ct);
        Assert.Equal(6, quotes.Count);
        Assert.Equal([null, "Omar Feld"], quotes.Select(quote => quote.Speaker).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(3, (await Articles.SearchAsync(Asker, "pier", new ArticleFilter(), 0, 9, Ct)).Items.Sum(hit => 1 + (hit.Story?.Others ?? 0)));
        Assert.Null(Assert.Single((await Quotes.SaidAsync(Asker, "pier 1 stays", new QuoteFilter(), 0, 9, Ct)).Items).Speaker);
        Assert.Equal(3, (await Quotes.OfPersonAsync(Asker, new QuoteFilter { By = await PersonAsync("Omar Feld") }, 0, 9, Ct)).Total);
    }

    [Fact]
    public async Task Her_name_makes_no_card_again_in_new_revised_reread_or_returning_articles()
    {
        await StoreAsync(Asker, "Norrmark Post", Pier(1), Pier(2));
        await Editing.RemoveAsync(Operator, await PersonAsync("Ilse Varga"), Ct);

        await StoreAsync(Asker, "Norrmark Post", Pier(1, "Another first line."), Pier(4));
        await AssertGoneAsync();

        await Database.WriteAsync(connection => connection.ExecuteAsync("update articles set understanding = 0"), Ct);
        await new Rereading(new StoredRereading(Database, Clock), NullLogger<Rereading>.Instance).RunAsync(Ct);
        await AssertGoneAsync();

        await Writer.RemoveSourceAsync(Asker, "Norrmark Post", Ct);
        await StoreAsync(Asker, "Norrmark Post", Pier(1), Pier(2));
        await AssertGoneAsync();
    }

    [Fact]
    public async Task All_names_that_were_merged_into_the_card_go_with_it()
    {
        await StoreAsync(Asker, "Norrmark Post", Pier(1));
        await StoreAsync(Asker, "Coast Wire", Pier(2, name: "Ilse Varga-Holm"));
        await Editing.MergeAsync(Operator, await PersonAsync("Ilse Varga-Holm"), await PersonAsync("Ilse Varga"), Ct);
        await Editing.RenameAsync(Operator, await PersonAsync("Ilse Varga"), "Ilse Varga of Norrmark", Ct);
        await Editing.NoteAsync(Operator, await PersonAsync("Ilse Varga"), "Ilse Varga, the minister", Ct);

        await Editing.RemoveAsync(Operator, await PersonAsync("Ilse Varga"), Ct);
        await StoreAsync(Asker, "Coast Wire", Pier(3, name: "Ilse Varga-Holm"));

        await AssertGoneAsync();
        Assert.Empty(await People.FindAsync(Asker, "Ilse Varga of Norrmark", 5, Ct));
    }

    [Fact]
    public async Task A_removal_cannot_be_taken_back_and_the_audit_does_not_say_who_it_was()
    {
        await StoreAsync(Asker, "Norrmark Post", Pier(1));

        var edit = await Editing.RemoveAsync(Operator, await PersonAsync("Ilse Varga"), Ct);

        Assert.Equal((PersonEditKind.Removed, "terminal"), (edit.Kind, edit.By));
        Assert.Null((await Editing.UndoAsync(Operator, edit.Id, Ct)).Undone);
        Assert.Null((await Editing.UndoAsync(Operator, null, Ct)).Undone);
        var audit = Assert.Single((await new StoredAudit(Database).HistoryAsync(Asker, null, 0, 9, Ct)).Items);
        Assert.DoesNotContain("varga", audit.ToString(), StringComparison.OrdinalIgnoreCase);
        await AssertGoneAsync();
    }

    /// <summary>Stopped after any piece of work, even before the second article, the name is gone at once, and the next start finishes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task A_removal_that_was_stopped_hides_her_at_once_and_is_finished_later(int readings)
    {
        await StoreAsync(Asker, "Norrmark Post", [.. Enumerable.Range(1, 6).Select(number => Pier(number))]);
        var person = await PersonAsync("Ilse Varga");
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new StoredPersonEditing(Database, new HaltingClock(readings, stop)).RemoveAsync(Operator, person, stop.Token));

        Assert.Empty(await People.FindAsync(Asker, "Ilse Varga", 5, Ct));
        Assert.DoesNotContain((await Quotes.InArticlesAsync(Asker, [.. Enumerable.Range(1, 6).Select(id => new ArticleId(id))], Ct)), quote => quote.Speaker == "Ilse Varga");

        await Editing.FinishAsync(Ct);

        await AssertGoneAsync();
    }

    [Fact]
    public async Task A_namesake_keeps_what_it_has()
    {
        await StoreAsync(Asker, "Norrmark Post", Pier(1));
        await StoreAsync(Asker, "Coast Wire", Pier(2), Pier(3));
        await Editing.SplitAsync(Operator, await PersonAsync("Ilse Varga"), new PersonSplit { Source = "Norrmark Post" }, Ct);
        var (first, second) = ((await People.FindAsync(Asker, "ilse-varga", 5, Ct))[0], (await People.FindAsync(Asker, "ilse-varga-2", 5, Ct))[0]);

        await Editing.RemoveAsync(Operator, second.Id, Ct);

        Assert.Equal(first.Id, Assert.Single(await People.FindAsync(Asker, "Ilse Varga", 5, Ct)).Id);
        Assert.Equal(2, (await People.CardAsync(Asker, first.Id, Ct))!.Quotes);
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    private static News Pier(int number, string first = "The pier was closed.", string name = "Ilse Varga") =>
        new News($"Pier {number} stays", $"{first}\n“Pier {number} stays,” said {name}, the minister. Varga said no more on Monday.\n“We built it,” said Omar Feld.")
            .Address($"https://post.example/{number}").Person(name, "minister", "Varga").Person("Omar Feld")
            .Said($"“Pier {number} stays,”", name).Said("“We built it,”", "Omar Feld").Dated("Varga said no more on Monday.", "Monday", new DateOnly(2026, 5, 11));

    private async Task AssertGoneAsync()
    {
        foreach (var typed in Typed)
        {
            Assert.Empty(await People.FindAsync(Asker, typed, 5, Ct));
        }

        Assert.Empty(await People.CompleteAsync(Asker, "var", 5, Ct));
        Assert.Empty(await People.CompleteAsync(Asker, "ilse", 5, Ct));
        Assert.Empty(await KeptAsync());
        Assert.Empty((await new ArchiveCheck(Database).RunAsync(Ct)).Problems);
    }

    /// <summary>Where the name still stands beside the articles' own texts.</summary>
    private Task<IReadOnlyList<string>> KeptAsync() => Database.ReadAsync<IReadOnlyList<string>>(
        async connection =>
        {
            var kept = new List<string>();
            foreach (var (table, column) in (await connection.QueryAsync<(string Table, string Column)>(Columns)).Where(column => !OfArticles.Contains(column.Table)))
            {
                if (await connection.ExecuteScalarAsync<bool>($"select exists (select 1 from {table} where cast(\"{column}\" as text) like '%varga%')"))
                {
                    kept.Add($"{table}.{column}");
                }
            }

            return kept;
        },
        Ct);
}
