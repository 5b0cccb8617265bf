using Bot.Digest;
using Bot.Digest.Articles;
using Bot.Digest.Ports;
using Bot.Digest.Reading;
using Bot.Digest.Sources;

namespace Bot.Host.Ingestion.Visits;

/// <summary>What came of reading an item.</summary>
/// <param name="Article">Null when there is no text.</param>
/// <param name="IsPageOwed">Its page should have been read and could not be.</param>
/// <param name="IsGone">Its page is there no more.</param>
public sealed record ItemRead(UnderstoodArticle? Article, bool IsPageOwed = false, bool IsGone = false);

/// <summary>An offered item to an understood article, with the text of its page where the item carries only an excerpt.</summary>
public sealed partial class ItemReading(IFetcher fetcher, TimeProvider clock, ILogger<ItemReading> logger)
{
    public async Task<ItemRead> ReadAsync(OfferedItem item, CancellationToken ct)
    {
        if (item.IsWhole || item.Address is null)
        {
            return new ItemRead(Understood(item.Article));
        }

        var (page, failure) = await FetchAsync(item.Address, item.Date, ct);
        return failure is not null
            ? new ItemRead(Understood(item.Article), IsPageOwed: true, IsGone: failure is FetchFailure.NotFound or FetchFailure.Gone)
            : new ItemRead(Understood(page is null ? item.Article : ItemPage.Join(item, page)));
    }

    /// <summary>Reads the page of a stored article again.</summary>
    public async Task<ItemRead> ReadPageAsync(OwedPage owed, CancellationToken ct)
    {
        var (page, failure) = await FetchAsync(owed.Address, owed.Published, ct);
        return failure is not null
            ? new ItemRead(null, IsPageOwed: true, IsGone: failure is FetchFailure.NotFound or FetchFailure.Gone)
            : new ItemRead(page is null ? null : Understood(page with { Title = owed.Title, Published = owed.Published, PublishedIsStated = true, Address = owed.Address }));
    }

    /// <summary>The article of a page; neither when the page holds none.</summary>
    public async Task<(Article? Article, FetchFailure? Failure)> FetchAsync(Uri address, DateTimeOffset? published, CancellationToken ct)
    {
        var result = await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Page), ct);
        return result is Fetched page ? (Read(page, published).Article, null) : (null, (result as FetchFailed)?.Reason ?? FetchFailure.Unexpected);
    }

    /// <summary>Reads a fetched page.</summary>
    public ReadResult Read(Fetched page, DateTimeOffset? published)
    {
        var head = page.Bytes[..Math.Min(page.Bytes.Length, DocumentKinds.Reach)];
        var read = ArticleReader.Read(new Document
        {
            Bytes = page.Bytes,
            Kind = DocumentKinds.Of(head, page.Final.AbsolutePath),
            ReadAt = clock.GetUtcNow(),
            Published = published,
            Address = WebAddress.Canonical(page.Final.AbsoluteUri),
            DeclaredCharset = Charset.OfHeader(page.ContentType),
            GuessCharset = CharsetGuess.Of,
        });
        return read.Article is { } article ? ReadResult.Of(ItemPage.AtItsOwnAddress(article, page.Final), read.Source) : read;
    }

    /// <summary>The article with what is said in it; null without one, and where a defect kept it from being understood.</summary>
    public UnderstoodArticle? Understood(Article? article)
    {
        if (article is null)
        {
            return null;
        }

        try
        {
            return new UnderstoodArticle(article, Understanding.Read(article));
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // One article must not keep the others of its source from being read.
            LogDefect(article.Key, defect);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Article} was not understood")]
    private partial void LogDefect(string article, Exception defect);
}
