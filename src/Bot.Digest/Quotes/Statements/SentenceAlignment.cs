namespace Bot.Digest.Quotes.Statements;

/// <summary>Words that one of two sentences has where the other has others, or none.</summary>
/// <param name="One">The first sentence's.</param>
/// <param name="Other">The second sentence's.</param>
/// <param name="Place">Where in the sentences.</param>
internal readonly record struct Gap(ReadOnlyMemory<StatementWord> One, ReadOnlyMemory<StatementWord> Other, GapPlace Place);

/// <summary>Where a gap is.</summary>
internal enum GapPlace
{
    Start,
    Middle,
    End,
}

/// <summary>The run of words that two sentences share, and the gaps in and around it (local alignment: Smith and Waterman 1981).</summary>
internal sealed class SentenceAlignment
{
    private const int ContentMatch = 5;
    private const int SmallMatch = 2;
    private const int ContentSkip = -2;
    private const int SmallSkip = -1;

    private SentenceAlignment(List<StatementWord> shared, List<Gap> gaps) => (Shared, Gaps) = (shared, gaps);

    /// <summary>The words both have, in order.</summary>
    public IReadOnlyList<StatementWord> Shared { get; }

    public IReadOnlyList<Gap> Gaps { get; }

    public static SentenceAlignment Of(List<StatementWord> one, List<StatementWord> other)
    {
        var scores = new int[one.Count + 1, other.Count + 1];
        var (bestRow, bestColumn) = (0, 0);
        for (var row = 1; row <= one.Count; row++)
        {
            for (var column = 1; column <= other.Count; column++)
            {
                scores[row, column] = Math.Max(Math.Max(0, Through(scores, one, other, row, column)), Math.Max(
                    scores[row - 1, column] + Skip(one[row - 1]), scores[row, column - 1] + Skip(other[column - 1])));
                if (scores[row, column] > scores[bestRow, bestColumn])
                {
                    (bestRow, bestColumn) = (row, column);
                }
            }
        }

        return Trace(scores, [.. one], [.. other], bestRow, bestColumn);
    }

    private static SentenceAlignment Trace(int[,] scores, StatementWord[] one, StatementWord[] other, int row, int column)
    {
        var (shared, gaps) = (new List<StatementWord>(), new List<Gap>());
        var (oneEnd, otherEnd) = (one.Length, other.Length);
        var place = GapPlace.End;
        while (scores[row, column] > 0)
        {
            if (scores[row, column] == Through(scores, one, other, row, column))
            {
                Close(row, column);
                shared.Add(one[row - 1]);
                (oneEnd, otherEnd, place) = (row - 1, column - 1, GapPlace.Middle);
                (row, column) = (row - 1, column - 1);
            }
            else if (scores[row, column] == scores[row - 1, column] + Skip(one[row - 1]))
            {
                row--;
            }
            else
            {
                column--;
            }
        }

        place = GapPlace.Start;
        Close(0, 0);
        shared.Reverse();
        return new SentenceAlignment(shared, gaps);

        void Close(int oneStart, int otherStart)
        {
            if (oneStart < oneEnd || otherStart < otherEnd)
            {
                gaps.Add(new Gap(one.AsMemory(oneStart..oneEnd), other.AsMemory(otherStart..otherEnd), place));
            }
        }
    }

    private static int Through(int[,] scores, IReadOnlyList<StatementWord> one, IReadOnlyList<StatementWord> other, int row, int column) =>
        row > 0 && column > 0 && one[row - 1].Key == other[column - 1].Key
            ? scores[row - 1, column - 1] + (one[row - 1].Weight >= WordWeight.Content ? ContentMatch : SmallMatch)
            : int.MinValue;

    private static int Skip(StatementWord word) => word.Weight >= WordWeight.Content ? ContentSkip : SmallSkip;
}
