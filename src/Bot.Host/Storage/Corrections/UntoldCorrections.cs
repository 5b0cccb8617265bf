using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>What was wrong in digests that channels got, and is not told yet.</summary>
internal static class UntoldCorrections
{
    /// <summary>Those of some channels by channel, the oldest first; what could not be delivered was not told.</summary>
    public static async Task<ILookup<long, UntoldCorrection>> OfAsync(
        IDatabase database, DbConnection connection, IEnumerable<long> channels, CancellationToken ct)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select c.channel_id as Channel, c.id as Id, c.composed_at as ComposedAt, c.number as Number, c.kind as Kind, c.was as Was, c.became as Became
            from corrections c
            left join slots p on p.id = c.told_slot_id
            where c.channel_id in ({database.Each("@Channels")}) and (c.told_slot_id is null or p.state = {(int)SlotState.Undeliverable})
            order by c.composed_at, c.number, c.id
            """,
            new { Channels = Numbers.List(channels) },
            cancellationToken: ct));
        return rows.ToLookup(
            row => row.Channel, row => new UntoldCorrection(row.Id, new Correction(row.Number, (CorrectionKind)row.Kind, row.Was, row.Became), Stored.Moment(row.ComposedAt)));
    }

    private sealed class Row
    {
        public long Channel { get; init; }

        public long Id { get; init; }

        public long ComposedAt { get; init; }

        public int Number { get; init; }

        public int Kind { get; init; }

        public string Was { get; init; } = "";

        public string Became { get; init; } = "";
    }
}
