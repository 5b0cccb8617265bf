using System.Text;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.WebStandIn;

namespace Bot.Host.Tests.Fetching;

public sealed class FetcherTests : IAsyncDisposable
{
    private readonly Web _web = new(new FetchingOptions { HostGap = TimeSpan.Zero, Contact = "https://norrmark.com/bot" });

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task A_document_comes_with_all_that_the_server_said_of_it()
    {
        _web.Server.On("/feed", Replies.Text("<rss/>", "Content-Type: text/xml; charset=koi8-r", "ETag: \"a\"", "Last-Modified: yesterday", "Cache-Control: public, max-age=1800", "Age: 300"));

        var result = Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/feed"));

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(result.Bytes.Span));
        Assert.Equal("text/xml; charset=koi8-r", result.ContentType);
        Assert.Equal(new Validators("\"a\"", "yesterday"), result.Validators);
        Assert.Equal(TimeSpan.FromMinutes(25), result.MaxAge);
        Assert.Equal(new Uri("http://norrmarkpost.com/feed"), result.Final);
        Assert.Null(result.MovedTo);
    }

    [Fact]
    public async Task The_server_learns_who_asks_for_how_many_and_nothing_else()
    {
        _web.Server.On("/feed", Replies.Text("<rss/>", "Set-Cookie: id=1"));

        await _web.FetchAsync("http://norrmarkpost.com/feed", subscribers: 12);
        await _web.FetchAsync("http://norrmarkpost.com/feed", subscribers: 1);

        var (first, second) = (_web.Server.Requests[0], _web.Server.Requests[1]);
        Assert.Matches(@"^DigestBot/\d+\.\d+\.\d+ \(\+https://norrmark\.com/bot; 12 subscribers\)$", first["User-Agent"]);
        Assert.EndsWith("; 1 subscriber)", second["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], second.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("application/atom+xml", first["Accept"], StringComparison.Ordinal);
        Assert.Equal("/feed", first.Target);
    }

    [Theory]
    [InlineData("W/\"a, b;\\c\"", "Tue, 19 May 2026 08:00:00 GMT")]
    [InlineData("no-quotes at all", "2026-05-19 8 Uhr")]
    [InlineData("\"\u00E9\u00FF\"", "\u00E4")]
    public async Task Validators_go_back_byte_for_byte(string etag, string lastModified)
    {
        _web.Server.On("/feed", Replies.Conditional("<rss/>", etag, lastModified));

        var first = Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/feed"));
        var second = await _web.FetchAsync("http://norrmarkpost.com/feed", known: first.Validators);

        Assert.Equal(new Validators(etag, lastModified), Assert.IsType<NotModified>(second).Validators);
        Assert.Equal((etag, lastModified), (_web.Server.Requests[1]["If-None-Match"], _web.Server.Requests[1]["If-Modified-Since"]));
    }

    [Fact]
    public async Task A_304_may_bring_new_validators_and_is_no_answer_to_who_has_no_copy()
    {
        _web.Server.On("/feed", Replies.Status(304, "ETag: \"new\"", "Cache-Control: max-age=60"));

        var unchanged = Assert.IsType<NotModified>(await _web.FetchAsync("http://norrmarkpost.com/feed", known: new("\"old\"", "monday")));

        Assert.Equal(new Validators("\"new\"", "monday"), unchanged.Validators);
        Assert.Equal(TimeSpan.FromMinutes(1), unchanged.MaxAge);
        Assert.Equal(FetchFailure.Unexpected, (await _web.FailAsync("http://norrmarkpost.com/feed")).Reason);
    }

    [Theory]
    [InlineData("Expires: Wed, 20 May 2026 08:30:00 GMT", 30.0)]
    [InlineData("Expires: Wed, 20 May 2026 07:30:00 GMT", null)]
    [InlineData("Expires: 0", null)]
    [InlineData("Cache-Control: no-cache, max-age=600", null)]
    [InlineData("Cache-Control: max-age=\"600\"", 10.0)]
    [InlineData("Cache-Control: max-age=soon", null)]
    public async Task How_long_a_copy_is_fresh_is_read_with_patience(string header, double? minutes)
    {
        _web.Server.On("/feed", Replies.Text("<rss/>", header));

        Assert.Equal(minutes, Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/feed")).MaxAge?.TotalMinutes);
    }

    [Fact]
    public async Task A_move_for_good_is_told_and_any_other_is_followed_only()
    {
        _web.Server.On("/old", Replies.Redirect(301, "http://www.norrmarkpost.com/older")).On("/older", Replies.Redirect(308, "/feed"))
            .On("/away", Replies.Redirect(301, "/guest")).On("/guest", Replies.Redirect(302, "/feed")).On("/feed", Replies.Text("<rss/>"));

        var moved = Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/old"));
        var away = Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/away"));

        Assert.Equal(new Uri("http://www.norrmarkpost.com/feed"), moved.MovedTo);
        Assert.Equal(moved.MovedTo, moved.Final);
        Assert.Null(away.MovedTo);
        Assert.Equal(new Uri("http://norrmarkpost.com/feed"), away.Final);
    }

    [Fact]
    public async Task Redirects_in_a_circle_or_without_an_end_end()
    {
        _web.Server.On("/a", Replies.Redirect(302, "/b")).On("/b", Replies.Redirect(302, "/a"));
        foreach (var number in Enumerable.Range(0, 9))
        {
            _web.Server.On($"/{number}", Replies.Redirect(302, $"/{number + 1}"));
        }

        Assert.Equal(FetchFailure.TooManyRedirects, (await _web.FailAsync("http://norrmarkpost.com/a")).Reason);
        Assert.Equal(2, _web.Server.Requests.Count);
        Assert.Equal(FetchFailure.TooManyRedirects, (await _web.FailAsync("http://norrmarkpost.com/0")).Reason);
        Assert.Equal(8, _web.Server.Requests.Count);
    }

    [Theory]
    [InlineData(401, FetchFailure.Forbidden)]
    [InlineData(403, FetchFailure.Forbidden)]
    [InlineData(404, FetchFailure.NotFound)]
    [InlineData(410, FetchFailure.Gone)]
    [InlineData(451, FetchFailure.Forbidden)]
    [InlineData(500, FetchFailure.ServerError)]
    [InlineData(503, FetchFailure.Throttled)]
    [InlineData(204, FetchFailure.Unexpected)]
    [InlineData(300, FetchFailure.Unexpected)]
    [InlineData(418, FetchFailure.Unexpected)]
    public async Task An_answer_without_a_document_says_why(int status, FetchFailure reason)
    {
        _web.Server.On("/feed", Replies.Status(status));

        Assert.Equal(new FetchFailed(reason, status), await _web.FetchAsync("http://norrmarkpost.com/feed"));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip", "x-gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("raw-deflate", "deflate")]
    [InlineData("br", "BR")]
    public async Task Every_packing_that_is_asked_for_is_undone(string packing, string name)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<item>Norrmark keeps east pier open</item>", 2000)));
        _web.Server.On("/feed", Replies.Bytes(Replies.Packed(packing, body), $"Content-Encoding: {name}"));

        Assert.Equal(body, Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/feed")).Bytes.ToArray());
    }

    [Fact]
    public async Task A_packing_that_was_only_named_is_none()
    {
        _web.Server.On("/feed", Replies.Text("<rss/>", "Content-Encoding: gzip"));

        Assert.Equal("<rss/>"u8.ToArray(), Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/feed")).Bytes.ToArray());
    }

    [Fact]
    public async Task Whoever_stops_waiting_gets_no_result()
    {
        _web.Server.On("/feed", Replies.Stalling(""));
        using var stop = new CancellationTokenSource();
        var fetch = _web.Fetcher.FetchAsync(new(new("http://norrmarkpost.com/feed"), FetchKind.Feed), stop.Token);
        await _web.Server.NextAsync(TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
    }
}
