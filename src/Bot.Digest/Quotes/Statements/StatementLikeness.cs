namespace Bot.Digest.Quotes.Statements;

/// <summary>
/// Whether two quotes of one person are one statement: a copy, a cut of it, or it in a slightly other wording. In doubt they are two.
/// Measured on pairs in the tests; reported speech, which is in no one's exact words, must be nearly the same.
/// </summary>
public static class StatementLikeness
{
    /// <summary>Farther apart the same words were said again, not printed again.</summary>
    public const int MostDaysApart = 28;

    // What everybody says at any time ("thank you very much") is one statement only while it is news.
    private const int DaysOfShort = 3;
    private const int ShortContent = 4;
    private const int ShortWords = 8;

    private const int FewestOfMixed = 4;

    private const int Opposed = -1;

    // Of the shorter quote: the rest may stand in another part of what was said.
    private const double LeastShared = 0.6;

    /// <summary>
    /// The shared words of content, more the surer; 0 where they are two statements, less where they are two although they share most words
    /// (a number, a negation, a day differs).
    /// </summary>
    /// <param name="daysApart">Days between the publications, of either sign.</param>
    public static int Of(SaidWords one, SaidWords other, int daysApart)
    {
        var apart = Math.Abs(daysApart);
        if (apart > MostDaysApart || (one.Kind == QuoteKind.Reported) != (other.Kind == QuoteKind.Reported))
        {
            return 0;
        }

        var shared = one.Kind == QuoteKind.Reported ? Clauses(one.Sentences[0], other.Sentences[0])
            : one.Kind == QuoteKind.Mixed && other.Kind == QuoteKind.Mixed ? Math.Max(Marked(one, other), Clauses(one.Clause, other.Clause))
            : Math.Min(Marked(one, other), Marked(other, one));
        return apart > DaysOfShort && shared < ShortContent && Math.Min(one.Length, other.Length) < ShortWords ? Math.Min(shared, 0) : shared;
    }

    private static int Clauses(IReadOnlyList<StatementWord> one, IReadOnlyList<StatementWord> other)
    {
        var likeness = SentenceLikeness.Of([.. one], [.. other], cuts: false, oneDenied: false, otherDenied: false);
        return likeness.Relation switch { SentenceRelation.Same => likeness.Content, SentenceRelation.Opposed => Opposed, _ => 0 };
    }

    private static int Marked(SaidWords one, SaidWords other)
    {
        var (words, content) = (0, 0);
        var isMixed = one.Kind == QuoteKind.Mixed || other.Kind == QuoteKind.Mixed;
        foreach (var sentence in one.Sentences)
        {
            var best = default(SentenceLikeness);
            foreach (var likeness in other.Sentences.Select(each => SentenceLikeness.Of(sentence, each, cuts: true, IsDenied(one), IsDenied(other))))
            {
                if (likeness.Relation == SentenceRelation.Opposed)
                {
                    return Opposed;
                }

                // Three words in marks amid an outlet's own are what many say of many things.
                var counts = likeness.Relation == SentenceRelation.Same && (likeness.Shared >= FewestOfMixed || !isMixed);
                best = counts && likeness.Shared > best.Shared ? likeness : best;
            }

            words += best.Shared;
            content += best.Content;
        }

        return words >= LeastShared * Math.Min(one.Length, other.Length) ? content : 0;
    }

    /// <summary>Whether the outlet denies in its own words around the marks ("would not “close the pier”").</summary>
    private static bool IsDenied(SaidWords said) => said.Kind == QuoteKind.Mixed
        && said.Clause.Count(word => word.IsNegation) > said.Sentences.Sum(sentence => sentence.Count(word => word.IsNegation));
}
