using System.Text;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>A few documents of the web, by address; nothing else can be reached.</summary>
internal sealed class MemoryWeb : IFetcher
{
    public Dictionary<string, FetchResult> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    public void Put(string address, string document, string type) => Documents[address] =
        new Fetched(Encoding.UTF8.GetBytes(document)) { ContentType = type, Final = new Uri(address) };

    /// <summary>A feed of some articles, the first the newest.</summary>
    public void PutFeed(string address, string title, params string[] articles) => Put(
        address,
        $"<rss version=\"2.0\"><channel><title>{title}</title>{string.Concat(articles.Select((article, index) => $"<item><title>{article}</title><link>{address}/{article.Replace(' ', '-')}</link><pubDate>{Asking.Noon.AddHours(-index):R}</pubDate></item>"))}</channel></rss>",
        "application/rss+xml");

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken ct)
    {
        Asked.Add(request.Address.AbsoluteUri);
        return Task.FromResult(Documents.GetValueOrDefault(request.Address.AbsoluteUri, new FetchFailed(FetchFailure.Unreachable)));
    }
}
