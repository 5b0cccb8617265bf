using Bot.Digest.Chat;

namespace Bot.Resilience.StandIns;

/// <summary>
/// A chat platform in a process of its own: it posts to nobody, writes down what it is sent, and fails as it is told to. Whatever the program under
/// trial does to itself, what stands here is what people would have read.
/// </summary>
internal interface IStandIn : IAsyncDisposable
{
    /// <summary>As in <see cref="ChatAddress.Platform"/>.</summary>
    string Platform { get; }

    /// <summary>As <see cref="PostingTerms.KeyLife"/> promises; null where the platform knows no keys.</summary>
    TimeSpan? KeyLife { get; }

    /// <summary>As <see cref="PostingTerms.MostOnTheirWay"/>: so many messages may be uncertain after a kill.</summary>
    int MostOnTheirWay { get; }

    /// <summary>Environment variables under which the program posts to it.</summary>
    IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The address of the channel of that number, from 1; each in a community of its own.</summary>
    ChatAddress Channel(int number);

    /// <summary>What is seen there of a message that is stored as <paramref name="body"/>.</summary>
    string Shown(string body);

    /// <summary>What the program did that the platform forbids, in words.</summary>
    IReadOnlyList<string> Complaints => [];

    /// <summary>Fails like that from now on.</summary>
    Task FailAsync(Faults faults);

    /// <summary>All that it was sent until now, in the order in which it came.</summary>
    IReadOnlyList<SeenPost> Seen();
}

/// <summary>What became of a request to post.</summary>
internal enum SeenEnd
{
    /// <summary>The message is there, whether the answer arrived or not.</summary>
    Taken,

    /// <summary>The message was there already under its key; nothing new was posted.</summary>
    Repeated,

    /// <summary>Told to come later; nothing was posted.</summary>
    PutOff,

    /// <summary>Came again before the time that it was told to wait; nothing was posted.</summary>
    TooEarly,

    /// <summary>Failed before anything was posted.</summary>
    Failed,
}

/// <summary>One request to post.</summary>
/// <param name="At">When it came.</param>
/// <param name="Key">Null where the platform knows none.</param>
/// <param name="Message">The id of the message that is there; null when none is.</param>
internal sealed record SeenPost(DateTimeOffset At, ChatAddress To, string? Key, string Body, string? Message, SeenEnd End);

/// <summary>How a stand-in fails. Shares are between 0 and 1, each of the requests that come so far.</summary>
internal sealed record Faults
{
    /// <summary>Put off, the one channel.</summary>
    public double PutOff { get; init; }

    /// <summary>Put off, everything.</summary>
    public double PutOffAll { get; init; }

    /// <summary>The longest time that is asked for, the shortest being a fifth of it.</summary>
    public TimeSpan LongestRest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Fail with 500 before anything is posted.</summary>
    public double FailBefore { get; init; }

    /// <summary>Fail with 500 after the message was posted.</summary>
    public double FailAfter { get; init; }

    /// <summary>Posted, and the connection cut before the answer.</summary>
    public double Drop { get; init; }

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Answer { get; init; }

    /// <summary>The one channel that is put off at each request, always for <see cref="BannedFor"/>; null for none.</summary>
    public string? Banned { get; init; }

    public TimeSpan BannedFor { get; init; }
}
