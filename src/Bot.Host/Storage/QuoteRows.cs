using Bot.Digest.Articles;
using Bot.Digest.Quotes;

namespace Bot.Host.Storage;

/// <summary>What is stored of a quote, with its words for the index.</summary>
internal static class QuoteRows
{
    /// <summary>Adds a quote of an article.</summary>
    /// <param name="shared">Place among those who say it together, from 1; 0 for who says it alone.</param>
    /// <param name="persons">The person of each entry of the findings, in the same order.</param>
    public static void Gather(
        GatheredRows rows, IDatabase database, long article, long source, ArticleParts parts, Quote quote, int shared, long id, IReadOnlyList<long> persons)
    {
        var locus = parts.Locate(quote.Span);
        var offset = quote.Span.Start - locus.Start;
        var said = quote.Span.In(parts.Article.Text);
        long? person = quote.Person is { } at ? persons[at] : null;
        rows.Add(ArticleSql.Quote, new
        {
            Id = id,
            Article = article,
            Source = source,
            Published = Stored.Moment(parts.Article.Published),
            locus.Paragraph,
            locus.Last,
            locus.Start,
            locus.End,
            Hash = Stored.ShortHash(said),
            Kind = (long)quote.Kind,
            Pieces = Numbers.Write(quote.Pieces.SelectMany(piece => Ends(piece, quote.Span.Start))),
            Verbatim = Numbers.Write(quote.Verbatim.SelectMany(piece => Ends(piece, quote.Span.Start))),
            CueStart = quote.Cue?.Start - offset,
            CueEnd = quote.Cue?.End - offset,
            SpeakerKind = (long)quote.SpeakerKind,
            MentionStart = quote.SpeakerMention?.Start - offset,
            MentionEnd = quote.SpeakerMention?.End - offset,
            Speaker = person is null ? quote.Speaker : null,
            Person = person,
            quote.Floating,
            ViaStart = quote.Via?.Start - offset,
            ViaEnd = quote.Via?.End - offset,
            TranslatedStart = quote.Translated?.Start - offset,
            TranslatedEnd = quote.Translated?.End - offset,
            Confidence = Stored.Share(quote.Confidence),
            quote.Shown,
            Place = (long)Prominences.Of(quote.Kind, parts.Article.Text, quote.Verbatim),
            Shared = (long)shared,
        });

        var tags = Tags.Source(source) + (person is null ? "" : " " + Tags.Person(person.Value));
        rows.AddWords(database.AddQuoteWords, id, WordRows.Quote(id, said, tags));
    }

    private static int[] Ends(TextSpan span, int offset) => [span.Start - offset, span.End - offset];
}
