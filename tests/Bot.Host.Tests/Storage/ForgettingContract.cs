using Bot.Digest.Chat;
using Bot.Digest.Filters;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Configuration;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Bot.Host.Storage.Corrections;
using Bot.Host.Storage.Deliveries;
using Bot.Host.Storage.Editing;
using Bot.Host.Storage.Filtering;
using Bot.Host.Storage.Sources;
using Dapper;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Storage;

/// <summary>What every engine must make of the wish to be forgotten: the whole database is looked through.</summary>
public abstract class ForgettingContract : StorageContract
{
    private const string User = "77712345";
    private const string Group = "-77754321";
    private const string Name = "telegram 77712345";

    private StoredForgetting Forgetting => new(Database);

    private StoredCommunities Communities => new(Database, Options.Create(new CommunitiesOptions()), Clock);

    /// <summary>Columns of every table that point at communities or name who did something.</summary>
    protected abstract string Columns { get; }

    [Fact]
    public async Task Nowhere_in_the_database_is_anything_left_of_who_wishes_to_be_forgotten()
    {
        var group = await FillAsync(Group, "Quayside");
        var own = await FillAsync(User, "Anna");
        await EveryColumnAsync("_by", Name, min: 1);

        await Forgetting.ForgetUserAsync("telegram", User, Ct);
        await Forgetting.ForgetUserAsync("telegram", User, Ct);

        Assert.DoesNotContain(await DumpAsync(), row => row.Contains(User, StringComparison.Ordinal));
        Assert.Null(await Communities.FindAsync(own, Ct));
        Assert.Equal(2, (await Sources.ListAsync(group, 0, 9, Ct)).Total);
        Assert.Contains((await new StoredAudit(Database).HistoryAsync(group, null, 0, 99, Ct)).Items, entry => entry.Other is { Kind: ChangeKind.Subscribed, By: "" });
        Assert.Empty(await Database.InspectAsync(Ct));
    }

    [Fact]
    public async Task Direct_messages_are_forgotten_where_their_id_is_the_users_behind_a_mark()
    {
        var direct = (await Communities.EnterAsync(new ChatAddress("discord", "@" + User, "5"), "Anna", Ct)).Id;
        var other = (await Communities.EnterAsync(new ChatAddress("discord", "@6", "6"), "Ben", Ct)).Id;

        await Forgetting.ForgetUserAsync("discord", User, Ct);

        Assert.Null(await Communities.FindAsync(direct, Ct));
        Assert.NotNull(await Communities.FindAsync(other, Ct));
    }

    [Fact]
    public async Task A_group_in_whose_name_somebody_asks_to_be_forgotten_keeps_what_it_has()
    {
        var group = await FillAsync(Group, "Quayside");

        await Forgetting.ForgetUserAsync("telegram", Group, Ct);

        Assert.NotNull(await Communities.FindAsync(group, Ct));
        Assert.Single(await new StoredSubscriptions(Database, Clock).ListAsync(group, null, Ct));
    }

    [Fact]
    public async Task Nowhere_in_the_database_is_anything_left_of_a_community_that_is_forgotten_and_others_keep_theirs()
    {
        var (group, other) = (await FillAsync(Group, "Quayside"), await FillAsync("-6", "Mill"));
        var channel = (await new StoredSubscriptions(Database, Clock).ListAsync(group, null, Ct))[0].Channel;
        await EveryColumnAsync("community_id", group.Value, min: 1);
        await EveryColumnAsync("channel_id", channel.Value, min: 1);

        Assert.True(await Forgetting.ForgetCommunityAsync(group, Ct));
        Assert.False(await Forgetting.ForgetCommunityAsync(group, Ct));

        await EveryColumnAsync("community_id", group.Value, min: 0);
        await EveryColumnAsync("channel_id", channel.Value, min: 0);
        Assert.DoesNotContain(await DumpAsync(), row => row.Contains(Group, StringComparison.Ordinal) || row.Contains("Quayside", StringComparison.Ordinal));
        Assert.Equal(2, (await Sources.ListAsync(other, 0, 9, Ct)).Total);
        Assert.Single(await new StoredSubscriptions(Database, Clock).ListAsync(other, null, Ct));
        Assert.Equal(2, await Articles.CountAsync(other, Ct));
        Assert.Empty(await Database.InspectAsync(Ct));
    }

    [Fact]
    public async Task What_the_operator_decided_about_another_community_of_the_same_name_stays_named()
    {
        var (first, second) = (await FillAsync(Group, "Quayside"), await FillAsync("-6", "Quayside"));

        await Forgetting.ForgetCommunityAsync(first, Ct);

        Assert.Equal(["Quayside", ""], await ApprovedAsync());
        await Forgetting.ForgetCommunityAsync(second, Ct);
        Assert.Equal(["", ""], await ApprovedAsync());
    }

    private async Task<IEnumerable<string>> ApprovedAsync() => (await new StoredAudit(Database).HistoryAsync(CommunityId.DefaultSet, null, 0, 99, Ct)).Items
        .Select(entry => entry.Other).OfType<Change>().Where(change => change.Kind == ChangeKind.CommunityApproved).Select(change => change.Object);

    [Fact]
    public async Task What_the_operator_decided_stays_so_that_nobody_undoes_it_by_being_forgotten()
    {
        var pier = (await Communities.EnterAsync(new ChatAddress("telegram", Group, Group), "Pier", Ct)).Id;
        await Communities.ServeAsync(new Editor(CommunityId.DefaultSet, "terminal"), pier, serve: false, Ct);

        await Forgetting.ForgetCommunityAsync(pier, Ct);

        var again = await Communities.EnterAsync(new ChatAddress("telegram", Group, Group), "Pier", Ct);
        Assert.Equal((pier, CommunityStanding.Blocked), (again.Id, again.Standing));
    }

    [Fact]
    public async Task The_default_set_and_what_is_not_known_are_not_forgotten()
    {
        Assert.False(await Forgetting.ForgetCommunityAsync(CommunityId.DefaultSet, Ct));
        Assert.False(await Forgetting.ForgetCommunityAsync(new CommunityId(99), Ct));
        await Forgetting.ForgetUserAsync("telegram", "99", Ct);
    }

    [Fact]
    public async Task A_message_that_is_on_its_way_while_its_community_is_forgotten_ends_without_a_trace()
    {
        var group = await FillAsync(Group, "Quayside");
        var ledger = new StoredDeliveries(Database, Clock);
        await new StoredDigestHistory(Database, Clock).SendAgainAsync(new Editor(group, Name), channel: null, new SlotId(1), Ct);
        var taken = Assert.Single(await ledger.TakeAsync("telegram", keyLife: null, [], isRestShared: false, 9, Ct));

        await Forgetting.ForgetCommunityAsync(group, Ct);
        await ledger.EndAsync(taken.Id, new DeliveryEnd.Sent("m1"), Ct);
        await ledger.EndAsync(taken.Id, new DeliveryEnd.MovedTo(new ChatAddress("telegram", "-9", "-9")), Ct);

        Assert.DoesNotContain(await DumpAsync(), row => row.Contains(Group, StringComparison.Ordinal));
    }

    /// <summary>A community with something of everything that can be stored of one, all of it done by one user.</summary>
    private async Task<CommunityId> FillAsync(string chat, string name)
    {
        var address = new ChatAddress("telegram", chat, chat);
        var community = (await Communities.EnterAsync(address, name, Ct)).Id;
        var editor = new Editor(community, Name);
        await Communities.ServeAsync(new Editor(CommunityId.DefaultSet, "terminal"), community, serve: true, Ct);
        await Communities.SettleAsync(editor, new CommunitySettings("Europe/Riga", null, null, chat), Ct);
        await new StoredPlatformState(Database).WriteAsync("telegram", $"welcomed {chat}", "1", Ct);
        var shared = await SourceAsync(editor, "https://post.example/feed");
        await StoreAsync(shared, "Pier repaired", "Jon Brek");
        var own = await SourceAsync(editor, $"https://own{chat}.example/feed");
        await StoreAsync(own, $"Gulls of {chat.TrimStart('-')[..1]}", "Ann Moor");
        await new StoredFilters(Database, Clock).AddAsync(editor, new FilterRule(false, FilterKind.Words, "repaired"), own, Ct);
        await new StoredFilters(Database, Clock).AddAsync(editor, new FilterRule(false, FilterKind.Words, "repaired"), null, Ct);
        await CorrectAsync(editor);
        await NoticeAsync(own);
        await DigestAsync(editor, address);
        return community;
    }

    private async Task<SourceId> SourceAsync(Editor editor, string address) =>
        (await Sources.AddAsync(editor, new NewSource(new Uri(address), SourceKind.Feed, address), Ct)).Source!.Id;

    private Task<IReadOnlyList<AddOutcome>> StoreAsync(SourceId source, string title, string person) => Writer.AddAsync(
        source, [new News(title, $"“Words,” {person} said. {person} left.").Person(person).Said("“Words,”", person).Build()], Ct);

    /// <summary>A report, a mark, and a correction of a person that was taken back.</summary>
    private async Task CorrectAsync(Editor editor)
    {
        var person = await PersonAsync("Ann Moor", editor.Community);
        var quote = (await Quotes.OfPersonAsync(editor.Community, new QuoteFilter { By = person }, 0, 1, Ct)).Items[0];
        await new StoredReports(Database, Clock).AddAsync(editor, ItemReference.Of(quote.Citation), ReportKind.Person, "shown", most: 9, Ct);
        await new StoredQuoteMarks(Database, Clock).MarkAsync(editor, ItemReference.Of(quote), QuoteMark.Unresolved, Ct);
        var editing = new StoredPersonEditing(Database, Clock);
        await editing.NoteAsync(editor, person, "a note", Ct);
        await editing.UndoAsync(editor, null, Ct);
    }

    private async Task NoticeAsync(SourceId source)
    {
        var queue = new StoredSourceQueue(Database, Writer, Clock);
        var claimed = (await queue.ClaimAsync(source, Clock.GetUtcNow(), TimeSpan.FromMinutes(1), Ct))!;
        await queue.CompleteAsync(
            claimed,
            new VisitOutcome { Memory = new VisitMemory { Doubt = SourceDoubt.NoItems, DoubtSince = Clock.GetUtcNow() }, NextVisit = null, IsNews = true },
            Ct);
    }

    /// <summary>A digest whose arrival is uncertain.</summary>
    private async Task DigestAsync(Editor editor, ChatAddress channel)
    {
        var (slots, ledger, now) = (new StoredSlots(Database), new StoredDeliveries(Database, Clock), Clock.GetUtcNow());
        var order = await new StoredSubscriptions(Database, Clock).AddAsync(
            editor, channel, new Schedule { Cadence = Cadence.Default, Zone = "Europe/Riga", ValidFrom = now }, new DigestWish("standard", null, null, null, null, ""), Ct);
        await new StoredFollows(Database, Clock).AddAsync(
            editor, channel, new FollowTarget(FollowKind.Topic, null, "ferry"), new FollowTerms(TimeSpan.FromHours(1), "Europe/Riga", null, ""), most: 9, Ct);
        var slot = new Slot(new DateOnly(2026, 6, 1), 0, now);
        await slots.PlanAsync([new SlotsToPlan(order.Id, order.Look, [slot], null)], Ct);
        var told = new ToldEdition([new ToldArticles(new StoryId(1), [new ArticleId(1)])], []);
        await slots.ComposeAsync([new ComposedDigest(order.Channel, new PlannedSlot(order.Id, slot), ["news"], null, false, [], [], told)], now, Ct);
        await ledger.TakeAsync("telegram", keyLife: null, [], isRestShared: false, 9, Ct);
        await ledger.RecoverAsync("telegram", keyLife: null, Ct);
        await Database.WriteAsync(
            connection => connection.ExecuteAsync(
                """
                insert into corrections (channel_id, composed_at, number, kind, was, became, told_slot_id)
                select @Channel, 0, 1, 4, '', '', max(id) from slots
                """,
                new { Channel = order.Channel.Value }),
            Ct);
    }

    /// <summary>Each column of that name holds the value so often: a table that is added later has to be filled here, and emptied by forgetting.</summary>
    private async Task EveryColumnAsync(string ending, object value, int min)
    {
        var columns = await Database.ReadAsync(connection => connection.QueryAsync<(string Table, string Column)>(Columns), Ct);
        var fitting = columns.Where(column => column.Column.EndsWith(ending, StringComparison.Ordinal) && column.Column is not "known_by").ToList();
        Assert.NotEmpty(fitting);
        foreach (var (table, column) in fitting)
        {
            var count = await Database.ReadAsync(
                connection => connection.ExecuteScalarAsync<int>($"select count(*) from {table} where {column} = @Value", new { Value = value }), Ct);
            Assert.True(min == 0 ? count == 0 : count >= min, $"{table}.{column}: {count}");
        }
    }

    /// <summary>All rows of all tables, as text.</summary>
    private async Task<List<string>> DumpAsync() => await Database.ReadAsync(
        async connection =>
        {
            var rows = new List<string>();
            var tables = (await connection.QueryAsync<(string Table, string Column)>(Columns)).Select(column => column.Table).Distinct();
            foreach (var table in tables)
            {
                var all = await connection.QueryAsync($"select * from {table}");
                rows.AddRange(all.Select(row => $"{table}: {string.Join(" | ", ((IDictionary<string, object?>)row).Values)}"));
            }

            return rows;
        },
        Ct);
}
