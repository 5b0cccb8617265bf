namespace Bot.Digest.People;

/// <summary>How a typed name led to a person, best first.</summary>
public enum NameMatch
{
    Slug,
    FullName,
    Alias,
    Surname,
    Initials,

    /// <summary>Within a few letters.</summary>
    Misspelt,
}
