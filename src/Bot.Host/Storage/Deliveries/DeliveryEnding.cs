using System.Data.Common;
using Bot.Digest.Ports;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>What the end of a message means for its digest, its channel and the channel's subscriptions; within one transaction.</summary>
/// <param name="now">As stored.</param>
internal sealed class DeliveryEnding(DbConnection connection, long now)
{
    public async Task EndAsync(long delivery, DeliveryEnd end, CancellationToken ct)
    {
        if (await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select channel_id from deliveries where id = @Delivery", new { Delivery = delivery }, cancellationToken: ct)) is not { } channel)
        {
            return; // Its community was forgotten while it was on its way.
        }

        switch (end)
        {
            case DeliveryEnd.Again again:
                await WaitAsync(delivery, Stored.Moment(again.NotBefore), again.MayBeThere, ct);
                break;
            case DeliveryEnd.MovedTo moved:
                await new ChannelMove(connection).MoveAsync(await Channels.AddressAsync(connection, channel, ct), moved.Channel, ct);
                await WaitAsync(delivery, now, mayBeThere: false, ct);
                break;
            case DeliveryEnd.Sent sent:
                await SettleAsync(delivery, DeliveryState.Sent, null, sent.Message, ct);
                await TakeOverAsync("e.id = @Delivery", delivery, ct);
                break;
            case DeliveryEnd.Uncertain uncertain:
                await SettleAsync(delivery, DeliveryState.Uncertain, uncertain.Reason, null, ct);

                // Nobody knows what there would be to edit. Whoever sends it again sends it as it is right.
                await TakeOverAsync($"e.edits = @Delivery and e.state = {(int)DeliveryState.Pending}", delivery, ct);
                break;
            case DeliveryEnd.Undeliverable undeliverable:
                await SettleAsync(delivery, DeliveryState.Undeliverable, undeliverable.Reason, null, ct);
                if (undeliverable.HoldsChannel)
                {
                    await HoldAsync(channel, undeliverable.Reason, ct);
                }

                break;
        }
    }

    /// <summary>Gives a message the text of an edit of it.</summary>
    private Task<int> TakeOverAsync(string edit, long delivery, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        $"update deliveries set body = e.body from deliveries e where {edit} and deliveries.id = e.edits", new { Delivery = delivery }, cancellationToken: ct));

    private Task<int> WaitAsync(long delivery, long notBefore, bool mayBeThere, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        $"""
        update deliveries
        set state = {(int)DeliveryState.Pending}, not_before = @NotBefore, put_off_at = @Now, is_doubtful = is_doubtful or @MayBeThere
        where id = @Delivery
        """,
        new { Delivery = delivery, NotBefore = notBefore, MayBeThere = mayBeThere, Now = now },
        cancellationToken: ct));

    private async Task SettleAsync(long delivery, DeliveryState state, DeliveryReason? reason, string? message, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "update deliveries set state = @State, reason = @Reason, message = @Message, ended_at = @Now where id = @Delivery",
            new { Delivery = delivery, State = (int)state, Reason = (int?)reason, Message = message, Now = now },
            cancellationToken: ct));
        await SettleSlotsAsync("id = (select slot_id from deliveries where id = @Value)", delivery, ct);
    }

    /// <summary>Nothing more can be posted there: what waits is given up, and its subscriptions are held until somebody sees to it.</summary>
    public async Task HoldAsync(long channel, DeliveryReason reason, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            update deliveries
            set state = {(int)DeliveryState.Undeliverable}, reason = {(int)DeliveryReason.ChannelHeld}, ended_at = @Now
            where channel_id = @Channel and state = {(int)DeliveryState.Pending}
            """,
            new { Channel = channel, Now = now },
            cancellationToken: ct));
        await SettleSlotsAsync("id in (select slot_id from deliveries where channel_id = @Value)", channel, ct);
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            update subscriptions
            set standing = {(int)SubscriptionStanding.Held}, held_for = @Reason, standing_since = @Now, due_at = null
            where channel_id = @Channel and standing = {(int)SubscriptionStanding.Active}
            """,
            new { Channel = channel, Reason = (int)reason, Now = now },
            cancellationToken: ct));
    }

    /// <summary>A digest whose messages have all ended takes the worst state of them.</summary>
    private Task<int> SettleSlotsAsync(string which, long value, CancellationToken ct) => connection.ExecuteAsync(new CommandDefinition(
        $"""
        update slots
        set settled_at = @Now,
            state = (
                select case
                    when max(d.state = {(int)DeliveryState.Undeliverable}) then {(int)SlotState.Undeliverable}
                    when max(d.state = {(int)DeliveryState.Uncertain}) then {(int)SlotState.Uncertain}
                    else {(int)SlotState.Sent} end
                from deliveries d
                where d.slot_id = slots.id)
        where {which} and state = {(int)SlotState.Composed}
            and not exists (
                select 1
                from deliveries d
                where d.slot_id = slots.id and d.state in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Sending}))
        """,
        new { Value = value, Now = now },
        cancellationToken: ct));
}
