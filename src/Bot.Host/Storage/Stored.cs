using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Host.Storage;

/// <summary>How values are written in columns of whole numbers and text, the same for every engine.</summary>
internal static class Stored
{
    /// <summary>How many articles one publication day has places for.</summary>
    public const long ArticlesOfDay = 1L << ArticleBits;

    /// <summary>How many quotes one publication day has places for.</summary>
    public const long QuotesOfDay = 1L << QuoteBits;

    private const int ArticleBits = 20;
    private const int QuoteBits = 24;

    // Days are counted back from the year 2328.
    private const long LastDay = 1 << 17;

    // A full day lends places from earlier ones, so a range of days is looked at somewhat further.
    private const int LentDays = 10;

    public static long Moment(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    public static DateTimeOffset Moment(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);

    public static long Day(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static DateOnly Day(long stored) => DateOnly.FromDayNumber((int)stored + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);

    /// <summary>A time of the day as minutes of it.</summary>
    public static long Minutes(TimeOnly time) => (time.Hour * 60) + time.Minute;

    public static TimeOnly Time(long minutes) => new((int)(minutes / 60), (int)(minutes % 60));

    /// <summary>A share from 0 to 1, in thousandths.</summary>
    public static long Share(double share) => (long)Math.Round(Math.Clamp(share, 0, 1) * 1000);

    public static double Share(long stored) => stored / 1000.0;

    /// <summary>
    /// Rows of the word indexes are numbered by publication day, the newest first, because an index is quickest in the order of its rows
    /// and the newest are asked for. Days before 1970 share one.
    /// </summary>
    public static long PlaceDay(long publishedAt) => LastDay - Math.Clamp(Math.DivRem(publishedAt, 86_400_000L).Quotient, 0, LastDay);

    /// <summary>The first moment that is asked for; the earliest of all where there is no bound.</summary>
    public static long Since(DateTimeOffset? since) => since is { } bound ? Moment(bound) : long.MinValue;

    /// <summary>The first moment that is too late; the last of all where there is no bound.</summary>
    public static long Before(DateTimeOffset? before) => before is { } bound ? Moment(bound) : long.MaxValue;

    /// <summary>The first place, of the newest article, in a range that ends with <paramref name="before"/>.</summary>
    public static long FirstArticle(DateTimeOffset? before) => ArticlePlace(FirstDay(before), 0);

    /// <summary>The last place in a range that begins with <paramref name="since"/>.</summary>
    public static long LastArticle(DateTimeOffset? since) => ArticlePlace(EndDay(since), 0);

    /// <summary>As <see cref="FirstArticle"/>.</summary>
    public static long FirstQuote(DateTimeOffset? before) => QuotePlace(FirstDay(before), 0);

    /// <summary>As <see cref="LastArticle"/>.</summary>
    public static long LastQuote(DateTimeOffset? since) => QuotePlace(EndDay(since), 0);

    public static long ArticlePlace(long day, long number) => (day << ArticleBits) + number;

    public static long QuotePlace(long day, long number) => (day << QuoteBits) + number;

    /// <summary>A whole text's hash, as <see cref="Bot.Digest.Articles.Article.Hash"/> writes it.</summary>
    public static string TextHash(string text) => Convert.ToHexStringLower(Digest(text));

    /// <summary>The hash of a paragraph or a quote: 64 bits of SHA-256, enough to tell any accident.</summary>
    public static long ShortHash(string text) => BinaryPrimitives.ReadInt64BigEndian(Digest(text));

    private static long FirstDay(DateTimeOffset? before) => before is { } bound ? PlaceDay(Moment(bound)) : 0;

    private static long EndDay(DateTimeOffset? since) => (since is { } bound ? PlaceDay(Moment(bound)) : LastDay) + 1 + LentDays;

    private static ReadOnlySpan<byte> Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
