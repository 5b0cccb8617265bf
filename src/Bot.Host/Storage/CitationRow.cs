using Bot.Digest.Ports;

namespace Bot.Host.Storage;

/// <summary>Where words were found, as a row.</summary>
internal class CitationRow
{
    /// <summary>The columns of a citation for @Asker, of articles a and sources s.</summary>
    public const string Columns = $"""
        a.id as Article, a.title as Title, {OutletName.Shown} as Outlet, s.publisher_id as Publisher, a.published_at as Published,
            a.address as Address, a.withdrawn_at as WithdrawnAt
        """;

    public long Article { get; init; }

    public string Title { get; init; } = "";

    public string Outlet { get; init; } = "";

    public long Publisher { get; init; }

    public long Published { get; init; }

    public string? Address { get; init; }

    public long? WithdrawnAt { get; init; }

    public Citation ToCitation() => new(
        new ArticleId(Article), Title, Outlet, new PublisherId(Publisher), Stored.Moment(Published), Address is null ? null : new Uri(Address))
    {
        WithdrawnAt = WithdrawnAt is { } at ? Stored.Moment(at) : null,
    };
}
