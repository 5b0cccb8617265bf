using System.Globalization;

namespace Bot.Digest.Chat;

/// <summary>Where digests are posted: what every platform implements beside answering commands. Safe for many threads.</summary>
public interface IChatPlatform
{
    /// <summary>As in <see cref="ChatAddress.Platform"/>.</summary>
    string Name { get; }

    PostingTerms Terms { get; }

    /// <summary>
    /// The messages of a reply in this platform's own form, in the order to be posted: each within its limits, parted between entries and
    /// never inside one where that can be helped. They may be stored and posted after a restart.
    /// </summary>
    IReadOnlyList<string> Render(Reply reply, CultureInfo language);

    /// <summary>Posts one message. Whatever the platform does comes back as an outcome; only a cancelled token throws.</summary>
    Task<PostOutcome> PostAsync(Post post, CancellationToken ct);

    /// <summary>Puts another text in the place of a message that was posted.</summary>
    /// <param name="message">As <see cref="Posted"/> named it.</param>
    Task<PostOutcome> EditAsync(Post post, string message, CancellationToken ct);
}

/// <summary>One message on its way.</summary>
/// <param name="Body">One of what <see cref="IChatPlatform.Render"/> gave.</param>
/// <param name="Key">The same for every try of this message; at most 25 characters.</param>
/// <param name="IsSilent">Without a sound on the readers' devices.</param>
public sealed record Post(ChatAddress To, string Body, string Key, bool IsSilent);

/// <summary>What a platform promises, and how fast it wants to be written to.</summary>
public sealed record PostingTerms
{
    /// <summary>
    /// How long a second try with the same key is sure to make no second message; null where the platform knows no keys.
    /// </summary>
    public TimeSpan? KeyLife { get; init; }

    /// <summary>Messages a second to all channels together, as documented; what the platform answers may slow it further.</summary>
    public required double MessagesASecond { get; init; }

    /// <summary>The shortest time between two messages to one channel; a platform may want to be left alone for longer in some than in others.</summary>
    public Func<ChatAddress, TimeSpan> ChannelGap { get; init; } = _ => TimeSpan.Zero;

    /// <summary>Whether the channels of a community have that gap in common, as a group's topics do on Telegram.</summary>
    public bool IsGapShared { get; init; }

    /// <summary>How many messages may be on their way at a moment; so many may be uncertain after a crash.</summary>
    public required int MostOnTheirWay { get; init; }

    /// <summary>How long an edit is tried again when its answer was lost: twice the same text in the same place is once.</summary>
    public static TimeSpan EditLife { get; } = TimeSpan.FromDays(1);

    /// <summary>Whether a second try at a moment is sure to make no second message. Nobody knows how old a key is that a clock put back shows to be of the future.</summary>
    /// <param name="life">As <see cref="KeyLife"/>.</param>
    /// <param name="first">When the first try that may have been taken was on its way.</param>
    public static bool IsKeyGood(TimeSpan? life, DateTimeOffset first, DateTimeOffset at) => first <= at && at < first + life;
}

/// <summary>How posting ended.</summary>
public abstract record PostOutcome;

/// <summary>The message is there.</summary>
/// <param name="Message">The platform's id of it, to edit it by.</param>
public sealed record Posted(string Message) : PostOutcome;

/// <summary>Nothing was posted, and it may be tried again.</summary>
/// <param name="After">How long from now.</param>
/// <param name="IsForAll">The platform wants to hear nothing for that time, whatever the channel.</param>
public sealed record PostLater(TimeSpan After, bool IsForAll) : PostOutcome;

/// <summary>Nothing was posted, and trying again would change nothing.</summary>
/// <param name="Why">What is wrong.</param>
/// <param name="MovedTo">Where the channel is now; only with <see cref="Refusal.Moved"/>.</param>
public sealed record PostRefused(Refusal Why, ChatAddress? MovedTo = null) : PostOutcome;

/// <summary>The request may have been carried out or not: nobody knows.</summary>
public sealed record PostUnclear : PostOutcome;

/// <summary>Why a message can't be posted.</summary>
public enum Refusal
{
    /// <summary>The channel is no longer there.</summary>
    Gone = 1,

    /// <summary>The bot may not write there, was removed or blocked.</summary>
    Forbidden = 2,

    /// <summary>The channel has another id now.</summary>
    Moved = 3,

    /// <summary>The topic or thread takes no messages.</summary>
    TopicClosed = 4,

    /// <summary>This very message is not taken.</summary>
    ContentRefused = 5,

    /// <summary>The platform does not know the bot's token: nothing at all can be posted.</summary>
    BotRefused = 6,
}
