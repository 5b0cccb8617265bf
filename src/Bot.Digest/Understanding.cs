using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.People;
using Bot.Digest.Quotes;
using Bot.Digest.Summaries;
using Bot.Digest.Timelines;

namespace Bot.Digest;

/// <summary>Reads an article: text in, findings out. One pass over the text, no I/O, no state; safe to call from many threads.</summary>
public static class Understanding
{
    /// <summary>What the article says: the stages run one after another, each on the results of those before.</summary>
    public static Findings Read(Article article)
    {
        using var text = TextAnalysis.Of(article.Text);
        var people = PeopleFinder.Find(text);
        var quotes = QuoteReader.Read(text, people);
        var events = EventFinder.Find(text, DateOnly.FromDateTime(article.Published.DateTime));
        var summary = Summariser.Summarise(text, article.Title, SummaryLength.Short);

        return new Findings { People = people.People, Quotes = quotes, Events = events, Summary = summary };
    }
}
