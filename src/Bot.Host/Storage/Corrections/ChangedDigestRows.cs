using System.Data.Common;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>Reads the digests that show articles which changed since.</summary>
internal static class ChangedDigestRows
{
    /// <summary>Articles looked at together; each stands in some digests.</summary>
    private const int AtOnce = 50;

    /// <summary>The digests that show the first changed articles behind <paramref name="after"/>.</summary>
    /// <param name="since">As stored; what was due before is forgotten, though a later digest shows the same.</param>
    public static async Task<ChangedDigests> ReadAsync(DbConnection connection, long since, ArticleId? after, CancellationToken ct)
    {
        var changed = (await connection.QueryAsync<(long Article, long Change)>(new CommandDefinition(
            $"select article_id, change from changed_articles where article_id > @After order by article_id limit {AtOnce}",
            new { After = after?.Value ?? 0 },
            cancellationToken: ct))).AsList();
        if (changed.Count == 0)
        {
            return new ChangedDigests([], []);
        }

        var rows = await connection.QueryAsync<DigestRow>(new CommandDefinition(
            $"""
            select d.id as Shown, p.id as Slot, {Visible.Reader("c.community_id")} as Reader, c.platform as Platform, d.language as Language, d.reply as Reply
            from shown_digests d
            join slots p on p.shown_id = d.id
            join subscriptions s on s.id = p.subscription_id
            join channels c on c.id = s.channel_id
            where d.id in (select shown_id from shown_items where article_id in @Articles) and p.due_at >= @Since
            order by p.id
            """,
            new { Articles = changed.Select(one => one.Article), Since = since },
            cancellationToken: ct));
        var digests = new List<ChangedDigest>();
        foreach (var same in rows.GroupBy(row => (row.Shown, row.Reader, row.Platform)))
        {
            digests.Add(await ReadAsync(connection, [.. same], changed.Select(one => one.Article).ToHashSet(), ct));
        }

        return new ChangedDigests(digests, [.. changed.Select(one => (new ArticleId(one.Article), one.Change))]);
    }

    /// <summary>A digest with the items that changed since it was shown.</summary>
    /// <param name="rows">Slots that were shown the same, at least one.</param>
    private static async Task<ChangedDigest> ReadAsync(DbConnection connection, IReadOnlyList<DigestRow> rows, HashSet<long> changed, CancellationToken ct)
    {
        var items = (await connection.QueryAsync<ItemRow>(new CommandDefinition(
            $"""
            select i.line as Line, i.number as Number, i.kind as Kind, i.article_id as Article, i.words as Words, i.text as Text, i.outlet as Outlet,
                a.withdrawn_at is not null as IsWithdrawn,
                exists (
                    select 1
                    from paragraphs p
                    where p.article_id = i.article_id and instr(p.text, i.text) > 0
                        and {MarkedQuotes.HoldsNone("p.article_id", "p.number", "(instr(p.text, i.text) - 1)", "(instr(p.text, i.text) - 1 + length(i.text))")}) as Stands
            from shown_items i
            join articles a on a.id = i.article_id
            where i.shown_id = @Shown
            order by i.line, i.kind, i.article_id
            """,
            new { rows[0].Shown, Asker = rows[0].Reader },
            cancellationToken: ct))).AsList();
        return new ChangedDigest(
            [.. rows.Select(row => new SlotId(row.Slot))],
            new CommunityId(rows[0].Reader),
            rows[0].Platform,
            new ShownDigest(ReplyJsonReader.Read(rows[0].Reply), rows[0].Language, [.. items.Select(item => item.ToItem())]),
            [.. items.Where(item => changed.Contains(item.Article)).Select(item => new ChangedItem(item.ToItem(), item.IsWithdrawn, item.Stands))]);
    }

    private sealed class DigestRow
    {
        public long Shown { get; init; }

        public long Slot { get; init; }

        public long Reader { get; init; }

        public string Platform { get; init; } = "";

        public string Language { get; init; } = "";

        public string Reply { get; init; } = "";
    }

    private sealed class ItemRow
    {
        public int Line { get; init; }

        public int Number { get; init; }

        public int Kind { get; init; }

        public long Article { get; init; }

        public int Words { get; init; }

        public string Text { get; init; } = "";

        public string Outlet { get; init; } = "";

        public bool IsWithdrawn { get; init; }

        public bool Stands { get; init; }

        public ShownItem ToItem() => new(
            Line, Number, (ShownKind)Kind, new ItemReference(new ArticleId(Article), Words < 0 ? null : Words), Text, Outlet);
    }
}
