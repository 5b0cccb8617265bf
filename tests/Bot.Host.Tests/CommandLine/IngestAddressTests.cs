using Bot.Host.Tests.Ingestion.Visits;
using Bot.WebStandIn;

namespace Bot.Host.Tests.CommandLine;

/// <summary><c>ingest URL</c>, as users run it.</summary>
public sealed class IngestAddressTests : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly StandIn _web = new();

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task A_feed_is_read_with_all_its_items_and_is_not_followed()
    {
        _web.On("/feed", Replies.Text(Papers.Rss([2, 1]), "Content-Type: application/rss+xml"));

        var ended = await IngestAsync("/feed");
        var asked = await DigestBot.RunAsync("ask", "/latest", "--data", _data.Path);

        Assert.Equal((0, "2 read: 2 new, 0 unchanged, 0 revised, 0 refused."), (ended.Code, ended.Output.Trim()));
        Assert.Contains("Pier 2 stays open", asked.Output, StringComparison.Ordinal);
        Assert.Contains("Norrmark Post", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_its_article()
    {
        _web.On("/pier", Replies.Text(Papers.Page(1), "Content-Type: text/html"));

        var ended = await IngestAsync("/pier");

        Assert.Equal((0, "1 read: 1 new, 0 unchanged, 0 revised, 0 refused."), (ended.Code, ended.Output.Trim()));
    }

    [Fact]
    public async Task A_sitemap_is_read_with_the_pages_that_it_lists_and_those_that_are_missing_are_named()
    {
        _web.On("/sitemap.xml", Replies.Text(
                $"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>{LoopbackWeb.Address(_web, "/pier")}</loc></url><url><loc>{LoopbackWeb.Address(_web, "/gone")}</loc></url></urlset>"))
            .On("/pier", Replies.Text(Papers.Page(1), "Content-Type: text/html"));

        var ended = await IngestAsync("/sitemap.xml");

        Assert.Equal((0, "2 read: 1 new, 0 unchanged, 0 revised, 1 refused."), (ended.Code, ended.Output.Trim()));
        Assert.Contains("/gone: it was not fetched", ended.Error, StringComparison.Ordinal);
    }

    private Task<Ended> IngestAsync(string path) => DigestBot.RunAsync(
        new Run("ingest", LoopbackWeb.Address(_web, path), "--data", _data.Path) { Variables = LoopbackWeb.Variables(_web) });
}
