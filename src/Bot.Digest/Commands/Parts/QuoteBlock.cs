using Bot.Digest.Articles;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;

namespace Bot.Digest.Commands.Parts;

/// <summary>A quote as replies show it: words, when and where, and the question it answers.</summary>
internal static class QuoteBlock
{
    /// <summary>A longer paragraph is no question that one reads before an answer.</summary>
    private const int LongestContext = 200;

    private const int MostWordings = 5;

    /// <summary>What parts a speaker from the source.</summary>
    private const string Between = " · ";

    /// <summary>The quote on its speaker's own card.</summary>
    public static Quotation Of(QuoteHit quote, CommandCall call) => new(WordsOf(quote), Source(quote, call), Context(quote));

    /// <summary>The quote where speakers are mixed: the name, a link to the card where there is one, stands before the source.</summary>
    public static Quotation WithSpeaker(QuoteHit quote, CommandCall call) =>
        new(WordsOf(quote), Beside(quote, Source(quote, call)), Context(quote));

    /// <summary>What was shown on a speaker's own card, or beside another name, with the speaker of now; null for a quote that was shown among others of its article.</summary>
    /// <param name="was">The speaker as it was shown.</param>
    public static Quotation? Renamed(Quotation shown, string was, QuoteHit now) => shown.Source switch
    {
        [{ Text: var first }, { Text: Between }, ..] when first == was => shown with { Source = Beside(now, [.. shown.Source.Skip(2)]) },
        _ when IsOnCard(shown, was) => shown with { Source = Beside(now, shown.Source) },
        _ => null,
    };

    /// <summary>Whether a quote was shown on its speaker's own card, whose heading alone names the speaker.</summary>
    public static bool IsOnCard(Quotation shown, string speaker) => shown.Source[0].Text != speaker;

    /// <summary>The quote among others of its article, which need not be named again.</summary>
    public static Quotation InArticle(QuoteHit quote) => new(WordsOf(quote), Speaker(quote).With(Passed(quote)), Context(quote));

    /// <summary>The words that other outlets printed of the same statement, the earliest first.</summary>
    public static IEnumerable<Quotation> Wordings(QuoteHit quote, CommandCall call) => quote.Wordings.Take(MostWordings)
        .Select(wording => new Quotation(WordsOf(wording), [new Subtle(Words.OtherWording + " · "), .. Source(wording, call)]));

    /// <summary>The words, labelled where none of them are the speaker's own.</summary>
    public static RichText WordsOf(QuoteHit quote) => quote.Kind == QuoteKind.Reported
        ? [new Plain(QuoteWords.Of(quote)), new Subtle(" " + Words.Reported)]
        : [new Plain(QuoteWords.Of(quote))];

    /// <summary>The speaker as far as it is known well enough to be named: of a kind that was measured.</summary>
    public static RichText Speaker(QuoteHit quote) => quote switch
    {
        { Shown: false, SpeakerSlug: not null } => [new Subtle(Words.SpeakerUncertain)],
        { Speaker: { } name, SpeakerSlug: { } slug } => [new CommandLink(name, CommandText.Of(WhoCommand.Name, slug))],
        { Speaker: { } name, Confidence: >= QuoteConfidence.Shown } => [new Plain(name)],
        { SpeakerKind: SpeakerKind.Organisation } => [new Subtle(Words.SpeakerOrganisation)],
        { SpeakerKind: SpeakerKind.Role } => [new Subtle(Words.SpeakerRole)],
        _ => [new Subtle(Words.SpeakerUnresolved)],
    };

    private static RichText Beside(QuoteHit quote, RichText source) => [.. Speaker(quote), new Subtle(Between), .. source];

    private static RichText Source(QuoteHit quote, CommandCall call)
    {
        var printed = Citations.OutletAndDay(quote.Citation, call);
        RichText source = SaidOn(quote) is { } day && day != call.DayOf(quote.Citation.Published)
            ? [new Subtle(Words.SaidOn(DayWords.Of(day, call.Today)) + " · "), .. printed]
            : printed;
        source = source.With(Passed(quote));
        return quote.MorePublishers == 0 ? source : source.With(new Subtle(" · " + Words.MorePublishers(quote.MorePublishers)));
    }

    /// <summary>Who said it too, and through whom the words came: the outlet they are relayed from, the translation.</summary>
    private static Inline[] Passed(QuoteHit quote) =>
    [
        .. quote is { Shown: true, Together.Count: > 0 } ? [new Subtle(Words.Together(string.Join(", ", quote.Together)))] : Array.Empty<Inline>(),
        .. quote.Via is { Length: > 0 } via ? [new Subtle(Words.Via(via))] : Array.Empty<Inline>(),
        .. quote.Translated is { Length: > 0 } language ? [new Subtle(Words.Translated(language))] : Array.Empty<Inline>(),
    ];

    private static DateOnly? SaidOn(QuoteHit quote)
    {
        var start = quote.Paragraph.IndexOf(quote.Text, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var said = quote.Kind == QuoteKind.Direct ? quote.Verbatim : quote.Pieces;
        return SaidDay.Of(
            quote.Paragraph,
            new TextSpan(start, start + quote.Text.Length),
            [.. said.Select(piece => new TextSpan(start + piece.Start, start + piece.End))],
            DateOnly.FromDateTime(quote.Citation.Published.UtcDateTime));
    }

    /// <summary>The question that the words answer, where the paragraph before asks one.</summary>
    private static RichText? Context(QuoteHit quote) =>
        quote.Before is { Length: <= LongestContext } before && before.EndsWith('?') ? before : null;
}
