namespace Bot.Digest.Filters;

/// <summary>What a filter looks for.</summary>
public enum FilterKind
{
    /// <summary>All of the words, anywhere in title or text; words between quotation marks follow each other.</summary>
    Words = 1,

    /// <summary>A person, by slug.</summary>
    Person = 2,

    /// <summary>A regular expression over title and text.</summary>
    Regex = 3,
}

/// <summary>A filter as its community wrote it.</summary>
/// <param name="Includes">True lets through what fits, and hides the rest when no other such rule fits; false hides what fits.</param>
/// <param name="Text">The words, the slug, or the expression without its slashes.</param>
public sealed record FilterRule(bool Includes, FilterKind Kind, string Text)
{
    /// <summary>What a rule begins with.</summary>
    public const string Include = "include";

    /// <inheritdoc cref="Include"/>
    public const string Exclude = "exclude";

    /// <summary>The rule as it is typed.</summary>
    public string Typed => $"{(Includes ? Include : Exclude)} {Sought}";

    /// <summary>What it looks for, as it is typed.</summary>
    public string Sought => Kind == FilterKind.Regex ? $"/{Text}/" : Text;
}

/// <summary>What rules look at.</summary>
/// <param name="People">Slugs of those whom the article names.</param>
public sealed record FilterSubject(string Title, string Text, IReadOnlyCollection<string> People);
