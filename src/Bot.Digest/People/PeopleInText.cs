using Bot.Digest.Articles;

namespace Bot.Digest.People;

/// <summary>What a capitalised name stands for.</summary>
public enum NameKind
{
    Unknown,
    Person,
    Organisation,
    Place,
}

/// <summary>One name where it stands in the text.</summary>
/// <param name="TitleToken">First token with the titles before it ("President"); equal to <paramref name="FirstToken"/> when there are none.</param>
/// <param name="FirstToken">First token of the name itself.</param>
/// <param name="EndToken">One past the last.</param>
/// <param name="Span">The name without titles.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Person">Index into <see cref="PeopleInText.People"/>, -1 when it is no person.</param>
public readonly record struct NameMention(int TitleToken, int FirstToken, int EndToken, TextSpan Span, NameKind Kind, int Person);

/// <summary>The names of one text and the people they belong to.</summary>
public sealed class PeopleInText
{
    internal PeopleInText(IReadOnlyList<NameMention> names, IReadOnlyList<FoundPerson> people)
    {
        Names = names;
        People = people;
    }

    /// <summary>Every name, in text order; they never overlap.</summary>
    public IReadOnlyList<NameMention> Names { get; }

    /// <summary>Each person once, in the order of their first mention.</summary>
    public IReadOnlyList<FoundPerson> People { get; }
}
