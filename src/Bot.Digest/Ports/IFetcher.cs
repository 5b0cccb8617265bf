namespace Bot.Digest.Ports;

/// <summary>
/// Gets documents from the open web, considerately and without ever reaching into the operator's network. A call may take minutes:
/// it waits for its turn at the host. Whatever a server does comes back as a result; only a cancelled token throws.
/// </summary>
public interface IFetcher
{
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken ct);
}

/// <summary>What is asked for, which decides what is accepted, how much of it, and whether robots.txt is asked first.</summary>
public enum FetchKind
{
    /// <summary>A feed that somebody gave the address of: robots.txt is for programs that find addresses themselves, so it is not asked.</summary>
    Feed,

    /// <summary>A sitemap or sitemap index.</summary>
    Sitemap,

    /// <summary>A page, for an article or to find the feed behind it.</summary>
    Page,
}

/// <summary>One document to get.</summary>
/// <param name="Address">An http or https address as it was given; what may not be reached comes back as <see cref="FetchFailure.Unreachable"/>.</param>
/// <param name="Kind">What it should be.</param>
public sealed record FetchRequest(Uri Address, FetchKind Kind)
{
    /// <summary>What the server sent with the copy that is stored; null asks for the whole document.</summary>
    public Validators? Known { get; init; }

    /// <summary>How many communities follow the source, told to the server as readers do; 0 is not told.</summary>
    public int Subscribers { get; init; }
}

/// <summary>
/// What the server names its copy by, byte for byte with quotes and <c>W/</c>: never parsed, never made up, only sent back (RFC 9110, section 13).
/// To be stored in the one transaction that stores the items, or a crash loses them behind a 304.
/// </summary>
public sealed record Validators(string? ETag, string? LastModified);

/// <summary>How a request ended.</summary>
public abstract record FetchResult;

/// <summary>The document, unpacked.</summary>
public sealed record Fetched(ReadOnlyMemory<byte> Bytes) : FetchResult
{
    /// <summary>The header as it came, charset included.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the document was found after all redirects: relative addresses in it start here.</summary>
    public required Uri Final { get; init; }

    /// <summary>The same, when every hop said that the move is for good (301, 308); null otherwise.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>To be sent with the next request; null when the server offers none.</summary>
    public Validators? Validators { get; init; }

    /// <summary>How long the server calls this copy fresh; it need not be asked before.</summary>
    public TimeSpan? MaxAge { get; init; }
}

/// <summary>The stored copy is still the document.</summary>
public sealed record NotModified : FetchResult
{
    /// <summary>The ones that were sent, with what the answer put in their place (RFC 9111, section 4.3.4).</summary>
    public required Validators Validators { get; init; }

    /// <inheritdoc cref="Fetched.MovedTo"/>
    public Uri? MovedTo { get; init; }

    /// <inheritdoc cref="Fetched.MaxAge"/>
    public TimeSpan? MaxAge { get; init; }
}

/// <summary>There is no document.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Status">What the server answered; null when it did not.</param>
/// <param name="RetryAfter">How long from now the host wants to be left alone, all of it and not only this address.</param>
public sealed record FetchFailed(FetchFailure Reason, int? Status = null, TimeSpan? RetryAfter = null) : FetchResult;

/// <summary>Why there is no document.</summary>
public enum FetchFailure
{
    /// <summary>
    /// No such name, no connection, no trusted certificate, or an address that may not be reached: one reason for all, so that nobody learns
    /// from it what is in the operator's network. The log tells them apart.
    /// </summary>
    Unreachable,

    /// <summary>More than five redirects, or one that leads back.</summary>
    TooManyRedirects,

    /// <summary>More bytes than the kind may have, or packed so that they become that many.</summary>
    TooLarge,

    /// <summary>The headers or the body did not come in time.</summary>
    TooSlow,

    /// <summary>The answer was cut off, or packed in a way that cannot be undone.</summary>
    Broken,

    /// <summary>The site's robots.txt asks programs like this one not to get the address. One that cannot be read fails as the page itself would.</summary>
    RefusedByRobots,

    /// <summary>429 or 503: the host wants fewer requests.</summary>
    Throttled,

    /// <summary>401, 403 or 451.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>410: it will not come back.</summary>
    Gone,

    /// <summary>Any other 5xx.</summary>
    ServerError,

    /// <summary>Any other answer that carries no document.</summary>
    Unexpected,

    /// <summary>Nothing was sent: the host rests, or too many requests wait for it. <see cref="FetchFailed.RetryAfter"/> says how long.</summary>
    HostBusy,
}
