using Bot.Digest.Articles;

namespace Bot.Digest.People;

/// <summary>A role or affiliation as the article words it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The words, without a leading "who".</param>
public sealed record FoundRole(TextSpan Span, string Text);

/// <summary>One person as one article names them: all mentions joined.</summary>
public sealed record FoundPerson
{
    /// <summary>The fullest form in the article, without titles ("Lee Min-bok").</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Identity across articles: folded name, family name first where the form's culture puts it first.
    /// Equal for "Lee Min-bok", "Min-bok Lee" and "Lee Min Bok".
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Other forms as printed, each once, native script included ("Lee").</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    public required IReadOnlyList<FoundRole> Roles { get; init; }

    /// <summary>Where the person is named (not pronouns), in text order.</summary>
    public required IReadOnlyList<TextSpan> Mentions { get; init; }

    /// <summary>+1 she, -1 he, 0 not known.</summary>
    public int Gender { get; init; }

    /// <summary>Chance that this is a person at all, 0 to 1.</summary>
    public double Confidence { get; init; }
}
