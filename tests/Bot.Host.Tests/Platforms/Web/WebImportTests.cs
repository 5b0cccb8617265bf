using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Bot.Digest.Reading.Feeds;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>A list of feeds that is brought to the page as a file.</summary>
public sealed class WebImportTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Feeds = """
        <opml version="2.0"><body><outline type="rss" text="Norrmark &lt;Post&gt;" xmlUrl="https://post.example/feed"/></body></opml>
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_feeds_are_added_and_the_answer_stands_on_the_page()
    {
        await using var server = await RunningNewsroom.StartAsync();
        using var browser = new PlainBrowser(server.Address);
        await browser.OpenAsync();

        using var answered = await SendAsync(browser, Feeds);
        using var listed = await browser.PostAsync("/ask", ("line", "/source list"), ("part", "1"));
        var page = await browser.OpenAsync();

        Assert.Equal("#turn-1", answered.RequestMessage!.RequestUri!.Fragment);
        Assert.Contains("/source import feeds.opml</p>", page, StringComparison.Ordinal);
        Assert.Contains("Norrmark &lt;Post&gt;", await listed.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_chosen_under_the_box()
    {
        await using var server = await RunningNewsroom.StartAsync();
        var page = await chromium.OpenAsync(server.Address);

        await page.GetByText("Add feeds from an OPML file").ClickAsync();
        await page.GetByLabel("Add feeds from an OPML file").SetInputFilesAsync(new FilePayload { Name = "feeds.opml", MimeType = "text/x-opml", Buffer = Encoding.UTF8.GetBytes(Feeds) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();

        await Expect(page.Locator("#turn-1 .bubble")).ToContainTextAsync("Norrmark <Post>");
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_what_is_allowed()
    {
        await using var server = await RunningNewsroom.StartAsync();
        using var browser = new PlainBrowser(server.Address);
        await browser.OpenAsync();

        using var little = await SendAsync(browser, new string(' ', Opml.MostBytes + 1));
        var page = await browser.OpenAsync();
        var much = await AnnounceAsync(server.Address, Opml.MostBytes + 64 * 1024);

        Assert.Contains("an OPML file has at most 10 MB", page, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 413 ", much, StringComparison.Ordinal);
        Assert.Contains("an OPML file has at most 10 MB", much, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_taken_only_from_the_visitors_own_page_and_nowhere_else_on_it()
    {
        await using var server = await RunningNewsroom.StartAsync();
        using var browser = new PlainBrowser(server.Address);

        using var unopened = await SendAsync(browser, Feeds);
        await browser.OpenAsync();
        using var foreign = await SendAsync(browser, Feeds, ("Origin", "https://evil.example"));
        using var asked = await browser.SendAsync(HttpMethod.Post, "/ask", Form(browser, Feeds));
        using var plain = await browser.PostAsync("/import", ("file", Feeds));
        var none = await browser.OpenAsync();

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnsupportedMediaType],
            [unopened.StatusCode, foreign.StatusCode, asked.StatusCode, plain.StatusCode]);
        Assert.DoesNotContain("turn-1", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_no_parts_is_not_called_too_large()
    {
        await using var server = await RunningNewsroom.StartAsync();
        using var browser = new PlainBrowser(server.Address);
        await browser.OpenAsync();
        using var garbled = new StringContent(Feeds);
        garbled.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data");

        using var refused = await browser.SendAsync(HttpMethod.Post, "/import", garbled);

        Assert.Equal((HttpStatusCode.BadRequest, "This is not what the page sends; open the page and ask there."), (refused.StatusCode, await refused.Content.ReadAsStringAsync(Ct)));
    }

    private static Task<HttpResponseMessage> SendAsync(PlainBrowser browser, string file, params (string Name, string Value)[] headers) =>
        browser.SendAsync(HttpMethod.Post, "/import", Form(browser, file), headers);

    /// <summary>Says how much will come, and reads the answer before any of it does.</summary>
    private static async Task<string> AnnounceAsync(Uri address, int bytes)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, Ct);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /import HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {bytes}\r\n\r\n"), Ct);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Ct);
    }

    private static MultipartFormDataContent Form(PlainBrowser browser, string file) => new()
    {
        { new StringContent(browser.Token), "token" },
        { new StringContent(file), "file", "feeds.opml" },
    };
}
