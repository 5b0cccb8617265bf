using System.Data.Common;
using Bot.Digest.Ports;
using Bot.Digest.Schedules;
using Bot.Host.Storage.Corrections;
using Dapper;

namespace Bot.Host.Storage.Deliveries;

/// <summary>Settles slots and puts the messages of digests into the ledger; within one transaction.</summary>
/// <param name="now">As stored.</param>
internal sealed class ComposedRows(DbConnection connection, long now)
{
    private readonly EditionRows _editions = new(connection, now);
    private readonly ShownRows _shown = new(connection);

    public async Task AddAsync(ComposedDigest digest, CancellationToken ct)
    {
        var isTold = digest.Skip is null;
        var carrier = await SettleAsync(digest.Carrier, isTold ? SlotState.Composed : SlotState.Skipped, digest.Skip, mergedInto: null, ct);
        if (carrier is not { } slot)
        {
            return;
        }

        foreach (var merged in digest.Merged)
        {
            await SettleAsync(merged, SlotState.Merged, null, slot, ct);
        }

        foreach (var skipped in digest.Skipped)
        {
            await SettleAsync(skipped, SlotState.Skipped, SkipReason.TooOld, slot, ct);
        }

        if (isTold)
        {
            await TellAsync(digest, slot, ct);
        }
    }

    private async Task TellAsync(ComposedDigest digest, long slot, CancellationToken ct)
    {
        var channel = digest.Channel.Value;
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            insert into deliveries (channel_id, slot_id, part, body, is_silent, state, made_at)
            values (@Channel, @Slot, @Part, @Body, @IsSilent, {(int)DeliveryState.Pending}, @Now)
            """,
            digest.Messages.Select((body, part) => new { Channel = channel, Slot = slot, Part = part + 1, Body = body, digest.IsSilent, Now = now }),
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "update slots set edition_id = @Edition where id = @Slot",
            new { Edition = await _editions.EnterAsync(digest.Edition, ct), Slot = slot },
            cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(
            "update corrections set told_slot_id = @Slot where id = @Correction",
            digest.Corrections.Select(correction => new { Slot = slot, Correction = correction.Id }),
            cancellationToken: ct));
        if (digest.Shown is { } shown)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "update slots set shown_id = @Shown where id = @Slot",
                new { Shown = await _shown.EnterAsync(shown, now, ct), Slot = slot },
                cancellationToken: ct));
        }

        // Another subscription of the channel wishes for something else: what this digest had no wish to tell, its next one tells.
        await connection.ExecuteAsync(new CommandDefinition(
            "update subscriptions set composed_at = @Now where id = @Subscription",
            new { Subscription = digest.Carrier.Subscription.Value, Now = now },
            cancellationToken: ct));
    }

    /// <summary>The slot's number when it was still planned; null when somebody else settled it.</summary>
    private Task<long?> SettleAsync(PlannedSlot planned, SlotState state, SkipReason? reason, long? mergedInto, CancellationToken ct) =>
        connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            $"""
            update slots
            set state = @State, reason = @Reason, merged_into = @MergedInto, settled_at = @SettledAt
            where subscription_id = @Subscription and local_date = @Day and number = @Number and state = {(int)SlotState.Planned}
            returning id
            """,
            new
            {
                State = (int)state,
                Reason = (int?)reason,
                MergedInto = mergedInto,
                SettledAt = state == SlotState.Composed ? (long?)null : now,
                Subscription = planned.Subscription.Value,
                Day = Stored.Day(planned.Slot.Day),
                planned.Slot.Number,
            },
            cancellationToken: ct));
}
