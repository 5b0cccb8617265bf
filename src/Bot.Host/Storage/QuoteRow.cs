using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Host.Storage.Corrections;

namespace Bot.Host.Storage;

/// <summary>A stored quote.</summary>
internal sealed class QuoteRow : CitationRow
{
    /// <summary>Quotes by their own numbers.</summary>
    public const string Select = $"""
        {Fields}
        from quotes q
        join articles a on a.id = q.article_id
        {Names}
        """;

    /// <summary>The quotes of articles.</summary>
    public const string SelectOfArticles = $"""
        {Fields}
        from articles a
        join quotes q on q.id >= a.first_quote and q.id < a.first_quote + a.quote_count
        {Names}
        """;

    private const string Fields = $"""
        select {Columns}, q.id as Quote, q.paragraph as Paragraph, q.last_paragraph as LastParagraph, q.span_start as Start,
            q.span_end as "End", q.hash as Hash, q.kind as Kind, q.pieces as Pieces, q.verbatim as Verbatim,
            coalesce(p.name, q.speaker) as Speaker, p.slug as Slug, q.floating as Floating, q.via_start as ViaStart, q.via_end as ViaEnd,
            q.statement_id as SharedStatement, q.speaker_kind as SpeakerKind, q.translated_start as TranslatedStart, q.translated_end as TranslatedEnd,
            q.cue_start as CueStart, q.cue_end as CueEnd, q.confidence as Confidence, q.shown as Shown, q.shared as Shared,
            {MarkedQuotes.MarkOfQuote} as Mark
        """;

    private const string Names = """
        join sources s on s.id = a.source_id
        left join persons p on p.id = q.person_id and p.is_removed = 0
        """;

    public long Quote { get; init; }

    public long Paragraph { get; init; }

    public long LastParagraph { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public long Hash { get; init; }

    public long Kind { get; init; }

    public string Pieces { get; init; } = "";

    public string Verbatim { get; init; } = "";

    public string? Speaker { get; init; }

    public string? Slug { get; init; }

    public bool Floating { get; init; }

    public int? ViaStart { get; init; }

    public int? ViaEnd { get; init; }

    public long? SharedStatement { get; init; }

    public long SpeakerKind { get; init; }

    public int? TranslatedStart { get; init; }

    public int? TranslatedEnd { get; init; }

    public int? CueStart { get; init; }

    public int? CueEnd { get; init; }

    public long Confidence { get; init; }

    public bool Shown { get; init; }

    /// <summary>Place among those who say it together, from 1; 0 for who says it alone.</summary>
    public long Shared { get; init; }

    public long? Mark { get; init; }

    /// <summary>The quote as the asker may see it: null where it is hidden, and without its speaker where that one was wrong.</summary>
    public QuoteHit? ToSeen(IReadOnlyDictionary<long, ParagraphRow> paragraphs) => (QuoteMark?)Mark switch
    {
        null => ToHit(paragraphs),
        QuoteMark.Unresolved => ToHit(paragraphs) is { } hit
            ? hit with { Speaker = null, SpeakerSlug = null, SpeakerKind = Bot.Digest.Quotes.SpeakerKind.Unresolved, Confidence = 0, Shown = false }
            : null,
        _ => null,
    };

    /// <summary>The quote with its words; null when they are not those that were stored.</summary>
    /// <param name="paragraphs">Paragraphs of its article by number: its own, the one before them, and any others.</param>
    public QuoteHit? ToHit(IReadOnlyDictionary<long, ParagraphRow> paragraphs)
    {
        var own = Enumerable.Range((int)Paragraph, (int)(LastParagraph - Paragraph) + 1)
            .Select(number => paragraphs.GetValueOrDefault(number)).ToList();
        if (own.Any(paragraph => paragraph is not { IsWhole: true }))
        {
            return null;
        }

        var text = own is [var only] ? only!.Text : string.Join('\n', own.Select(paragraph => paragraph!.Text));
        if (Start < 0 || End > text.Length || Start >= End || Stored.ShortHash(text[Start..End]) != Hash)
        {
            return null;
        }

        var (verbatim, pieces) = (Spans(Verbatim), Spans(Pieces));
        if (verbatim.Concat(pieces).Any(span => span.Start < 0 || span.Length < 0 || span.End > End - Start))
        {
            return null;
        }

        return new QuoteHit
        {
            Id = new QuoteId(Quote),
            Statement = new StatementId(SharedStatement ?? Quote),
            Kind = (QuoteKind)Kind,
            Text = text[Start..End],
            Verbatim = verbatim,
            Pieces = pieces,
            Citation = ToCitation(),
            Speaker = Speaker,
            SpeakerSlug = Slug,
            SpeakerKind = (SpeakerKind)SpeakerKind,
            Via = Part(text, ViaStart, ViaEnd),
            Translated = Part(text, TranslatedStart, TranslatedEnd),
            Cue = Part(text, CueStart, CueEnd),
            AfterCue = Part(text, CueEnd, Start),
            Confidence = Stored.Share(Confidence),
            Shown = Shown,
            Before = paragraphs.GetValueOrDefault(Paragraph - 1) is { IsWhole: true } before ? before.Text : null,
            Paragraph = text,
        };
    }

    /// <summary>The words of a range that was stored and lies in the text; null when there is none.</summary>
    private static string? Part(string text, int? start, int? end) =>
        start is { } from && end is { } to && from >= 0 && from <= to && to <= text.Length ? text[from..to] : null;

    private static List<TextSpan> Spans(string numbers) =>
        [.. Numbers.Read(numbers).Chunk(2).Where(ends => ends.Length == 2).Select(ends => new TextSpan(ends[0], ends[1]))];
}
