using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Corrections;

namespace Bot.Host.Tests.Storage.Corrections;

/// <summary>What every engine must do with what members report as wrong.</summary>
public abstract class ReportsContract : StorageContract
{
    private const string Words = "“It stays,”";

    private StoredReports Reports => new(Database, Clock);

    private static Editor Member(int number, CommunityId? community = null) => new(community ?? Harbour, $"telegram {number}");

    [Fact]
    public async Task Reports_stand_newest_first_with_how_many_members_made_them()
    {
        var quote = await StoredAsync();
        await AddAsync(Member(1), quote, ReportKind.Person);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(Member(1), quote, ReportKind.Words);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(Member(2), quote, ReportKind.Person);

        var open = await Reports.OpenAsync(Harbour, 0, 9, Ct);

        Assert.Equal(2, open.Total);
        Assert.Equal([(ReportKind.Person, 2, Words, quote), (ReportKind.Words, 1, Words, quote)], open.Items.Select(report => (report.Kind, report.Reporters, report.Shown, report.Item)));
        Assert.Equal(Clock.GetUtcNow(), open.Items[0].At);
        Assert.Equal([ReportKind.Words], (await Reports.OpenAsync(Harbour, 1, 1, Ct)).Items.Select(report => report.Kind));
    }

    [Fact]
    public async Task The_same_report_counts_once()
    {
        var quote = await StoredAsync();

        Assert.Equal(ReportResult.Taken, await AddAsync(Member(1), quote, ReportKind.Date));
        Assert.Equal(ReportResult.TakenBefore, await AddAsync(Member(1), quote, ReportKind.Date));

        Assert.Equal(1, Assert.Single((await Reports.OpenAsync(Harbour, 0, 9, Ct)).Items).Reporters);
    }

    [Fact]
    public async Task A_member_may_report_so_much_in_a_day()
    {
        var quote = await StoredAsync();
        await AddAsync(Member(1), quote, ReportKind.Date, most: 2);
        await AddAsync(Member(1), quote, ReportKind.Words, most: 2);

        Assert.Equal(ReportResult.TooMany, await AddAsync(Member(1), quote, ReportKind.Story, most: 2));
        Assert.Equal(ReportResult.Taken, await AddAsync(Member(2), quote, ReportKind.Story, most: 2));
        Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(ReportResult.Taken, await AddAsync(Member(1), quote, ReportKind.Story, most: 2));
    }

    [Fact]
    public async Task A_dismissed_report_is_gone_with_its_reporters_and_in_the_audit()
    {
        var quote = await StoredAsync();
        await AddAsync(Member(1), quote, ReportKind.Person);
        await AddAsync(Member(2), quote, ReportKind.Person);
        var report = Assert.Single((await Reports.OpenAsync(Harbour, 0, 9, Ct)).Items);

        Assert.Equal(quote, await Reports.DismissAsync(Member(9), report.Id, Ct));

        Assert.Empty((await Reports.OpenAsync(Harbour, 0, 9, Ct)).Items);
        Assert.Null(await Reports.DismissAsync(Member(9), report.Id, Ct));
        var made = Assert.Single((await new StoredAudit(Database).HistoryAsync(Harbour, null, 0, 9, Ct)).Items).Other!;
        Assert.Equal((ChangeKind.ReportDismissed, quote.ToString(), "telegram 9"), (made.Kind, made.Object, made.By));
    }

    [Fact]
    public async Task Putting_a_quote_right_settles_what_was_reported_of_it()
    {
        var quote = await StoredAsync();
        await AddAsync(Member(1), quote, ReportKind.Person);
        await AddAsync(Member(1, Valley), quote, ReportKind.Words);
        var marks = new StoredQuoteMarks(Database, Clock);

        await marks.MarkAsync(Member(9), quote, QuoteMark.Hidden, Ct);
        Assert.Empty((await Reports.OpenAsync(Harbour, 0, 9, Ct)).Items);
        Assert.Single((await Reports.OpenAsync(Valley, 0, 9, Ct)).Items);

        await marks.MarkAsync(new Editor(CommunityId.DefaultSet, "terminal"), quote, QuoteMark.Unresolved, Ct);
        Assert.Empty((await Reports.OpenAsync(Valley, 0, 9, Ct)).Items);
    }

    [Fact]
    public async Task A_community_sees_and_settles_its_own_reports_and_the_operator_those_of_all()
    {
        var quote = await StoredAsync();
        await AddAsync(Member(1), quote, ReportKind.Person);
        await AddAsync(Member(2, Valley), quote, ReportKind.Person);
        var report = Assert.Single((await Reports.OpenAsync(Harbour, 0, 9, Ct)).Items);

        Assert.Equal(2, Assert.Single((await Reports.OpenAsync(CommunityId.DefaultSet, 0, 9, Ct)).Items).Reporters);
        Assert.Null(await Reports.DismissAsync(Member(3, Valley), report.Id, Ct));
        Assert.NotNull(await Reports.DismissAsync(new Editor(CommunityId.DefaultSet, "terminal"), report.Id, Ct));
        Assert.Empty((await Reports.OpenAsync(Valley, 0, 9, Ct)).Items);
    }

    [Fact]
    public async Task Reports_go_with_their_article()
    {
        var quote = await StoredAsync();
        await AddAsync(Member(1), quote, ReportKind.Person);

        await Writer.RemoveSourceAsync(CommunityId.DefaultSet, "The Post", Ct);

        Assert.Empty((await Reports.OpenAsync(Harbour, 0, 9, Ct)).Items);
    }

    private Task<ReportResult> AddAsync(Editor reporter, ItemReference item, ReportKind kind, int? most = null) =>
        Reports.AddAsync(reporter, item, kind, Words, most, Ct);

    private async Task<ItemReference> StoredAsync()
    {
        await StoreAsync(CommunityId.DefaultSet, "The Post", new News("Pier stays", $"{Words} said Ilse Varga.").Person("Ilse Varga").Said(Words, "Ilse Varga"));
        await EnterAsync();
        return ItemReference.Of(Assert.Single(await Quotes.InArticlesAsync(Harbour, [new ArticleId(1)], Ct)));
    }
}
