namespace Bot.Digest.Ports;

/// <summary>What a term names.</summary>
public enum TermKind
{
    Person,

    /// <summary>Words that several titles hold.</summary>
    Topic,
    Story,
    Source,
}

/// <summary>Something that can be typed.</summary>
/// <param name="Value">What is typed for it: a slug, a number, words.</param>
/// <param name="Label">As it is shown.</param>
/// <param name="Forms">Folded words that it is found by, from the beginning of any of them (<see cref="People.NameKeys.Fold"/>).</param>
/// <param name="Weight">The greater of two comes first.</param>
public sealed record Term(TermKind Kind, string Value, string Label, IReadOnlyList<string> Forms, int Weight)
{
    /// <summary>A person's role, a source's host; null for none.</summary>
    public string? Detail { get; init; }

    /// <summary>Articles and, of a story, publishers; 0 where they are not counted.</summary>
    public int Articles { get; init; }

    /// <inheritdoc cref="Articles"/>
    public int Publishers { get; init; }
}

/// <summary>Whose sight of the archive somebody has.</summary>
/// <param name="Reader">As whom a community sees the archive: <see cref="CommunityId.WithoutOwn"/> where it sees no other than all such communities.</param>
/// <param name="PeopleVersion">Greater with each correction of who is who, and its undoing: what was read before may name somebody who was removed.</param>
public readonly record struct Sight(CommunityId Reader, long PeopleVersion);

/// <summary>What a community's archive can be asked about.</summary>
public interface IVocabulary
{
    /// <summary>Quick: it is asked at every letter that is typed.</summary>
    Task<Sight> SightAsync(CommunityId asker, CancellationToken ct);

    /// <summary>The people, topics, stories and sources that a reader may see: the most quoted, the newest, and all sources. Takes long, beside the caller: to be kept.</summary>
    Task<IReadOnlyList<Term>> ReadAsync(CommunityId reader, CancellationToken ct);
}
