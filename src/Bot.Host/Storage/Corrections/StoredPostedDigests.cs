using System.Data.Common;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>What was posted in the last days and what was wrong with it.</summary>
public sealed class StoredPostedDigests(IDatabase database, TimeProvider clock) : IPostedDigests
{
    /// <summary>Articles looked at together; each stands in some digests.</summary>
    private const int AtOnce = 50;

    /// <summary>Posts put right in one transaction: a digest may have been posted to thousands of channels.</summary>
    private const int SlotsAtOnce = 200;

    public async Task<ChangedDigests> ChangedAsync(DateTimeOffset since, ArticleId? after, CancellationToken ct)
    {
        await ForgetAsync(since, ct);
        return await database.ReadAsync(connection => ReadAsync(connection, after, ct), ct);
    }

    public async Task CorrectAsync(IReadOnlyList<CorrectedDigest> digests, IReadOnlyList<(ArticleId Article, long Change)> through, CancellationToken ct)
    {
        // The articles are let go last: whoever is stopped in between finds what is left.
        foreach (var some in digests.SelectMany(digest => digest.Slots.Select(slot => (Slot: slot.Value, Digest: digest))).Chunk(SlotsAtOnce))
        {
            await database.WriteAsync(connection => CorrectAsync(connection, some, ct), ct);
        }

        await database.WriteAsync(
            connection => connection.ExecuteAsync(new CommandDefinition(
                "delete from changed_articles where article_id = @Article and change = @Change",
                through.Select(one => new { Article = one.Article.Value, one.Change }),
                cancellationToken: ct)),
            ct);
    }

    private async Task<int> CorrectAsync(DbConnection connection, IReadOnlyList<(long Slot, CorrectedDigest Digest)> some, CancellationToken ct)
    {
        var (shown, edits) = (new ShownRows(connection), new PostedEdits(connection, Stored.Moment(clock.GetUtcNow())));
        foreach (var (slot, digest) in some)
        {
            await CorrectAsync(connection, shown, edits, slot, digest, ct);
        }

        return some.Count;
    }

    private static async Task CorrectAsync(
        DbConnection connection, ShownRows rows, PostedEdits edits, long slot, CorrectedDigest digest, CancellationToken ct)
    {
        var (channel, composed) = await connection.QuerySingleAsync<(long, long)>(new CommandDefinition(
            """
            select s.channel_id, d.composed_at
            from slots p
            join shown_digests d on d.id = p.shown_id
            join subscriptions s on s.id = p.subscription_id
            where p.id = @Slot
            """,
            new { Slot = slot },
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "update slots set shown_id = @Shown where id = @Slot",
            new { Shown = await rows.EnterAsync(digest.Shown, composed, ct), Slot = slot },
            cancellationToken: ct));
        if (await edits.MakeAsync(slot, digest, ct))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into corrections (channel_id, composed_at, number, kind, was, became) values (@Channel, @Composed, @Number, @Kind, @Was, @Became)
                """,
                digest.Corrections.Select(one => new { Channel = channel, Composed = composed, one.Number, Kind = (int)one.Kind, one.Was, one.Became }),
                cancellationToken: ct));
        }
    }

    /// <summary>Each minute there is mostly nothing to forget: looked at before anybody has to wait.</summary>
    private async Task ForgetAsync(DateTimeOffset since, CancellationToken ct)
    {
        var values = new { Since = Stored.Moment(since) };
        if (!await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                "select exists (select 1 from shown_digests where composed_at < @Since)", values, cancellationToken: ct)),
            ct))
        {
            return;
        }

        string[] steps =
        [
            "update slots set shown_id = null where shown_id in (select id from shown_digests where composed_at < @Since)",
            "delete from shown_items where shown_id in (select id from shown_digests where composed_at < @Since)",
            "delete from shown_digests where composed_at < @Since",
            "delete from changed_articles where article_id not in (select article_id from shown_items)",
            $"""
            delete from corrections
            where composed_at < @Since and told_slot_id in (select id from slots where state not in ({(int)SlotState.Composed}, {(int)SlotState.Undeliverable}))
            """,
        ];
        await database.WriteAsync(
            async connection =>
            {
                foreach (var sql in steps)
                {
                    await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: ct));
                }

                return 0;
            },
            ct);
    }

    private static async Task<ChangedDigests> ReadAsync(DbConnection connection, ArticleId? after, CancellationToken ct)
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
            where d.id in (select shown_id from shown_items where article_id in @Articles)
            order by p.id
            """,
            new { Articles = changed.Select(one => one.Article) },
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
