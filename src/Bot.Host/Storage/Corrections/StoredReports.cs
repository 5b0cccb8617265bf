using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>What members report as wrong.</summary>
public sealed class StoredReports(IDatabase database, TimeProvider clock) : IReports
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public Task<ReportResult> AddAsync(Editor reporter, ItemReference item, ReportKind kind, string shown, int? most, CancellationToken ct) => database.WriteAsync(
        async connection =>
        {
            var now = clock.GetUtcNow();
            var values = new
            {
                Community = reporter.Community.Value,
                Article = item.Article.Value,
                Words = WordsOf(item),
                Kind = (int)kind,
                Shown = shown,
                By = reporter.Name,
                Now = Stored.Moment(now),
                Since = Stored.Moment(now - Day),
            };
            var lately = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                "select count(*) from reports where made_by = @By and made_at > @Since", values, cancellationToken: ct));
            if (lately >= most)
            {
                return ReportResult.TooMany;
            }

            var added = await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into reports (community_id, article_id, words, kind, shown, made_by, made_at)
                values (@Community, @Article, @Words, @Kind, @Shown, @By, @Now)
                on conflict (community_id, article_id, words, kind, made_by) do nothing
                """,
                values,
                cancellationToken: ct));
            return added > 0 ? ReportResult.Taken : ReportResult.TakenBefore;
        },
        ct);

    public Task<Hits<OpenReport>> OpenAsync(CommunityId asker, int skip, int take, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            const string Open = """
                select min(id) as id, article_id, words, kind, count(distinct made_by) as reporters, max(made_at) as made_at
                from reports
                where @Asker = 1 or community_id = @Asker
                group by article_id, words, kind
                """;
            var values = new { Asker = asker.Value, Skip = skip, Take = take };
            var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition($"select count(*) from ({Open}) o", values, cancellationToken: ct));
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                $"""
                select o.id as Id, o.words as Words, o.kind as Kind, r.shown as Shown, o.reporters as Reporters, o.made_at as MadeAt, {CitationRow.Columns}
                from ({Open}) o
                join reports r on r.id = o.id
                join articles a on a.id = o.article_id
                join sources s on s.id = a.source_id
                order by o.made_at desc, o.id desc
                limit @Take offset @Skip
                """,
                values,
                cancellationToken: ct));
            return new Hits<OpenReport>([.. rows.Select(row => row.ToReport())], total);
        },
        ct);

    public Task<ItemReference?> DismissAsync(Editor editor, long report, CancellationToken ct) => database.WriteAsync<ItemReference?>(
        async connection =>
        {
            var found = (await connection.QueryAsync<(long Article, long Words, long Kind)>(new CommandDefinition(
                "select article_id, words, kind from reports where id = @Report and (@Community = 1 or community_id = @Community)",
                new { Report = report, Community = editor.Community.Value },
                cancellationToken: ct))).AsList();
            if (found is not [var (article, words, kind)])
            {
                return null;
            }

            await SettleAsync(connection, editor.Community, [(article, words)], (ReportKind)kind, ct);
            var item = Item(article, words);
            await ChangeLog.AddAsync(connection, editor, ChangeKind.ReportDismissed, item.ToString(), null, clock.GetUtcNow(), ct);
            return item;
        },
        ct);

    /// <summary>Takes the reports about things away that were put right, or found to be right, for a community; for the default set those of all.</summary>
    /// <param name="items">Articles, with the first 24 bits of their words' hash.</param>
    /// <param name="kind">Only of this kind; of any when null.</param>
    internal static Task<int> SettleAsync(
        DbConnection connection, CommunityId community, IEnumerable<(long Article, long Words)> items, ReportKind? kind, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            delete from reports
            where article_id = @Article and words = @Words and (@Kind is null or kind = @Kind) and (@Community = 1 or community_id = @Community)
            """,
            items.Select(item => new { item.Article, item.Words, Kind = (int?)kind, Community = community.Value }),
            cancellationToken: ct));

    private static long WordsOf(ItemReference item) => item.Words ?? -1;

    private static ItemReference Item(long article, long words) => new(new ArticleId(article), words < 0 ? null : (int)words);

    private sealed class Row : CitationRow
    {
        public long Id { get; init; }

        public long Words { get; init; }

        public long Kind { get; init; }

        public string Shown { get; init; } = "";

        public long Reporters { get; init; }

        public long MadeAt { get; init; }

        public OpenReport ToReport() =>
            new(Id, Item(Article, Words), (ReportKind)Kind, Shown, ToCitation(), (int)Reporters, Stored.Moment(MadeAt));
    }
}
