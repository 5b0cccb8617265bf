using Bot.Digest.People;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Editing;
using Dapper;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must do when operators correct who is who.</summary>
public abstract class PersonEditingContract : StorageContract
{
    private static readonly CommunityId Asker = CommunityId.DefaultSet;
    private static readonly Editor Operator = new(CommunityId.DefaultSet, "terminal");

    private StoredPersonEditing Editing => new(Database, Clock);

    [Fact]
    public async Task A_merged_person_is_one_card_under_both_names_and_in_later_articles_too()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1));
        await StoreAsync(Asker, "Coast Wire", Brek("Jon Brek", 2));

        var edit = await Editing.MergeAsync(Operator, await PersonAsync("Jon Brek"), await PersonAsync("Jonas Brek"), Ct);
        await StoreAsync(Asker, "Coast Wire", Brek("Jon Brek", 3));

        Assert.Equal(("jon-brek", "jonas-brek"), (edit!.Person, edit.Other));
        foreach (var typed in (string[])["Jonas Brek", "jonas-brek", "Jon Brek", "jon-brek"])
        {
            var found = Assert.Single(await People.FindAsync(Asker, typed, 5, Ct));
            Assert.Equal(("jonas-brek", 3, 3), (found.Slug, found.Quotes, found.Mentions));
        }

        Assert.Equal(3, (await Quotes.OfPersonAsync(Asker, new QuoteFilter { By = await PersonAsync("Jon Brek") }, 0, 10, Ct)).Total);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task Copies_of_a_statement_under_two_names_are_one_after_a_merge_and_two_again_when_it_is_taken_back()
    {
        await StoreAsync(Asker, "Norrmark Post", Pier("Jonas Brek", 1));
        await StoreAsync(Asker, "Coast Wire", Pier("Jon Brek", 2));
        await Editing.MergeAsync(Operator, await PersonAsync("Jon Brek"), await PersonAsync("Jonas Brek"), Ct);

        var merged = await Quotes.OfPersonAsync(Asker, new QuoteFilter { By = await PersonAsync("Jonas Brek") }, 0, 10, Ct);
        await Editing.UndoAsync(Operator, null, Ct);
        var parted = await Quotes.OfPersonAsync(Asker, new QuoteFilter { By = await PersonAsync("Jonas Brek") }, 0, 10, Ct);

        Assert.Equal((1, 1), (merged.Total, Assert.Single(merged.Items).MorePublishers));
        Assert.Equal((1, 0), (parted.Total, Assert.Single(parted.Items).MorePublishers));
    }

    [Fact]
    public async Task A_merge_outlives_the_removal_of_every_article_and_holds_when_they_come_again()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1));
        await StoreAsync(Asker, "Coast Wire", Brek("Jon Brek", 2));
        await Editing.MergeAsync(Operator, await PersonAsync("Jon Brek"), await PersonAsync("Jonas Brek"), Ct);

        await Writer.RemoveSourceAsync(Asker, "Coast Wire", Ct);
        await Writer.RemoveSourceAsync(Asker, "Norrmark Post", Ct);
        await StoreAsync(Asker, "Coast Wire", Brek("Jon Brek", 2));

        Assert.Equal("jonas-brek", Assert.Single(await People.FindAsync(Asker, "Jon Brek", 5, Ct)).Slug);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task Taking_a_merge_back_parts_articles_that_came_after_it_as_well()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1));
        await StoreAsync(Asker, "Coast Wire", Brek("Jon Brek", 2));
        await Editing.MergeAsync(Operator, await PersonAsync("Jon Brek"), await PersonAsync("Jonas Brek"), Ct);
        await StoreAsync(Asker, "Coast Wire", Brek("Jon Brek", 3));

        var outcome = await Editing.UndoAsync(Operator, null, Ct);

        Assert.NotNull(outcome.Undone!.UndoneAt);
        Assert.Equal((1, 2), (await MentionsAsync("Jonas Brek"), await MentionsAsync("Jon Brek")));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_split_by_role_takes_later_articles_with_that_role()
    {
        await StoreAsync(Asker, "Norrmark Post", Trustee(1, "school trustee"), Trustee(2, "bridge inspector"));

        var outcome = await Editing.SplitAsync(Operator, await PersonAsync("Jonas Brek"), new PersonSplit { Role = "Inspector" }, Ct);
        await StoreAsync(Asker, "Coast Wire", Trustee(3, "bridge inspector"), Trustee(4, "school trustee"));

        Assert.Equal((1, 1, "jonas-brek-2"), (outcome.Taken, outcome.Left, outcome.Edit!.Other));
        var found = await People.FindAsync(Asker, "Jonas Brek", 5, Ct);
        Assert.Equal(
            [("jonas-brek", "school trustee", 2), ("jonas-brek-2", "bridge inspector", 2)],
            found.Select(person => (person.Slug, person.Role ?? "", person.Mentions)).Order());
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_split_by_outlet_takes_its_later_articles_and_is_taken_back_with_them()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1));
        await StoreAsync(Asker, "Coast Wire", Brek("Jonas Brek", 2));

        await Editing.SplitAsync(Operator, await PersonAsync("Jonas Brek"), new PersonSplit { Source = "coast wire" }, Ct);
        await StoreAsync(Asker, "Coast Wire", Brek("Jonas Brek", 3));
        Assert.Equal(2, (await People.FindAsync(Asker, "jonas-brek-2", 5, Ct))[0].Mentions);
        await Editing.UndoAsync(Operator, null, Ct);

        Assert.Equal(3, Assert.Single(await People.FindAsync(Asker, "Jonas Brek", 5, Ct)).Mentions);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task Words_of_two_people_whom_a_split_parted_are_two_statements_whoever_was_printed_first()
    {
        await StoreAsync(Asker, "Norrmark Post", Pier("Jonas Brek", 1));
        await StoreAsync(Asker, "Coast Wire", Pier("Jonas Brek", 2));
        await StoreAsync(Asker, "Kanal Öst", Pier("Jonas Brek", 3));

        await Editing.SplitAsync(Operator, await PersonAsync("Jonas Brek"), new PersonSplit { Source = "Norrmark Post" }, Ct);

        var said = await Quotes.SaidAsync(Asker, "close the east pier before winter", new QuoteFilter(), 0, 10, Ct);
        Assert.Equal((2, 2), (said.Total, said.Items.Count));
        Assert.Equal([0, 1], said.Items.Select(hit => hit.MorePublishers).Order());
        Assert.Equal(2, said.Items.DistinctBy(hit => hit.Statement).Count());
    }

    [Fact]
    public async Task What_a_split_left_stays_when_it_is_taken_out_and_comes_again_whomever_the_other_is_merged_into()
    {
        await StoreAsync(Asker, "Norrmark Post", Together(1), Together(2), Brek("Nora Hessel", 3));
        await Editing.SplitAsync(Operator, await PersonAsync("Jonas Brek"), new PersonSplit { Articles = [new ArticleId(1)] }, Ct);
        await Editing.MergeAsync(Operator, await PersonAsync("jonas-brek-2"), await PersonAsync("Nora Hessel"), Ct);

        await Writer.RemoveArticlesAsync(Asker, "Norrmark Post", ["https://2.example/"], Ct);
        await StoreAsync(Asker, "Norrmark Post", Together(2));

        var found = await People.FindAsync(Asker, "Jonas Brek", 5, Ct);
        Assert.Equal([("jonas-brek", 1), ("nora-hessel", 2)], found.Select(person => (person.Slug, person.Mentions)).Order());
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_split_of_one_article_leaves_the_same_one_of_another_outlet_of_that_name()
    {
        await StoreAsync(Harbour, "Coast Wire", Brek("Jonas Brek", 1));
        await StoreAsync(Valley, "Coast Wire", Brek("Jonas Brek", 1));

        var outcome = await Editing.SplitAsync(Operator, await PersonAsync("Jonas Brek", Harbour), new PersonSplit { Articles = [new ArticleId(1)] }, Ct);

        Assert.Equal((1, 1), (outcome.Taken, outcome.Left));
        Assert.Equal("jonas-brek-2", Assert.Single(await People.FindAsync(Harbour, "Jonas Brek", 5, Ct)).Slug);
        Assert.Equal("jonas-brek", Assert.Single(await People.FindAsync(Valley, "Jonas Brek", 5, Ct)).Slug);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_split_of_one_article_says_nothing_of_an_outlet_that_gets_the_number_of_one_that_is_gone()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 2));
        await StoreAsync(Asker, "Coast Wire", Brek("Jonas Brek", 1));
        await Editing.SplitAsync(Operator, await PersonAsync("Jonas Brek"), new PersonSplit { Articles = [new ArticleId(2)] }, Ct);

        await Writer.RemoveSourceAsync(Asker, "Coast Wire", Ct);
        await StoreAsync(Asker, "Kanal Öst", Brek("Jonas Brek", 1));
        var another = await People.FindAsync(Asker, "Jonas Brek", 5, Ct);
        await Writer.RemoveSourceAsync(Asker, "Kanal Öst", Ct);
        await StoreAsync(Asker, "Coast Wire", Brek("Jonas Brek", 1));

        Assert.Equal(("jonas-brek", 2), Assert.Single(another.Select(person => (person.Slug, person.Mentions))));
        Assert.Equal(
            [("jonas-brek", 1), ("jonas-brek-2", 1)], (await People.FindAsync(Asker, "Jonas Brek", 5, Ct)).Select(person => (person.Slug, person.Mentions)).Order());
        await AssertWholeAsync();
    }

    [Fact]
    public async Task What_a_split_took_or_left_stays_so_when_an_article_that_moved_to_another_address_is_read_again()
    {
        await StoreAsync(Asker, "Norrmark Post", Together(1), Together(2));
        await Database.WriteAsync(connection => connection.ExecuteAsync("update articles set key = 'https://before.example/' || id, understanding = 0"), Ct);
        await Editing.SplitAsync(Operator, await PersonAsync("Jonas Brek"), new PersonSplit { Articles = [new ArticleId(1)] }, Ct);

        UnderstoodArticle[] built = [Together(1).Build(), Together(2).Build()];
        await new StoredRereading(Database, Clock).StoreAsync(
            [.. built.Select((article, at) => new RereadArticle(new ArticleId(at + 1), article.Article.Hash, article))], Ct);

        var found = await People.FindAsync(Asker, "Jonas Brek", 5, Ct);
        Assert.Equal([("jonas-brek", 1), ("jonas-brek-2", 1)], found.Select(person => (person.Slug, person.Mentions)).Order());
        var second = found.Single(person => person.Slug == "jonas-brek-2").Id;
        Assert.Equal(new ArticleId(1), Assert.Single((await Quotes.OfPersonAsync(Asker, new QuoteFilter { By = second }, 0, 5, Ct)).Items).Citation.Article);
    }

    [Fact]
    public async Task A_split_by_outlet_holds_when_the_outlet_comes_again_under_another_number_and_for_no_other_outlet()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1));
        await StoreAsync(Asker, "Coast Wire", Brek("Jonas Brek", 2));
        await Editing.SplitAsync(Operator, await PersonAsync("Jonas Brek"), new PersonSplit { Source = "Coast Wire" }, Ct);

        await Writer.RemoveSourceAsync(Asker, "Coast Wire", Ct);
        await StoreAsync(Asker, "Kanal Öst", Brek("Jonas Brek", 3));
        await StoreAsync(Asker, "Coast Wire", Brek("Jonas Brek", 4));

        var found = await People.FindAsync(Asker, "Jonas Brek", 5, Ct);
        Assert.Equal([("jonas-brek", 2), ("jonas-brek-2", 1)], found.Select(person => (person.Slug, person.Mentions)).Order());
    }

    [Fact]
    public async Task A_split_that_would_take_nothing_or_everything_is_none()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1));
        var brek = await PersonAsync("Jonas Brek");

        var nothing = await Editing.SplitAsync(Operator, brek, new PersonSplit { Role = "pilot" }, Ct);
        var all = await Editing.SplitAsync(Operator, brek, new PersonSplit { Source = "Norrmark Post" }, Ct);

        Assert.Equal((null, 0), (nothing.Edit, nothing.Taken));
        Assert.Equal((null, 0), (all.Edit, all.Left));
        Assert.Empty((await new StoredAudit(Database).HistoryAsync(Asker, null, 0, 5, Ct)).Items);
    }

    [Fact]
    public async Task A_renamed_person_is_found_by_the_old_name_and_slug_too_until_that_is_taken_back()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jon Brek", 1));

        var edit = await Editing.RenameAsync(Operator, await PersonAsync("Jon Brek"), "Jonas Brekke", Ct);
        Assert.Equal("jonas-brekke", edit.Person);
        foreach (var typed in (string[])["Jonas Brekke", "jonas-brekke", "Brekke", "Jon Brek", "jon-brek"])
        {
            Assert.Equal("Jonas Brekke", Assert.Single(await People.FindAsync(Asker, typed, 5, Ct)).Name);
        }

        await Editing.UndoAsync(Operator, null, Ct);

        Assert.Equal("jon-brek", Assert.Single(await People.FindAsync(Asker, "Jon Brek", 5, Ct)).Slug);
        Assert.Empty(await People.FindAsync(Asker, "jonas-brekke", 5, Ct));
    }

    [Fact]
    public async Task A_note_stands_on_the_card_until_it_is_taken_back()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jon Brek", 1));
        var brek = await PersonAsync("Jon Brek");

        await Editing.NoteAsync(Operator, brek, "not the painter", Ct);
        Assert.Equal("not the painter", (await People.CardAsync(Asker, brek, Ct))!.Note);
        await Editing.UndoAsync(Operator, null, Ct);

        Assert.Null((await People.CardAsync(Asker, brek, Ct))!.Note);
    }

    [Fact]
    public async Task A_change_that_a_later_one_builds_on_has_to_wait_for_it()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1), Brek("Jon Brek", 2), Brek("Ilse Varga", 3));
        var first = await Editing.MergeAsync(Operator, await PersonAsync("Jon Brek"), await PersonAsync("Jonas Brek"), Ct);
        var second = await Editing.MergeAsync(Operator, await PersonAsync("Jonas Brek"), await PersonAsync("Ilse Varga"), Ct);

        var early = await Editing.UndoAsync(Operator, first!.Id, Ct);

        Assert.Equal((null, second!.Id), (early.Undone, early.First!.Id));
        Assert.NotNull((await Editing.UndoAsync(Operator, second.Id, Ct)).Undone);
        Assert.NotNull((await Editing.UndoAsync(Operator, first.Id, Ct)).Undone);
        Assert.Null((await Editing.UndoAsync(Operator, first.Id, Ct)).Undone);
    }

    [Fact]
    public async Task Changes_and_articles_that_are_stored_at_the_same_time_take_turns()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1), Brek("Jon Brek", 2));
        var (jon, jonas) = (await PersonAsync("Jon Brek"), await PersonAsync("Jonas Brek"));

        await Task.WhenAll(
            Task.Run(() => StoreAsync(Asker, "Coast Wire", [.. Enumerable.Range(10, 40).Select(number => Brek("Jon Brek", number))]), Ct),
            Task.Run(() => Editing.MergeAsync(Operator, jon, jonas, Ct), Ct));

        Assert.Equal(42, await MentionsAsync("Jon Brek"));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_merge_that_is_stopped_half_way_has_kept_its_portions_and_the_next_start_finishes_it()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1), Brek("Ilse Varga", 2));
        await StoreAsync(Asker, "Coast Wire", [.. Enumerable.Range(10, 8).Select(number => Brek("Jon Brek", number))]);
        var (jon, jonas) = (await PersonAsync("Jon Brek"), await PersonAsync("Jonas Brek"));

        await StopAsync(8, (editing, stopped) => editing.MergeAsync(Operator, jon, jonas, stopped));
        var half = await MentionsOfAsync(jon);
        await StoreAsync(Asker, "Kanal Öst", Brek("Jon Brek", 30));
        await Editing.FinishAsync(Ct);

        Assert.InRange(half, 4, 7);
        Assert.Equal((10, 0), (await MentionsAsync("jonas-brek"), await MentionsOfAsync(jon)));
        Assert.Equal("jonas-brek", Assert.Single(await People.FindAsync(Asker, "Jon Brek", 5, Ct)).Slug);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task Taking_a_merge_back_that_is_stopped_half_way_is_finished_by_the_next_change()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1), Brek("Ilse Varga", 2));
        await StoreAsync(Asker, "Coast Wire", [.. Enumerable.Range(10, 8).Select(number => Brek("Jon Brek", number))]);
        var (jon, jonas) = (await PersonAsync("Jon Brek"), await PersonAsync("Jonas Brek"));
        var before = await EditedArchive.DumpAsync(Database, new Dictionary<string, string>(), withKeys: true, Ct);
        await Editing.MergeAsync(Operator, jon, jonas, Ct);

        Assert.InRange(await StopTakingBackAsync(jon), 1, 4);
        Assert.Equal(before, await EditedArchive.DumpAsync(Database, new Dictionary<string, string>(), withKeys: true, Ct));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_split_that_is_stopped_half_way_has_kept_its_portions_is_finished_by_the_next_start_and_can_be_taken_back()
    {
        await StoreInspectorsAsync();
        var brek = await PersonAsync("Jonas Brek");

        await StopAsync(8, (editing, stopped) => editing.SplitAsync(Operator, brek, new PersonSplit { Role = "Inspector" }, stopped));
        var half = await MentionsOfAsync(brek);
        await StoreAsync(Asker, "Kanal Öst", Trustee(30, "bridge inspector"), Trustee(31, "school trustee"));
        await Editing.FinishAsync(Ct);

        Assert.InRange(half, 5, 8);
        Assert.Equal((2, 9), (await MentionsOfAsync(brek), await MentionsAsync("jonas-brek-2")));
        await AssertWholeAsync();
        Assert.NotNull((await Editing.UndoAsync(Operator, null, Ct)).Undone);
        Assert.Equal(11, Assert.Single(await People.FindAsync(Asker, "Jonas Brek", 5, Ct)).Mentions);
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_split_by_outlet_and_one_of_single_articles_are_finished_as_they_were_begun()
    {
        await StoreInspectorsAsync();
        await StoreAsync(Asker, "Kanal Öst", [.. Enumerable.Range(20, 4).Select(number => Brek("Jonas Brek", number))]);
        var brek = await PersonAsync("Jonas Brek");

        await StopAsync(2, (editing, stopped) => editing.SplitAsync(Operator, brek, new PersonSplit { Source = "Kanal Öst", Articles = [new ArticleId(3), new ArticleId(5)] }, stopped));
        var half = await MentionsOfAsync(brek);
        await Editing.FinishAsync(Ct);

        Assert.InRange(half, 8, 13);
        Assert.Equal((7, 6), (await MentionsOfAsync(brek), await MentionsAsync("jonas-brek-2")));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_split_of_single_articles_is_finished_when_their_outlet_took_another_name_meanwhile()
    {
        await StoreAsync(Asker, "Kanal Öst", [.. Enumerable.Range(1, 6).Select(number => Brek("Jonas Brek", number))]);
        var brek = await PersonAsync("Jonas Brek");

        await StopAsync(2, (editing, stopped) => editing.SplitAsync(Operator, brek, new PersonSplit { Articles = [.. Enumerable.Range(1, 5).Select(id => new ArticleId(id))] }, stopped));
        await Database.WriteAsync(connection => connection.ExecuteAsync("update sources set name = 'Kanal Nord', search_name = 'kanal nord'"), Ct);
        await Editing.FinishAsync(Ct);

        Assert.Equal((1, 5), (await MentionsOfAsync(brek), await MentionsAsync("jonas-brek-2")));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task Taking_a_split_back_that_is_stopped_half_way_is_finished_by_the_next_change()
    {
        await StoreInspectorsAsync();
        var brek = await PersonAsync("Jonas Brek");
        var before = await EditedArchive.DumpAsync(Database, new Dictionary<string, string>(), withKeys: true, Ct);
        await Editing.SplitAsync(Operator, brek, new PersonSplit { Role = "Inspector" }, Ct);

        Assert.InRange(await StopTakingBackAsync(brek), 2, 5);
        Assert.Equal(before, await EditedArchive.DumpAsync(Database, new Dictionary<string, string>(), withKeys: true, Ct));
        await AssertWholeAsync();
    }

    [Fact]
    public async Task A_name_leads_only_those_to_a_person_whose_sources_print_it()
    {
        await StoreAsync(Asker, "Norrmark Post", Brek("Jonas Brek", 1));
        await StoreAsync(Harbour, "Harbour Letter", Brek("Jon Brek", 2));
        await Editing.MergeAsync(Operator, await PersonAsync("Jon Brek", Harbour), await PersonAsync("Jonas Brek"), Ct);

        Assert.Equal("jonas-brek", Assert.Single(await People.FindAsync(Harbour, "Jon Brek", 5, Ct)).Slug);
        Assert.DoesNotContain(await People.FindAsync(Valley, "Jon Brek", 5, Ct), person => person.Match != NameMatch.Misspelt);
        Assert.Equal(["jonas-brek"], (await People.CompleteAsync(Valley, "jon", 5, Ct)).Select(person => person.Slug));
    }

    private static News Brek(string name, int number) =>
        new News($"News {number}", $"“Words {number},” {name} said. {name} left.").Address($"https://{number}.example/")
            .Person(name).Said($"“Words {number},”", name);

    private static News Together(int number) =>
        new News($"News {number}", $"“Words {number},” Jonas Brek said. Jonas Brek left with Ilse Varga and Petra Sand.").Address($"https://{number}.example/")
            .Person("Jonas Brek").Person("Ilse Varga").Person("Petra Sand").Said($"“Words {number},”", "Jonas Brek");

    private static News Pier(string name, int number) =>
        new News($"News {number}", $"“We will not close the east pier before winter comes,” {name} said.").Address($"https://{number}.example/")
            .Person(name).Said("“We will not close the east pier before winter comes,”", name);

    private static News Trustee(int number, string role) =>
        new News($"News {number}", $"“Words {number},” Jonas Brek, {role}, said.").Address($"https://{number}.example/")
            .Person("Jonas Brek", role).Said($"“Words {number},”", "Jonas Brek");

    private async Task StoreInspectorsAsync()
    {
        await StoreAsync(Asker, "Norrmark Post", Trustee(1, "school trustee"), Brek("Ilse Varga", 2));
        await StoreAsync(Asker, "Coast Wire", [.. Enumerable.Range(10, 8).Select(number => Trustee(number, "bridge inspector"))]);
    }

    // Stops a change after some readings of the clock: one when a portion begins, one after each article, one at its end.
    private async Task StopAsync(int readings, Func<StoredPersonEditing, CancellationToken, Task> change)
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change(new StoredPersonEditing(Database, new HaltingClock(readings, stop)), stop.Token));
    }

    // Somebody's mentions while the latest change is half taken back; another change has finished that since.
    private async Task<long> StopTakingBackAsync(PersonId person)
    {
        await StopAsync(8, (editing, stopped) => editing.UndoAsync(Operator, null, stopped));
        var half = await MentionsOfAsync(person);
        await Editing.NoteAsync(Operator, await PersonAsync("Ilse Varga"), "not the painter", Ct);
        return half;
    }

    private Task<long> MentionsOfAsync(PersonId person) => Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(
        "select count(*) from mentions where person_id = @Person", new { Person = person.Value }), Ct);

    private async Task<int> MentionsAsync(string typed) => Assert.Single(await People.FindAsync(Asker, typed, 5, Ct)).Mentions;
}
