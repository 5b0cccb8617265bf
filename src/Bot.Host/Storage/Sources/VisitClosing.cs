using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage.Sources;

/// <summary>Writes down what a visit brought beside the articles: items with the portion of their articles, what is remembered with the last one.</summary>
internal sealed class VisitClosing
{
    /// <summary>How long an item without an article is remembered after it was last seen. Longer than feeds hold their items.</summary>
    private static readonly TimeSpan ItemsKept = TimeSpan.FromDays(90);

    private readonly IDatabase _database;
    private readonly ClaimedSource _source;
    private readonly VisitOutcome _outcome;
    private readonly DateTimeOffset _now;
    private readonly List<VisitedItem> _items;
    private readonly List<OwedPage> _pages;
    private int _stored;

    public VisitClosing(IDatabase database, ClaimedSource source, VisitOutcome outcome, DateTimeOffset now)
    {
        (_database, _source, _outcome, _now) = (database, source, outcome, now);
        _items = [.. outcome.Items.Where(item => item.Article is not null)];
        _pages = [.. outcome.Pages.Where(page => page.Article is not null).Select(page => page.Page)];
        Articles =
        [
            .. _items.Select(item => new ArticleToStore(new ArticleParts(item.Article!), item.Known)),
            .. outcome.Pages.Where(page => page.Article is not null).Select(page => new ArticleToStore(new ArticleParts(page.Article!), page.Page.Article)),
        ];
    }

    /// <summary>Articles of items, then those of pages that were tried again.</summary>
    public IReadOnlyList<ArticleToStore> Articles { get; }

    public int ItemArticles => _items.Count;

    public PortionSteps Steps(CancellationToken ct) => new(connection => HoldsAsync(connection, ct), async (connection, portion, isLast) =>
    {
        var rows = new ItemRows(connection, _database, _source.Id);
        foreach (var article in portion)
        {
            await RememberAsync(rows, _stored++, article.Id, ct);
        }

        await ServedAgainAsync(connection, portion, ct);
        if (isLast)
        {
            await CloseAsync(connection, rows, ct);
        }
    });

    /// <summary>Whether the lease is still this visitor's and somebody still follows the source.</summary>
    private async Task<bool> HoldsAsync(DbConnection connection, CancellationToken ct) => await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
        """
        select exists (select 1 from source_visits v where v.source_id = @Source and v.leased_until = @Lease)
            and exists (select 1 from community_sources c where c.source_id = @Source)
        """,
        new { Source = _source.Id.Value, Lease = Stored.Moment(_source.LeasedUntil) },
        cancellationToken: ct));

    private Task RememberAsync(ItemRows rows, int place, ArticleId article, CancellationToken ct) => place < _items.Count
        ? rows.RememberAsync(_items[place], article, _now, ct)
        : rows.OweAsync(_pages[place - _items.Count], 0, ct);

    private async Task CloseAsync(DbConnection connection, ItemRows rows, CancellationToken ct)
    {
        foreach (var item in _outcome.Items.Where(item => item.Article is null))
        {
            await rows.RememberAsync(item, item.Known, _now, ct);
        }

        foreach (var tried in _outcome.Pages.Where(tried => tried.Article is null))
        {
            await rows.OweAsync(tried.Page, tried.Page.PageTries, ct);
        }

        if (_outcome.Items.Count > 0)
        {
            await rows.ForgetAsync(_now - ItemsKept, ct);
        }

        await WithdrawAsync(connection, ct);
        await SourceNaming.RenameAsync(connection, _source, _outcome.Title, ct);
        if (_outcome.MovedTo is { } target)
        {
            await SourceMoves.MoveAsync(connection, _source.Id, target, _now, ct);
        }

        if (_outcome.IsNews)
        {
            await TellAsync(connection, ct);
        }

        await RememberVisitAsync(connection, ct);
    }

    private async Task<int> WithdrawAsync(DbConnection connection, CancellationToken ct)
    {
        var items = _outcome.Items.Where(item => item is { IsWithdrawn: true, Known: not null }).Select(item => item.Known!.Value.Value);
        var withdrawn = items.Concat(_outcome.Pages.Where(tried => tried.IsWithdrawn).Select(tried => tried.Page.Article.Value)).ToList();
        if (withdrawn.Count == 0)
        {
            return 0;
        }

        await ChangedArticles.NoteAsync(_database, connection, withdrawn, ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            $"update articles set withdrawn_at = @Now where id in ({_database.Each("@Articles")}) and withdrawn_at is null",
            new { Articles = Numbers.List(withdrawn), Now = Stored.Moment(_now) },
            cancellationToken: ct));
    }

    private Task<int> ServedAgainAsync(DbConnection connection, IReadOnlyList<StoredArticle> portion, CancellationToken ct) =>
        portion.Count == 0 ? Task.FromResult(0) : connection.ExecuteAsync(new CommandDefinition(
            $"update articles set withdrawn_at = null where id in ({_database.Each("@Articles")}) and withdrawn_at is not null",
            new { Articles = Numbers.List(portion.Select(article => article.Id.Value)) },
            cancellationToken: ct));

    private Task<int> TellAsync(DbConnection connection, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        """
        insert into source_notices (community_id, source_id, doubt, is_gone, seen_at)
        select c.community_id, c.source_id, @Doubt, @IsGone, @Now
        from community_sources c
        where c.source_id = @Source
        on conflict do nothing
        """,
        new { Source = _source.Id.Value, Doubt = (long?)_outcome.Memory.Doubt, _outcome.Memory.IsGone, Now = Stored.Moment(_now) },
        cancellationToken: ct));

    // Those who follow may all have paused meanwhile, and one that became part of another is visited no more.
    private Task<int> RememberVisitAsync(DbConnection connection, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        $"""
        update source_visits
        set {VisitRow.Assignments}, leased_until = 0
        where source_id = @Source;

        update source_visits
        set due_at = null
        where source_id = @Source and (
            not exists (select 1 from community_sources c where c.source_id = @Source and c.paused_at is null)
            or exists (select 1 from sources s where s.id = @Source and s.address is null))
        """,
        VisitRow.Values(_source.Id, _outcome.Memory, _outcome.NextVisit),
        cancellationToken: ct));
}
