using Bot.Digest.Articles;
using Bot.Digest.Language;
using Bot.Digest.Language.Detection;
using Bot.Digest.People;
using Bot.Digest.Quotes;
using Bot.Digest.Summaries;
using Bot.Digest.Timelines;

namespace Bot.Digest;

/// <summary>Reads an article: text in, findings out. One pass over the text, no I/O, no state; safe to call from many threads.</summary>
public static class Understanding
{
    /// <summary>Counted up when the same article would give other findings, or be put to another story: stored ones are then read again.</summary>
    public const int Number = 6;

    /// <summary>
    /// What the article says: the stages run one after another, each on the results of those before. Of an article in a language that is
    /// not read only the first sentences are taken, as its summary.
    /// </summary>
    public static Findings Read(Article article)
    {
        var detected = LanguageDetector.Detect(article.Text, Languages.PrimaryOf(article.Language));
        var language = detected ?? Languages.Default;
        if (!Languages.IsRead(language))
        {
            using var unread = TextAnalysis.Of(article.Text);
            return new Findings { Language = detected, People = [], Quotes = [], Events = [], Summary = LeadSentences.Of(unread, SummaryLength.Short) };
        }

        using var text = TextAnalysis.Of(article.Text, language);
        var people = PeopleFinder.Find(text);
        var quotes = QuoteReader.Read(text, people);
        var events = EventFinder.Find(text, DateOnly.FromDateTime(article.Published.DateTime));
        var summary = Summariser.Summarise(text, article.Title, SummaryLength.Short);

        return new Findings { Language = detected, People = people.People, Quotes = quotes, Events = events, Summary = summary };
    }
}
