using Bot.Digest.Ports;

namespace Bot.Digest.Sources;

/// <summary>An item of a source that was looked at.</summary>
public sealed record ProbedItem(string? Title, Uri? Address, DateTimeOffset? Date);

/// <summary>Something that can be followed.</summary>
/// <param name="Title">As it names itself; null where it does not.</param>
/// <param name="Items">How many items it holds now.</param>
/// <param name="Newest">The newest of them, newest first.</param>
public sealed record ProbedSource(Uri Address, SourceKind Kind, string? Title, int Items, IReadOnlyList<ProbedItem> Newest);

/// <summary>What stands behind an address.</summary>
/// <param name="Sources">What can be followed: the address itself, or the feeds that its page leads to; empty where there is none.</param>
/// <param name="Page">The page, where the address is one and leads to no feed.</param>
/// <param name="Failure">Why it could not be read; null when it was.</param>
public sealed record ProbeResult(IReadOnlyList<ProbedSource> Sources, Uri? Page, FetchFailure? Failure);
