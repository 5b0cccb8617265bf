using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Sqlite;
using Dapper;

namespace Bot.Host.Tests.Storage.Sqlite;

/// <summary>What becomes of the rows of an archive that an earlier program wrote.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly TemporaryArchive _archive = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _archive.Dispose();

    [Fact]
    public async Task Sources_get_the_publisher_of_their_domain_or_else_of_their_name()
    {
        using var database = await UpgradedAsync(
            1,
            """
            insert into sources (id, name, search_name, added_at) values
                (1, 'Post', 'post', 0), (2, 'Post Sport', 'post sport', 0), (3, 'Daily', 'daily', 0), (4, 'Daily', 'daily', 0),
                (5, 'Post', 'post', 0), (6, 'Collected', 'collected', 0), (7, 'Files', 'files', 0);
            insert into articles (source_id, key, place, title, address, published_at, published_is_stated, added_at, revision, hash, summary, first_quote, quote_count) values
                (1, 'a', 1, 'A', 'https://www.post.example/a', 0, 1, 0, 1, '', '', 0, 0),
                (1, 'b', 2, 'B', null, 0, 1, 0, 1, '', '', 0, 0),
                (2, 'c', 3, 'C', 'https://sport.post.example/c', 0, 1, 0, 1, '', '', 0, 0),
                (3, 'd', 4, 'D', 'https://daily.example/d', 0, 1, 0, 1, '', '', 0, 0),
                (4, 'e', 5, 'E', 'https://other.example/e', 0, 1, 0, 1, '', '', 0, 0),
                (6, 'f', 6, 'F', 'https://post.example/f', 0, 1, 0, 1, '', '', 0, 0),
                (6, 'g', 7, 'G', 'https://daily.example/g', 0, 1, 0, 1, '', '', 0, 0);
            """);

        var owned = await database.ReadAsync(
            connection => connection.QueryAsync<string>(
                "select p.name || ': ' || group_concat(s.id) from publishers p left join sources s on s.publisher_id = p.id group by p.id order by min(s.id)"),
            Ct);

        Assert.Equal(["Post: 1,2,5", "Daily: 3", "Daily: 4", "Collected: 6", "Files: 7"], owned);
        Assert.Equal("post.example", await database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("select domain from sources where id = 2"), Ct));
    }

    [Fact]
    public async Task People_stay_who_they_were_and_get_namesakes_from_then_on()
    {
        using var database = await UpgradedAsync(
            2,
            """
            insert into publishers (id, name) values (1, 'Post');
            insert into sources (id, name, search_name, added_at, article_count, publisher_id) values (1, 'Post', 'post', 0, 1, 1);
            insert into community_sources (community_id, source_id) values (1, 1);
            insert into articles (id, source_id, key, place, title, published_at, published_is_stated, added_at, revision, hash, summary, first_quote, quote_count)
                values (1, 1, 'a', 1, 'A', 0, 1, 0, 1, '', '', 0, 0);
            insert into persons (id, key, slug, name) values (7, 'umar feld', 'omar-feld', 'Omar Feld');
            insert into person_names (person_id, source_id, name, times) values (7, 1, 'Omar Feld', 1);
            insert into person_sources (person_id, source_id, articles, mentions, quotes, possible) values (7, 1, 1, 2, 0, 0);
            insert into mentions (article_id, person_id, times, quotes, possible) values (1, 7, 2, 0, 0);
            insert into person_roles (person_id, published_at, article_id, text, source_id) values (7, 0, 1, 'goalkeeper, Lind FC', 1);
            """);

        var mayor = new News("Vote", "Omar Feld, mayor, won. Omar Feld smiled.").Person("Omar Feld", "mayor");
        var keeper = new News("Cup", "Omar Feld, goalkeeper, won. Omar Feld smiled.").Person("Omar Feld", "goalkeeper");
        var writer = new ArchiveWriter(database, TimeProvider.System);
        await writer.AddAsync(await writer.EnsureSourceAsync(CommunityId.DefaultSet, "Wire", Ct), [mayor.Build(), keeper.Build()], Ct);

        var found = await new StoredPeople(database).FindAsync(CommunityId.DefaultSet, "Omar Feld", 5, Ct);
        Assert.Equal([("omar-feld", 2), ("omar-feld-2", 1)], found.Select(person => (person.Slug, person.Mentions)).Order());
    }

    [Fact]
    public async Task Articles_of_an_earlier_program_answer_without_a_story_and_new_ones_get_theirs()
    {
        using var database = await UpgradedAsync(
            1,
            """
            insert into sources (id, name, search_name, added_at, article_count) values (1, 'Post', 'post', 0, 1);
            insert into community_sources (community_id, source_id) values (1, 1);
            insert into articles (id, source_id, key, place, title, published_at, published_is_stated, added_at, revision, hash, summary, first_quote, quote_count)
                values (1, 1, 'a', 1, 'Mill burns at Tarn', 0, 1, 0, 1, '', '', 0, 0);
            """);
        var writer = new ArchiveWriter(database, TimeProvider.System);
        await writer.AddAsync(new SourceId(1), [new News("Old bridge opens", "The old bridge of Lind is open to carts.").Build()], Ct);
        var stories = new StoredStories(database);

        var found = await stories.OfArticlesAsync(CommunityId.DefaultSet, [new ArticleId(1), new ArticleId(2)], Ct);

        Assert.Equal(new ArticleId(2), Assert.Single(found).Key);
        Assert.Equal(2, await new StoredArticles(database).CountAsync(CommunityId.DefaultSet, Ct));
        Assert.Equal("Old bridge opens", Assert.Single((await stories.MatchingAsync(CommunityId.DefaultSet, "bridge", 0, 5, Ct)).Items).Headline);
    }

    [Fact]
    public async Task Words_that_no_blanks_part_are_found_in_articles_and_quotes_of_an_earlier_program()
    {
        using var database = await UpgradedAsync(
            1,
            """
            insert into sources (id, name, search_name, added_at, article_count) values (1, '新报', '新报', 0, 1);
            insert into community_sources (community_id, source_id) values (1, 1);
            insert into articles (id, source_id, key, place, title, published_at, published_is_stated, added_at, revision, hash, summary, first_quote, quote_count)
                values (1, 1, 'a', 1, '港口', 0, 1, 0, 1, '', '', 5, 1);
            insert into paragraphs (article_id, number, hash, text) values (1, 0, 0, '市长说：“港口今天开放。”'), (1, 1, 0, '工人可以留下。');
            insert into quotes (id, article_id, source_id, published_at, paragraph, last_paragraph, span_start, span_end, hash, kind, pieces, verbatim,
                    speaker_kind, floating, confidence, shown) values (5, 1, 1, 0, 0, 0, 4, 13, 0, 0, '0 9', '1 8', 0, 0, 500, 0);
            insert into article_words (rowid, title, text, tags) values (1, '港口', '市长说：“港口今天开放。” 工人可以留下。', 's1');
            insert into quote_words (rowid, said, tags) values (5, '“港口今天开放。”', 's1');
            """);

        var articles = await new StoredArticles(database).SearchAsync(CommunityId.DefaultSet, "工人", new ArticleFilter { Source = "新报" }, 0, 5, Ct);
        var rows = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>("select rowid from quote_words where quote_words match '\"今 天\" AND tags : s1'"), Ct);

        Assert.Equal("港口", Assert.Single(articles.Items).Citation.Title);
        Assert.Equal(5, rows);
    }

    [Fact]
    public async Task Quotes_of_before_stay_statements_of_their_own_and_are_listed_as_far_as_their_length_tells()
    {
        using var database = await UpgradedAsync(
            3,
            """
            insert into sources (id, name, search_name, added_at) values (1, 'Post', 'post', 0);
            insert into persons (id, key, slug, name) values (1, 'varga ilse', 'ilse-varga', 'Ilse Varga');
            insert into quotes (
                id, article_id, source_id, published_at, paragraph, last_paragraph, span_start, span_end, hash, kind, pieces, verbatim,
                speaker_kind, person_id, floating, confidence, shown)
            values
                (1, 1, 1, 0, 0, 0, 0, 40, 7, 0, '', '', 1, 1, 0, 970, 1),
                (2, 2, 1, 0, 0, 0, 0, 40, 7, 0, '', '', 1, 1, 0, 970, 1),
                (3, 2, 1, 0, 0, 0, 50, 60, 8, 0, '', '', 1, 1, 0, 970, 1),
                (4, 2, 1, 0, 0, 0, 70, 170, 9, 2, '', '', 1, 1, 0, 970, 1);
            """);

        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<(long, long?, long)>("select id, statement_id, place from quotes order by id"), Ct);

        Assert.Equal([(1, null, 0), (2, null, 0), (3, null, 3), (4, null, 2)], rows);
    }

    [Fact]
    public async Task People_of_an_earlier_archive_can_be_merged_and_parted_again()
    {
        using var database = await UpgradedAsync(
            3,
            """
            insert into publishers (id, name) values (1, 'Post');
            insert into sources (id, name, search_name, added_at, article_count, publisher_id) values (1, 'Post', 'post', 0, 1, 1);
            insert into community_sources (community_id, source_id) values (1, 1);
            insert into articles (id, source_id, key, place, title, published_at, published_is_stated, added_at, revision, hash, summary, first_quote, quote_count)
                values (1, 1, 'a', 1, 'A', 0, 1, 0, 1, '', '', 0, 0);
            insert into paragraphs (article_id, number, hash, text) values (1, 0, 0, 'I. Varga and Ilse Varga. I. Varga and Ilse Varga.');
            insert into article_words (rowid, title, text, tags) values (1, 'A', 'I. Varga and Ilse Varga. I. Varga and Ilse Varga.', 's1 p7 p8');
            insert into persons (id, key, slug, name) values (7, 'i varga', 'i-varga', 'I. Varga'), (8, 'ilse varga', 'ilse-varga', 'Ilse Varga');
            insert into person_names (person_id, source_id, name, times) values (7, 1, 'I. Varga', 1), (8, 1, 'Ilse Varga', 1);
            insert into person_sources (person_id, source_id, articles, mentions, quotes, possible) values (7, 1, 1, 2, 0, 0), (8, 1, 1, 2, 0, 0);
            insert into mentions (article_id, person_id, times, quotes, possible) values (1, 7, 2, 0, 0), (1, 8, 2, 0, 0);
            """);
        var editing = new StoredPersonEditing(database, TimeProvider.System);
        var people = new StoredPeople(database);

        await editing.MergeAsync(new Editor(CommunityId.DefaultSet, "terminal"), new PersonId(7), new PersonId(8), Ct);
        var merged = await people.FindAsync(CommunityId.DefaultSet, "i-varga", 5, Ct);
        await editing.UndoAsync(new Editor(CommunityId.DefaultSet, "terminal"), null, Ct);
        var parted = await people.FindAsync(CommunityId.DefaultSet, "i-varga", 5, Ct);

        Assert.Equal("ilse-varga", Assert.Single(merged).Slug);
        Assert.Equal("i-varga", parted[0].Slug);
    }

    [Fact]
    public async Task Splits_of_before_hold_for_the_outlets_they_named_and_parted_statements_get_numbers_of_their_own()
    {
        using var database = await UpgradedAsync(
            9,
            """
            insert into publishers (id, name) values (1, 'Post');
            insert into sources (id, name, search_name, added_at, publisher_id) values (1, 'Post', 'post', 0, 1);
            insert into persons (id, key, slug, name, is_edited) values (7, 'brek jonas', 'jonas-brek', 'Jonas Brek', 1), (8, 'brek jonas#2', 'jonas-brek-2', 'Jonas Brek', 1);
            insert into person_edits (id, kind, person_id, other_id, community_id, made_by, made_at) values (1, 2, 7, 8, 1, 'terminal', 0);
            insert into split_rules (edit_id, source_id, article_key, role) values (1, 1, null, null), (1, 5, null, null), (1, 1, 'a', null), (1, null, null, 'mayor');
            insert into quotes (
                id, article_id, source_id, published_at, paragraph, last_paragraph, span_start, span_end, hash, kind, pieces, verbatim,
                speaker_kind, person_id, floating, confidence, shown, place, statement_id)
            values
                (1, 1, 1, 0, 0, 0, 0, 40, 7, 0, '', '', 1, 8, 0, 970, 1, 0, null),
                (2, 2, 1, 0, 0, 0, 0, 40, 7, 0, '', '', 1, 7, 0, 970, 1, 0, 1),
                (3, 3, 1, 0, 0, 0, 0, 40, 7, 0, '', '', 1, 7, 0, 970, 1, 0, 1);
            """);

        var rules = await database.ReadAsync(
            connection => connection.QueryAsync<(string?, string?, string?)>("select source_name, article_key, role from split_rules order by rowid"), Ct);
        var statements = await database.ReadAsync(
            connection => connection.QueryAsync<(long, long?)>("select id, statement_id from quotes order by id"), Ct);

        Assert.Equal([("post", null, null), ("post", "a", null), (null, null, "mayor")], rules);
        Assert.Equal([(1, null), (2, 2), (3, 2)], statements);
    }

    [Fact]
    public async Task Languages_that_pages_stated_in_full_are_counted_as_one_and_what_is_no_language_is_not()
    {
        using var database = await UpgradedAsync(
            1,
            """
            insert into sources (id, name, search_name, added_at, article_count) values (1, 'Post', 'post', 0, 3);
            insert into community_sources (community_id, source_id) values (1, 1);
            insert into articles (source_id, key, place, title, language, published_at, published_is_stated, added_at, revision, hash, summary, first_quote, quote_count) values
                (1, 'a', 1, 'A', 'de-AT', 0, 1, 0, 1, '', '', 0, 0), (1, 'b', 2, 'B', 'de', 0, 1, 0, 1, '', '', 0, 0), (1, 'c', 3, 'C', null, 0, 1, 0, 1, '', '', 0, 0),
                (1, 'd', 4, 'D', '', 0, 1, 0, 1, '', '', 0, 0), (1, 'e', 5, 'E', 'x-default', 0, 1, 0, 1, '', '', 0, 0);
            """);

        Assert.Equal([new("de", 2)], await new StoredArticles(database).LanguagesAsync(CommunityId.DefaultSet, Ct));
    }

    [Fact]
    public async Task What_a_channel_was_told_it_is_not_told_again()
    {
        using var database = await UpgradedAsync(
            15,
            """
            insert into channels (id, community_id, platform, chat, channel) values (1, 1, 'web', 'x', 'x');
            insert into subscriptions (
                id, channel_id, number, times, days, zone, zone_offset, valid_from, first_number, style, language, standing, standing_since, made_by, made_at)
            values (1, 1, 1, '480', 127, 'UTC', 0, 0, 0, 'standard', '', 1, 0, 'x', 0);
            insert into slots (id, subscription_id, local_date, number, due_at, state) values (1, 1, 1, 0, 5, 3), (2, 1, 2, 0, 9, 3), (3, 1, 3, 0, 11, 5);
            insert into told_articles (channel_id, told_at, story_id, article_id, slot_id) values (1, 6, 4, 7, 1), (1, 6, 4, 8, 1), (1, 10, 5, 9, 2);
            """);

        var slots = new StoredSlots(database);
        var told = (await slots.ToldAsync([new ChannelId(1)], DateTimeOffset.UnixEpoch, Ct))[new ChannelId(1)].ToList();
        var stories = await slots.ToldInAsync(told, Ct);

        Assert.Equal(2, told.Count);
        Assert.Equal([(4, "7 8"), (5, "9")], stories.Select(story => (story.Story.Value, string.Join(' ', story.Articles.Select(article => article.Value)))));
    }

    [Fact]
    public async Task What_the_operator_decided_is_kept_by_community_where_one_alone_has_the_name()
    {
        using var database = await UpgradedAsync(
            27,
            """
            insert into communities (id, platform, chat, name, added_at) values (2, 'web', 'a', 'Mill', 0), (3, 'web', 'b', 'Pier', 0), (4, 'web', 'c', 'Pier', 0);
            insert into changes (id, community_id, kind, object, became, made_by, made_at) values
                (1, 1, 8, 'Mill', null, 'x', 0), (2, 1, 9, 'Pier', null, 'x', 0), (3, 1, 10, 'Gone', '7', 'x', 0), (4, 1, 1, 'Mill', null, 'x', 0);
            """);

        Task<string[]> NamesAsync() => database.ReadAsync(async connection => (await connection.QueryAsync<string>("select object from changes order by id")).ToArray(), Ct);
        await new StoredForgetting(database).ForgetCommunityAsync(new CommunityId(2), Ct);
        await new StoredForgetting(database).ForgetCommunityAsync(new CommunityId(3), Ct);
        Assert.Equal(["", "Pier", "Gone", "Mill"], await NamesAsync());
        await new StoredForgetting(database).ForgetCommunityAsync(new CommunityId(4), Ct);
        Assert.Equal(["", "", "Gone", "Mill"], await NamesAsync());
    }

    [Fact]
    public async Task What_was_read_before_a_correction_is_found_to_be_old_where_people_were_corrected_earlier_too()
    {
        using var database = await UpgradedAsync(
            28,
            """
            insert into persons (id, key, slug, name) values (7, 'omar feld', 'omar-feld', 'Omar Feld');
            insert into person_edits (kind, person_id, became, community_id, made_by, made_at) values (4, 7, 'of Lind', 1, 'x', 0);
            """);
        var vocabulary = new StoredVocabulary(database);

        var before = await vocabulary.SightAsync(CommunityId.DefaultSet, Ct);
        await new StoredPersonEditing(database, TimeProvider.System).UndoAsync(new Editor(CommunityId.DefaultSet, "terminal"), edit: null, Ct);

        Assert.NotEqual(before, await vocabulary.SightAsync(CommunityId.DefaultSet, Ct));
    }

    [Fact]
    public async Task Split_articles_are_those_of_the_one_outlet_that_has_them()
    {
        using var database = await UpgradedAsync(
            29,
            """
            insert into sources (id, name, search_name, added_at) values (1, 'Post', 'post', 0), (2, 'Post', 'post', 0), (3, 'Wire', 'wire', 0);
            insert into articles (source_id, key, place, title, published_at, published_is_stated, added_at, revision, hash, summary, first_quote, quote_count) values
                (1, 'a', 1, 'A', 0, 1, 0, 1, '', '', 0, 0), (2, 'a', 2, 'A', 0, 1, 0, 1, '', '', 0, 0), (2, 'b', 3, 'B', 0, 1, 0, 1, '', '', 0, 0);
            insert into persons (id, key, slug, name, is_edited) values (7, 'brek jonas', 'jonas-brek', 'Jonas Brek', 1), (8, 'brek jonas#2', 'jonas-brek-2', 'Jonas Brek', 1);
            insert into person_edits (id, kind, person_id, other_id, community_id, made_by, made_at) values (1, 2, 7, 8, 1, 'terminal', 0);
            insert into split_rules (edit_id, source_name, article_key, role) values
                (1, 'post', null, null), (1, 'post', 'a', null), (1, 'post', 'b', null), (1, 'wire', 'c', null), (1, null, null, 'mayor');
            """);

        var rules = await database.ReadAsync(
            connection => connection.QueryAsync<(long?, string?, string?, string?)>("select source_id, source_name, article_key, role from split_rules order by rowid"), Ct);

        Assert.Equal([(null, "post", null, null), (null, "post", "a", null), (2, null, "b", null), (null, "wire", "c", null), (null, null, null, "mayor")], rules);
    }

    /// <summary>An archive with rows of an earlier schema, brought up to this one.</summary>
    private async Task<SqliteDatabase> UpgradedAsync(int steps, string rows)
    {
        var database = new SqliteDatabase(_archive.File);
        await new Migrator(new EarlierSchema(database, steps), TimeProvider.System).MigrateAsync(Ct);
        await database.WriteAsync(connection => connection.ExecuteAsync(rows), Ct);
        await new Migrator(database, TimeProvider.System).MigrateAsync(Ct);
        return database;
    }
}
