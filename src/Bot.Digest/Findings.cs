using Bot.Digest.Articles;
using Bot.Digest.People;
using Bot.Digest.Quotes;
using Bot.Digest.Timelines;

namespace Bot.Digest;

/// <summary>What was understood of one article: everything points into the article's text.</summary>
public sealed record Findings
{
    /// <summary>ISO 639-1 code of the language it is written in, null where nothing told; quotes, people and dates are found in some languages only.</summary>
    public string? Language { get; init; }

    public required IReadOnlyList<FoundPerson> People { get; init; }

    public required IReadOnlyList<Quote> Quotes { get; init; }

    public required IReadOnlyList<DatedEvent> Events { get; init; }

    /// <summary>The sentences of the summary, in text order, each verbatim from the text.</summary>
    public required IReadOnlyList<TextSpan> Summary { get; init; }

    /// <summary>The same without some people, as if nobody were known by their names: what they say stands without a speaker.</summary>
    /// <param name="people">Indexes into <see cref="People"/>.</param>
    /// <param name="speakers">Words that name a speaker who is no person of the article.</param>
    public Findings Without(IReadOnlySet<int> people, IReadOnlySet<string> speakers)
    {
        var kept = Enumerable.Range(0, People.Count).Where(index => !people.Contains(index)).ToList();
        return this with
        {
            People = [.. kept.Select(index => People[index])],
            Quotes = [.. Quotes.Select(quote => quote switch
            {
                { Person: { } person } when people.Contains(person) => Unresolved(quote),
                { Person: { } person } => quote with { Person = kept.BinarySearch(person) },
                { Speaker: { } speaker } when speakers.Contains(speaker) => Unresolved(quote),
                _ => quote,
            })],
        };
    }

    private static Quote Unresolved(Quote quote) =>
        quote with { Person = null, Speaker = null, SpeakerKind = SpeakerKind.Unresolved, SpeakerMention = null, Confidence = 0, Shown = false };
}
