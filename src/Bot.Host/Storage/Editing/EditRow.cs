using Bot.Digest.Ports;

namespace Bot.Host.Storage.Editing;

/// <summary>A row of person_edits, with the slugs of its people.</summary>
internal sealed record EditRow
{
    public long Id { get; init; }

    public long Kind { get; init; }

    public long PersonId { get; init; }

    public long? OtherId { get; init; }

    public string? Was { get; init; }

    public string? Became { get; init; }

    public string Slug { get; init; } = "";

    public string? SlugWas { get; init; }

    public string? SlugBecame { get; init; }

    public string? OtherSlug { get; init; }

    public string MadeBy { get; init; } = "";

    public long MadeAt { get; init; }

    public string? UndoneBy { get; init; }

    public long? UndoneAt { get; init; }

    /// <summary>Whether articles of before still have to follow.</summary>
    public bool IsOpen { get; init; }

    public PersonEdit ToEdit() => new(
        Id, (PersonEditKind)Kind, Slug, OtherSlug, Was, Became,
        MadeBy, Stored.Moment(MadeAt), UndoneBy, UndoneAt is { } at ? Stored.Moment(at) : null);
}
