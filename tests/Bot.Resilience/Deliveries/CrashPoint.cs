using System.Diagnostics;
using System.Diagnostics.Tracing;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Resilience.Deliveries;

/// <summary>The named moments of a digest's way at which a process may be killed.</summary>
internal enum Moment
{
    /// <summary>Due digests are written down.</summary>
    Planned,

    /// <summary>They were turned into messages.</summary>
    Composed,

    /// <summary>Messages are committed as being on their way, and the platform knows nothing of them.</summary>
    Intended,

    /// <summary>A request was written to the last byte.</summary>
    Written,

    /// <summary>The platform's answer was read, and the archive knows nothing of it.</summary>
    Answered,

    /// <summary>The end of a message is committed.</summary>
    Ended,

    /// <summary>As <see cref="Ended"/>, of a message whose digest has another one to come.</summary>
    BetweenParts,
}

/// <summary>Kills its own process when a moment has come for the nth time. It stands around ports of the product, which know nothing of it.</summary>
/// <param name="database">The program's own, to look at.</param>
internal sealed class CrashPoint(Moment moment, int nth, IDatabase database)
{
    private int _left = nth;

    /// <summary>Puts itself around what the product registered.</summary>
    public void Into(IServiceCollection services)
    {
        var requests = moment == Moment.Written ? new WrittenRequests(() => Come(Moment.Written)) : null;
        WatchedPort<IDigestSlots>.Around(services, () => null, AfterSlots);
        WatchedPort<IDeliveryLedger>.Around(services, () => null, AfterLedger);
        WatchedPort<IChatPlatform>.Around(services, () => requests?.Enter(), AfterPlatform);
    }

    private void AfterSlots(PortCall call)
    {
        switch (call)
        {
            case { Method: nameof(IDigestSlots.PlanAsync), Arguments: [IReadOnlyList<SlotsToPlan> plans, ..] } when plans.Any(plan => plan.Slots.Count > 0):
                Come(Moment.Planned);
                break;
            case { Method: nameof(IDigestSlots.ComposeAsync), Arguments: [IReadOnlyList<ComposedDigest> { Count: > 0 }, ..] }:
                Come(Moment.Composed);
                break;
        }
    }

    private void AfterLedger(PortCall call)
    {
        switch (call)
        {
            case { Method: nameof(IDeliveryLedger.TakeAsync), Result: IReadOnlyList<OutgoingDelivery> { Count: > 0 } }:
                Come(Moment.Intended);
                break;
            case { Method: nameof(IDeliveryLedger.EndAsync), Arguments: [DeliveryId delivery, DeliveryEnd.Sent, ..] }:
                Come(Moment.Ended);
                if (moment == Moment.BetweenParts && HasMore(delivery))
                {
                    Come(Moment.BetweenParts);
                }

                break;
        }
    }

    private void AfterPlatform(PortCall call)
    {
        if (call is { Method: nameof(IChatPlatform.PostAsync), Result: Posted })
        {
            Come(Moment.Answered);
        }
    }

    private bool HasMore(DeliveryId delivery) => database.ReadAsync(
        connection => connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from deliveries d join deliveries e on e.slot_id = d.slot_id and e.part > d.part where d.id = @Id)",
            new { Id = delivery.Value }),
        CancellationToken.None).GetAwaiter().GetResult();

    private void Come(Moment reached)
    {
        if (reached == moment && Interlocked.Decrement(ref _left) == 0)
        {
            Process.GetCurrentProcess().Kill(); // SIGKILL: nothing of this process runs on.
        }
    }

    /// <summary>Hears of requests whose content was written and flushed, as the framework's own HTTP client reports it.</summary>
    private sealed class WrittenRequests(Action onWritten) : EventListener
    {
        // Other requests are none of a digest's.
        private readonly AsyncLocal<bool> _isPosting = new();

        public IDisposable Enter()
        {
            _isPosting.Value = true;
            return new Leaving(this);
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "RequestContentStop" && _isPosting is { Value: true })
            {
                onWritten();
            }
        }

        private sealed class Leaving(WrittenRequests requests) : IDisposable
        {
            public void Dispose() => requests._isPosting.Value = false;
        }
    }
}
