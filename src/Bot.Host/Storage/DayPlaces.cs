using System.Data.Common;
using Dapper;

namespace Bot.Host.Storage;

/// <summary>Gives out the places of articles and quotes by day, so that those of one day stand together in every index.</summary>
internal static class DayPlaces
{
    /// <summary>Takes a place for an article and those for its quotes; a day that is full lends from the next one.</summary>
    public static async Task<(long Article, long FirstQuote)> TakeAsync(DbConnection connection, long published, int quotes, CancellationToken ct)
    {
        for (var day = Stored.PlaceDay(published); ; day++)
        {
            var taken = await connection.QuerySingleAsync<DayRow>(new CommandDefinition(
                """
                insert into days (day, articles, quotes) values (@Day, 1, @Quotes)
                on conflict (day) do update set articles = days.articles + 1, quotes = days.quotes + excluded.quotes
                returning articles as Articles, quotes as Quotes
                """,
                new { Day = day, Quotes = quotes },
                cancellationToken: ct));
            if (taken.Articles <= Stored.ArticlesOfDay && taken.Quotes <= Stored.QuotesOfDay)
            {
                return (Stored.ArticlePlace(day, taken.Articles - 1), Stored.QuotePlace(day, taken.Quotes - quotes));
            }
        }
    }

    private sealed class DayRow
    {
        public long Articles { get; init; }

        public long Quotes { get; init; }
    }
}
