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
    private readonly List<NameMention> _names;

    internal PeopleInText(List<NameMention> names, IReadOnlyList<FoundPerson> people)
    {
        _names = names;
        People = people;
    }

    /// <summary>Every name, in text order; they never overlap.</summary>
    public IReadOnlyList<NameMention> Names => _names;

    /// <summary>Each person once, in the order of their first mention.</summary>
    public IReadOnlyList<FoundPerson> People { get; }

    /// <summary>Index of the name that a token, title included, is part of; -1 when there is none.</summary>
    public int NameAt(int token)
    {
        var next = FirstNameFrom(token + 1) - 1;
        return next >= 0 && token < _names[next].EndToken ? next : -1;
    }

    /// <summary>Index of the first name that begins, title included, at <paramref name="token"/> or later; the count of names when there is none.</summary>
    public int FirstNameFrom(int token)
    {
        var (low, high) = (0, _names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_names[middle].TitleToken < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
