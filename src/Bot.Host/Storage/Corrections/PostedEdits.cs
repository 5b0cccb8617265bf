using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Corrections;

/// <summary>Puts edits of posted messages into the ledger; within one transaction.</summary>
/// <param name="now">As stored.</param>
internal sealed class PostedEdits(DbConnection connection, long now)
{
    /// <summary>
    /// Exchanges the messages of a digest. One that was not sent is exchanged where it waits, for one that was, or may have been, an edit follows it: twice the same edit
    /// makes no difference. Where there are more messages than were posted, or one that would have to change is too old to be edited, all stay as they are: what moved
    /// from one message to the next would stand in neither.
    /// </summary>
    /// <returns>Whether readers saw, or may have seen, any of it before.</returns>
    public async Task<bool> MakeAsync(long slot, CorrectedDigest digest, CancellationToken ct)
    {
        var posted = (await connection.QueryAsync<PostedRow>(new CommandDefinition(
            "select id as Id, channel_id as Channel, body as Body, state as State, is_doubtful as IsDoubtful, ended_at as EndedAt from deliveries where slot_id = @Slot order by part, id",
            new { Slot = slot },
            cancellationToken: ct))).AsList();
        var exchanges = posted.Index().Select(one => (Row: one.Item, Body: one.Index < digest.Messages.Count ? digest.Messages[one.Index] : digest.Surplus)).ToList();
        var isOld = exchanges.Exists(one => one.Row.EndedBefore(Stored.Moment(digest.EditableSince)) && one.Row.Body != one.Body);
        foreach (var (row, body) in isOld || digest.Messages.Count > posted.Count ? [] : exchanges)
        {
            await ExchangeAsync(row, body, ct);
        }

        return posted.Any(row => row.MayBeThere || (DeliveryState)row.State == DeliveryState.Uncertain);
    }

    private async Task ExchangeAsync(PostedRow row, string body, CancellationToken ct)
    {
        var values = new { row.Id, row.Channel, Body = body, Now = now };
        if (!row.MayBeThere)
        {
            await connection.ExecuteAsync(new CommandDefinition("update deliveries set body = @Body where id = @Id", values, cancellationToken: ct));
            return;
        }

        var waiting = await connection.ExecuteAsync(new CommandDefinition(
            $"update deliveries set body = @Body where edits = @Id and state = {(int)DeliveryState.Pending}", values, cancellationToken: ct));
        if (waiting == 0 && row.Body != body)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                $"""
                insert into deliveries (channel_id, part, body, is_silent, state, made_at, edits)
                values (@Channel, 1, @Body, 1, {(int)DeliveryState.Pending}, @Now, @Id)
                """,
                values,
                cancellationToken: ct));
        }
    }

    private sealed class PostedRow
    {
        public long Id { get; init; }

        public long Channel { get; init; }

        public string Body { get; init; } = "";

        public int State { get; init; }

        public bool IsDoubtful { get; init; }

        public long? EndedAt { get; init; }

        public bool EndedBefore(long moment) => (DeliveryState)State == DeliveryState.Sent && EndedAt < moment;

        /// <summary>Under its key the platform gives back what is there, whatever the next try would say: that one says the same.</summary>
        public bool MayBeThere => (DeliveryState)State is DeliveryState.Sent or DeliveryState.Sending || ((DeliveryState)State == DeliveryState.Pending && IsDoubtful);
    }
}
