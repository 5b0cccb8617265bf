namespace Bot.Digest.Articles;

/// <summary>A half-open range of UTF-16 code units in an article's text.</summary>
/// <param name="Start">First code unit, from 0.</param>
/// <param name="End">One past the last code unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Code units in the range.</summary>
    public int Length => End - Start;

    /// <summary>The words it covers in <paramref name="text"/>.</summary>
    public string In(string text) => text[Start..End];

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
