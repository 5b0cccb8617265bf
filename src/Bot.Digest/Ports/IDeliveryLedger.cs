using Bot.Digest.Chat;

namespace Bot.Digest.Ports;

/// <summary>What became of a message.</summary>
public enum DeliveryState
{
    Pending = 1,

    /// <summary>Committed before the request, so that a crash leaves a trace of it.</summary>
    Sending = 2,
    Sent = 3,

    /// <summary>It may have been posted or not; never tried again by itself.</summary>
    Uncertain = 4,
    Undeliverable = 5,
}

/// <summary>Why a message was given up or a digest has none, beside what <see cref="Refusal"/> tells.</summary>
public enum DeliveryReason
{
    Gone = 1,
    Forbidden = 2,
    Moved = 3,
    TopicClosed = 4,
    ContentRefused = 5,
    BotRefused = 6,

    /// <summary>The answer to the request was lost.</summary>
    AnswerLost = 7,

    /// <summary>The program ended while the request was on its way.</summary>
    Interrupted = 8,

    /// <summary>An earlier message of the same channel was refused for good.</summary>
    ChannelHeld = 9,

    /// <summary>The platform put it off for longer than a day.</summary>
    PutOff = 10,
}

/// <summary>A message that is now on its way: its state is committed.</summary>
/// <param name="Attempt">From 1.</param>
/// <param name="FirstSent">When the first of its tries that may have been taken was on its way: how long its key is good for counts from here.</param>
public sealed record OutgoingDelivery(DeliveryId Id, ChannelId Channel, Post Post, int Attempt, DateTimeOffset FirstSent)
{
    /// <summary>The platform's id of the message in whose place this text is put; null for a message of its own.</summary>
    public string? Edits { get; init; }
}

/// <summary>A message that was sent.</summary>
public sealed record SentMessage(DeliveryId Id, string Body, DateTimeOffset At);

/// <summary>How a try ended.</summary>
public abstract record DeliveryEnd
{
    /// <summary>It is there.</summary>
    /// <param name="Message">The platform's id of it.</param>
    public sealed record Sent(string Message) : DeliveryEnd;

    /// <summary>It is tried once more.</summary>
    /// <param name="MayBeThere">No answer said that nothing was posted: the next try is safe only while the key is good.</param>
    public sealed record Again(DateTimeOffset NotBefore, bool MayBeThere) : DeliveryEnd;

    public sealed record Uncertain(DeliveryReason Reason) : DeliveryEnd;

    /// <summary>It will never be there.</summary>
    /// <param name="HoldsChannel">Nothing else can be posted there: what waits for the channel is given up too, and its subscriptions are held.</param>
    public sealed record Undeliverable(DeliveryReason Reason, bool HoldsChannel) : DeliveryEnd;

    /// <summary>The channel has another id: it is rewritten everywhere, and the message waits for its next turn.</summary>
    public sealed record MovedTo(ChatAddress Channel) : DeliveryEnd;
}

/// <summary>
/// The messages that have to be posted, in the archive's database: the truth about what was sent. In each channel one message follows the
/// other; the next is given out when the one before has ended.
/// </summary>
public interface IDeliveryLedger
{
    /// <summary>
    /// Puts the first waiting message of each channel on its way, the longest waiting first. Returned only when that is durable. One that may be
    /// there already and whose key is good no more becomes uncertain instead.
    /// </summary>
    /// <param name="keyLife">As <see cref="PostingTerms.KeyLife"/>.</param>
    /// <param name="resting">Channels that are not to be written to now.</param>
    /// <param name="isRestShared">As <see cref="PostingTerms.IsGapShared"/>: no other channel of their communities is either.</param>
    Task<IReadOnlyList<OutgoingDelivery>> TakeAsync(
        string platform, TimeSpan? keyLife, IReadOnlyCollection<ChannelId> resting, bool isRestShared, int most, CancellationToken ct);

    /// <summary>Writes down how a try ended, and what follows from it for its digest, its channel and its subscriptions.</summary>
    Task EndAsync(DeliveryId delivery, DeliveryEnd end, CancellationToken ct);

    /// <summary>
    /// To be called before anything is sent: messages that were on their way when the program ended wait again where their key is still good,
    /// else they are uncertain.
    /// </summary>
    /// <returns>How many wait again, and how many are uncertain.</returns>
    Task<(int Again, int Uncertain)> RecoverAsync(string platform, TimeSpan? keyLife, CancellationToken ct);

    /// <summary>When the next message of a platform may be sent; null when none waits but behind one that is on its way.</summary>
    Task<DateTimeOffset?> NextAsync(string platform, CancellationToken ct);

    /// <summary>The last messages that were sent to a channel, newest first: for a platform that shows them from here.</summary>
    Task<IReadOnlyList<SentMessage>> SentAsync(ChatAddress channel, int take, CancellationToken ct);
}
