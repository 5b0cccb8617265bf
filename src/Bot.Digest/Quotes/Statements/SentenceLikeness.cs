namespace Bot.Digest.Quotes.Statements;

/// <summary>Whether two sentences are one that was said.</summary>
internal enum SentenceRelation
{
    /// <summary>They tell other things.</summary>
    Apart,

    /// <summary>One is the other, a cut of it, or it in a slightly other wording.</summary>
    Same,

    /// <summary>The same words but for one that makes another statement of them.</summary>
    Opposed,
}

/// <summary>Compares two sentences, word by word.</summary>
/// <param name="Relation">How they stand to each other.</param>
/// <param name="Shared">How many words they share.</param>
/// <param name="Content">How many of these tell what it is about.</param>
internal readonly record struct SentenceLikeness(SentenceRelation Relation, int Shared, int Content)
{
    // Fewer shared words are no evidence of one utterance: "close the pier" is what many say. A whole sentence needs less than a cut.
    private const int FewestOfCut = 4;
    private const int FewestContentOfCut = 3;
    private const int FewestOfWhole = 5;
    private const int FewestContent = 2;

    // A cut takes more than a word or two: these turn what follows ("only the ministry").
    private const int ShortestCut = 3;

    // An outlet leaves out one word in five; more is another sentence.
    private const double MostLeftOut = 0.2;
    private const int EnoughForOne = 4;

    // Of so many words of content one may be heard differently.
    private const int LongContent = 10;

    /// <summary>Compares.</summary>
    /// <param name="cuts">Whether one may be a cut of the other.</param>
    /// <param name="oneDenied">Whether the outlet's words around the first deny.</param>
    /// <param name="otherDenied">Likewise.</param>
    public static SentenceLikeness Of(List<StatementWord> one, List<StatementWord> other, bool cuts, bool oneDenied, bool otherDenied)
    {
        var alignment = SentenceAlignment.Of(one, other);
        var (shared, content) = (alignment.Shared.Count, alignment.Shared.Count(word => word.IsContent));
        var isWhole = shared == one.Count && one.Count == other.Count;
        var relation = content == 0 ? SentenceRelation.Apart : RelationOf(alignment, content, cuts, oneDenied, otherDenied);
        var enough = isWhole ? shared >= FewestOfWhole || (cuts && content >= FewestContent) : shared >= FewestOfCut && content >= FewestContentOfCut;
        return new SentenceLikeness(relation == SentenceRelation.Same && !enough ? SentenceRelation.Apart : relation, shared, content);
    }

    private static SentenceRelation RelationOf(SentenceAlignment alignment, int content, bool cuts, bool oneDenied, bool otherDenied)
    {
        var (leftOut, replaced) = (0, 0);
        foreach (var gap in alignment.Gaps)
        {
            if (gap.Place == GapPlace.Start)
            {
                (oneDenied, otherDenied) = (oneDenied ^ Denies(gap.One), otherDenied ^ Denies(gap.Other));
            }

            if (IsCut(gap) && (cuts || ContentIn(gap.One) + ContentIn(gap.Other) == 0) && !TurnsWhatFollows(gap))
            {
                continue;
            }

            if (!SameDeciding(gap))
            {
                return Differing(alignment, content);
            }

            if (!HasHole(gap.One) && !HasHole(gap.Other))
            {
                var (ones, others) = (ContentIn(gap.One), ContentIn(gap.Other));
                replaced += Math.Min(ones, others) + (SmallIn(gap.One) && SmallIn(gap.Other) ? 1 : 0);
                leftOut += Math.Abs(ones - others);
            }
        }

        var isOther = oneDenied != otherDenied || replaced > content / LongContent || (replaced > 0 && alignment.Gaps.Any(HasName));
        return isOther ? Differing(alignment, content)
            : leftOut <= Math.Max(MostLeftOut * content, content >= EnoughForOne ? 1 : 0) ? SentenceRelation.Same
            : SentenceRelation.Apart;
    }

    /// <summary>What differs although it shares most is opposed; what shares little is another sentence.</summary>
    private static SentenceRelation Differing(SentenceAlignment alignment, int content)
    {
        var others = alignment.Gaps.Where(gap => !IsCut(gap)).Sum(gap => Math.Max(ContentIn(gap.One), ContentIn(gap.Other)));
        return content >= FewestContent && content > others ? SentenceRelation.Opposed : SentenceRelation.Apart;
    }

    /// <summary>Before or behind the shared words only one of them goes on.</summary>
    private static bool IsCut(Gap gap) => gap.Place != GapPlace.Middle && (gap.One.IsEmpty || gap.Other.IsEmpty);

    private static bool TurnsWhatFollows(Gap gap) =>
        gap.Place == GapPlace.Start && gap.One.Length + gap.Other.Length < ShortestCut
        && gap.One.ToArray().Concat(gap.Other.ToArray()).Any(word => word.Weight == WordWeight.Deciding);

    private static bool HasHole(ReadOnlyMemory<StatementWord> words) => words.Span.Contains(StatementWord.Hole);

    private static bool SameDeciding(Gap gap) => DecidingIn(gap.One).SequenceEqual(DecidingIn(gap.Other));

    private static IEnumerable<string> DecidingIn(ReadOnlyMemory<StatementWord> words) =>
        words.ToArray().Where(word => word.Weight == WordWeight.Deciding).Select(word => word.Key).Order(StringComparer.Ordinal);

    private static int ContentIn(ReadOnlyMemory<StatementWord> words) => words.ToArray().Count(word => word.Weight >= WordWeight.Content);

    private static bool SmallIn(ReadOnlyMemory<StatementWord> words) => words.ToArray().Any(word => word.Weight == WordWeight.Small);

    private static bool Denies(ReadOnlyMemory<StatementWord> words) => words.ToArray().Any(word => word.IsNegation);

    private static bool HasName(Gap gap) => gap.One.ToArray().Any(word => word.IsCapital) && gap.Other.ToArray().Any(word => word.IsCapital);
}
