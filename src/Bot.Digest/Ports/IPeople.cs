using Bot.Digest.People;

namespace Bot.Digest.Ports;

/// <summary>A person that a typed name may mean.</summary>
/// <param name="Mentions">How many articles of the asking community name the person.</param>
public sealed record PersonMatch(PersonId Id, string Slug, string Name, NameMatch Match, string? Role, int Quotes, int Mentions);

/// <summary>A role with the day it was printed.</summary>
public sealed record PersonRole(string Text, DateOnly AsOf, ArticleId Article);

/// <summary>What is known of a person in a community's articles.</summary>
/// <param name="Roles">Newest first.</param>
/// <param name="Quotes">Statements shown by default, over all time: copies of a quote count once.</param>
/// <param name="Possible">Quotes "possibly theirs", never in other counts.</param>
/// <param name="Publishers">Publishers of the shown quotes.</param>
/// <param name="Mentions">Articles that name the person.</param>
public sealed record PersonCard(
    PersonId Id, string Slug, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<PersonRole> Roles,
    int Quotes, int Possible, int Publishers, int Mentions)
{
    /// <summary>The operator's words on the card; null for none.</summary>
    public string? Note { get; init; }
}

/// <summary>People as the asking community's articles name them.</summary>
public interface IPeople
{
    /// <summary>
    /// Who a typed name may mean: slug, name, alias, surname, initials, native script, missing hyphens or accents, misspelling.
    /// Best kind of match first, then the most quoted; empty when nothing is near.
    /// </summary>
    Task<IReadOnlyList<PersonMatch>> FindAsync(CommunityId asker, string name, int limit, CancellationToken ct);

    Task<PersonCard?> CardAsync(CommunityId asker, PersonId person, CancellationToken ct);

    /// <summary>Names that begin with <paramref name="prefix"/> in any of their words, most quoted first.</summary>
    Task<IReadOnlyList<PersonMatch>> CompleteAsync(CommunityId asker, string prefix, int limit, CancellationToken ct);
}
