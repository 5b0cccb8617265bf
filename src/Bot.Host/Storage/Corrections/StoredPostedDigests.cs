using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>What was posted in the last days and what was wrong with it.</summary>
public sealed class StoredPostedDigests(IDatabase database, TimeProvider clock) : IPostedDigests
{
    /// <summary>Posts put right in one transaction: a digest may have been posted to thousands of channels.</summary>
    private const int SlotsAtOnce = 200;

    public async Task<ChangedDigests> ChangedAsync(DateTimeOffset since, ArticleId? after, CancellationToken ct)
    {
        await ForgetAsync(since, ct);
        return await database.ReadAsync(connection => ChangedDigestRows.ReadAsync(connection, Stored.Moment(since), after, ct), ct);
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
            select s.channel_id, (select min(d.made_at) from deliveries d where d.slot_id = p.id)
            from slots p
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
}
