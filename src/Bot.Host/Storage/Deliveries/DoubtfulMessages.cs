using System.Data.Common;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>Messages that may be there although no answer said so: tried again while their key is good, and not a moment longer; within one transaction.</summary>
/// <param name="keyLife">As <see cref="PostingTerms.KeyLife"/>.</param>
internal sealed class DoubtfulMessages(DbConnection connection, string platform, TimeSpan? keyLife, DateTimeOffset now)
{
    private readonly DeliveryEnding _ending = new(connection, Stored.Moment(now));

    /// <summary>Settles what was on its way when the program ended.</summary>
    /// <returns>How many wait again, and how many are uncertain.</returns>
    public async Task<(int Again, int Uncertain)> RecoverAsync(CancellationToken ct)
    {
        var left = await SelectAsync($"d.state = {(int)DeliveryState.Sending}", ct);
        foreach (var row in left)
        {
            await _ending.EndAsync(row.Id, IsGood(row) ? new DeliveryEnd.Again(now, MayBeThere: true) : new DeliveryEnd.Uncertain(DeliveryReason.Interrupted), ct);
        }

        var again = left.Count(IsGood);
        return (again, left.Count - again);
    }

    /// <summary>Settles what waited for another try for longer than its key is good, since a platform was away or the program was.</summary>
    public async Task ExpireAsync(CancellationToken ct)
    {
        foreach (var row in await SelectAsync($"d.state = {(int)DeliveryState.Pending} and d.is_doubtful", ct))
        {
            if (!IsGood(row))
            {
                await _ending.EndAsync(row.Id, new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost), ct);
            }
        }
    }

    private bool IsGood(Row row) => PostingTerms.IsKeyGood(row.IsEdit ? PostingTerms.EditLife : keyLife, Stored.Moment(row.FirstSent), now);

    private async Task<List<Row>> SelectAsync(string which, CancellationToken ct) => (await connection.QueryAsync<Row>(new CommandDefinition(
        $"""
        select d.id as Id, d.first_sent_at as FirstSent, d.edits is not null as IsEdit
        {StoredDeliveries.WithChannel} and {which} and c.platform = @Platform
        """,
        new { Platform = platform },
        cancellationToken: ct))).AsList();

    private sealed class Row
    {
        public long Id { get; init; }

        public long FirstSent { get; init; }

        public bool IsEdit { get; init; }
    }
}
