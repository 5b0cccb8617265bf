using System.Data.Common;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>Keeps what digests show, once for all who are shown the same; within one transaction.</summary>
internal sealed class ShownRows(DbConnection connection)
{
    private readonly Dictionary<ShownDigest, long> _entered = new(ReferenceEqualityComparer.Instance);

    /// <summary>The number of what a digest shows, given when nobody was shown the same.</summary>
    /// <param name="composedAt">As stored.</param>
    public async Task<long> EnterAsync(ShownDigest shown, long composedAt, CancellationToken ct)
    {
        if (!_entered.TryGetValue(shown, out var id))
        {
            _entered[shown] = id = await FindOrAddAsync(shown, composedAt, ct);
        }

        return id;
    }

    private async Task<long> FindOrAddAsync(ShownDigest shown, long composedAt, CancellationToken ct)
    {
        var reply = ReplyJson.Write(shown.Reply);
        var values = new { Hash = Stored.TextHash($"{shown.Language}\n{reply}"), ComposedAt = composedAt, shown.Language, Reply = reply };
        var known = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "update shown_digests set composed_at = max(composed_at, @ComposedAt) where hash = @Hash returning id", values, cancellationToken: ct));
        if (known is { } there)
        {
            return there;
        }

        var id = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "insert into shown_digests (hash, composed_at, language, reply) values (@Hash, @ComposedAt, @Language, @Reply) returning id",
            values,
            cancellationToken: ct));
        await AddItemsAsync(id, shown.Items, ct);
        await LookAgainAsync(id, ct);
        return id;
    }

    // An article that was taken out since the digest was composed is compared no more.
    private Task<int> AddItemsAsync(long shown, IReadOnlyList<ShownItem> items, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        """
        insert into shown_items (shown_id, line, number, kind, article_id, words, text, outlet)
        select @Shown, @Line, @Number, @Kind, id, @Words, @Text, @Outlet from articles where id = @Article
        """,
        items.Select(item => new
        {
            Shown = shown,
            item.Line,
            item.Number,
            Kind = (int)item.Kind,
            Article = item.Item.Article.Value,
            Words = item.Item.Words ?? -1,
            item.Text,
            item.Outlet,
        }),
        cancellationToken: ct));

    /// <summary>What was marked or taken back may have been so only after the digest was read.</summary>
    private Task<int> LookAgainAsync(long shown, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        """
        insert into changed_articles (article_id, change)
        select distinct i.article_id, 1
        from shown_items i
        join articles a on a.id = i.article_id
        where i.shown_id = @Shown and (a.withdrawn_at is not null or exists (
            select 1
            from quotes q
            join marked_quotes m on m.quote_id = q.id
            where q.id >= a.first_quote and q.id < a.first_quote + a.quote_count))
        on conflict (article_id) do update set change = changed_articles.change + 1
        """,
        new { Shown = shown },
        cancellationToken: ct));
}
