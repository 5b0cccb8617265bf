using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.People;
using Bot.Digest.Ports;
using Bot.Digest.Quotes;
using Bot.Digest.Timelines;

namespace Bot.Host.Tests.Storage;

/// <summary>Builds understood articles by naming the words that were found in a text.</summary>
internal sealed class News(string title, string text)
{
    private readonly List<FoundPerson> _people = [];
    private readonly List<Quote> _quotes = [];
    private readonly List<DatedEvent> _events = [];
    private readonly List<TextSpan> _summary = [];
    private DateTimeOffset _published = new(2026, 5, 14, 9, 0, 0, TimeSpan.Zero);
    private Uri? _address;
    private string? _language;

    public News At(int year, int month, int day, int hour = 9)
    {
        _published = new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero);
        return this;
    }

    public News At(DateTimeOffset published)
    {
        _published = published;
        return this;
    }

    public News Address(string address)
    {
        _address = new Uri(address);
        return this;
    }

    /// <summary>Someone whom the text names by each of <paramref name="forms"/>.</summary>
    public News Person(string name, string? role = null, params string[] forms)
    {
        var mentions = forms.Prepend(name).SelectMany(form => All(form)).Distinct().OrderBy(span => span.Start).ToList();
        _people.Add(new FoundPerson
        {
            Name = name,
            Key = PersonKey.Of(name),
            Aliases = forms,
            Roles = role is null ? [] : [new FoundRole(Find(role), role)],
            Mentions = mentions,
        });
        return this;
    }

    /// <summary>Words in quotation marks, marks included, by the person of that name.</summary>
    public News Said(string words, string? by = null, bool shown = true, QuoteKind kind = QuoteKind.Direct, string? speaker = null, string? cue = null, bool shared = false)
    {
        var span = Find(words);
        var isMarked = kind == QuoteKind.Direct;
        _quotes.Add(new Quote
        {
            Span = span,
            Kind = kind,
            Pieces = [isMarked ? new TextSpan(span.Start + 1, span.End - 1) : span],
            Verbatim = isMarked ? [new TextSpan(span.Start + 1, span.End - 1)] : [],
            Cue = cue is null ? null : Find(cue),
            SpeakerKind = by is null ? SpeakerKind.Unresolved : SpeakerKind.Person,
            Speaker = by ?? speaker,
            Person = by is null ? null : _people.FindIndex(person => person.Name == by),
            Confidence = shown ? 0.97 : 0.6,
            Shown = shown,
            IsShared = shared,
        });
        return this;
    }

    public News Dated(string sentence, string expression, DateOnly day, double weight = 0.5, bool planned = false)
    {
        var span = Find(sentence);
        var at = text.IndexOf(expression, span.Start, StringComparison.Ordinal);
        _events.Add(new DatedEvent
        {
            Sentence = span,
            Expression = new TextSpan(at, at + expression.Length),
            From = day,
            To = day,
            Precision = DatePrecision.Day,
            Rule = "weekday-past",
            Weight = weight,
            Planned = planned,
        });
        return this;
    }

    public News In(string language)
    {
        _language = language;
        return this;
    }

    public News Summary(string sentence)
    {
        _summary.Add(Find(sentence));
        return this;
    }

    public News Quote(Quote quote)
    {
        _quotes.Add(quote);
        return this;
    }

    public UnderstoodArticle Build() => new(
        new Article { Title = title, Text = text, Published = _published, PublishedIsStated = true, Address = _address },
        new Findings { Language = _language, People = _people, Quotes = _quotes, Events = _events, Summary = _summary });

    private TextSpan Find(string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{words}” is not in the text");
        return new TextSpan(at, at + words.Length);
    }

    private IEnumerable<TextSpan> All(string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            yield return new TextSpan(at, at + words.Length);
        }
    }
}
