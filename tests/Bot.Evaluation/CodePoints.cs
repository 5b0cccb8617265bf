namespace Bot.Evaluation;

/// <summary>Turns UTF-16 offsets into Unicode code points, which is what annotated data count in.</summary>
public sealed class CodePoints
{
    /// <summary>Index of each low surrogate, in order: a code point starts one unit earlier.</summary>
    private readonly List<int> _lowSurrogates = [];

    public CodePoints(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                _lowSurrogates.Add(i);
            }
        }
    }

    /// <summary>Code points before a UTF-16 offset.</summary>
    public int At(int offset)
    {
        var found = _lowSurrogates.BinarySearch(offset);
        return offset - (found < 0 ? ~found : found);
    }
}
