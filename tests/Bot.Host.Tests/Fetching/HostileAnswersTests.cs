using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.WebStandIn;

namespace Bot.Host.Tests.Fetching;

public sealed class HostileAnswersTests : IAsyncDisposable
{
    private const string Head = "HTTP/1.1 200 Said\r\nContent-Type: text/xml\r\n";

    private readonly Web _web = new(new FetchingOptions { HostGap = TimeSpan.Zero, FeedMegabytes = 2, PageMegabytes = 1, Deadline = TimeSpan.FromMinutes(2) });

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    public static TheoryData<string, string> BrokenAnswers => new()
    {
        { "no answer", "" },
        { "half a head", "HTTP/1.1 200 Sa" },
        { "no HTTP", "SSH-2.0-OpenSSH_9.9\r\n" },
        { "less than it said", $"{Head}Content-Length: 100\r\n\r\n<rss>" },
        { "half a chunk", $"{Head}Transfer-Encoding: chunked\r\n\r\n100\r\n<rss>" },
        { "no last chunk", $"{Head}Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n" },
        { "a chunk that is none", $"{Head}Transfer-Encoding: chunked\r\n\r\nzz\r\n<rss>" },
        { "an unknown packing", $"{Head}Content-Encoding: zstd\r\n\r\n<rss/>" },
        { "two packings", $"{Head}Content-Encoding: gzip, br\r\n\r\n<rss/>" },
        { "two packings in two lines", $"{Head}Content-Encoding: gzip\r\nContent-Encoding: br\r\n\r\n<rss/>" },
        { "half a packing", $"{Head}Content-Encoding: gzip\r\n\r\n\u001F\u008B\u0008\0\0\0" },
        { "a packing of rubbish", $"{Head}Content-Encoding: br\r\n\r\n{new string('\u00FF', 99)}" },
    };

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task A_broken_answer_is_no_document(string what, string answer)
    {
        _web.Server.On("/feed", Replies.Raw(answer));

        var failure = await _web.FailAsync("http://norrmarkpost.com/feed");

        Assert.True(failure.Reason is FetchFailure.Broken or FetchFailure.Unreachable, $"{what}: {failure}");
    }

    [Fact]
    public async Task A_body_that_was_cut_off_inside_its_packing_is_broken()
    {
        var packed = Replies.Packed("gzip", new byte[100_000]);
        _web.Server.On("/feed", Replies.Bytes(packed[..^20], "Content-Encoding: gzip"));

        Assert.Equal(FetchFailure.Broken, (await _web.FailAsync("http://norrmarkpost.com/feed")).Reason);
    }

    [Fact]
    public async Task A_connection_that_is_torn_brings_nothing()
    {
        _web.Server.On("/feed", Replies.Reset);

        Assert.Equal(FetchFailure.Unreachable, (await _web.FailAsync("http://norrmarkpost.com/feed")).Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_bomb_is_given_up_long_before_it_is_unpacked(string encoding)
    {
        _web.Server.On("/feed", Replies.Bomb(encoding, megabytes: 64));

        Assert.Equal(FetchFailure.TooLarge, (await _web.FailAsync("http://norrmarkpost.com/feed")).Reason);
    }

    [Fact]
    public async Task What_is_packed_too_tightly_is_a_bomb_even_within_the_limit()
    {
        _web.Server.On("/feed", Replies.Bomb("gzip", megabytes: 2));

        Assert.Equal(FetchFailure.TooLarge, (await _web.FailAsync("http://norrmarkpost.com/feed")).Reason);
    }

    [Fact]
    public async Task A_body_is_read_up_to_the_limit_of_its_kind_and_not_a_byte_further()
    {
        _web.Server.On("/robots.txt", Replies.Status(404)).On("/2", Replies.Bytes(new byte[2 * 1024 * 1024])).On("/3", Replies.Bytes(new byte[(2 * 1024 * 1024) + 1])).On("/endless", Replies.Endless);

        Assert.Equal(2 * 1024 * 1024, Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/2")).Bytes.Length);
        Assert.Equal(FetchFailure.TooLarge, (await _web.FailAsync("http://norrmarkpost.com/3")).Reason);
        Assert.Equal(FetchFailure.TooLarge, (await _web.FailAsync("http://norrmarkpost.com/2", FetchKind.Page)).Reason);
        Assert.Equal(FetchFailure.TooLarge, (await _web.FailAsync("http://norrmarkpost.com/endless")).Reason);
    }

    [Fact]
    public async Task Headers_without_an_end_are_given_up()
    {
        _web.Server.On("/feed", Replies.Raw($"{Head}{string.Concat(Enumerable.Repeat($"X-More: {new string('a', 1000)}\r\n", 100))}\r\n"));

        Assert.Equal(FetchFailure.TooLarge, (await _web.FailAsync("http://norrmarkpost.com/feed")).Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 Said\r\nX-A")]
    public async Task Headers_that_do_not_come_in_ten_seconds_are_not_waited_for(string beginning)
    {
        _web.Server.On("/feed", Replies.Dripping(beginning, TimeSpan.FromSeconds(5), _web.Clock));
        var began = _web.Clock.GetUtcNow();
        var fetch = _web.FailAsync("http://norrmarkpost.com/feed");
        await _web.Server.NextAsync(TestContext.Current.CancellationToken);

        Assert.Equal(FetchFailure.TooSlow, (await _web.PassTimeAsync(fetch)).Reason);
        Assert.InRange(_web.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(3600)]
    public async Task A_body_that_drips_or_stops_is_given_up(int pause)
    {
        _web.Server.On("/feed", Replies.Dripping($"{Head}\r\n<rss>", TimeSpan.FromSeconds(pause), _web.Clock));
        var began = _web.Clock.GetUtcNow();
        var fetch = _web.FailAsync("http://norrmarkpost.com/feed");
        await _web.Server.NextAsync(TestContext.Current.CancellationToken);

        Assert.Equal(FetchFailure.TooSlow, (await _web.PassTimeAsync(fetch)).Reason);
        Assert.InRange(_web.Clock.GetUtcNow() - began, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_body_that_comes_steadily_and_never_ends_is_given_up_at_the_deadline()
    {
        _web.Server.On("/feed", Replies.Dripping($"{Head}\r\n<rss>", TimeSpan.FromSeconds(1), _web.Clock, new string('x', 8192)));
        var began = _web.Clock.GetUtcNow();
        var fetch = _web.FailAsync("http://norrmarkpost.com/feed");
        await _web.Server.NextAsync(TestContext.Current.CancellationToken);

        Assert.Equal(FetchFailure.TooSlow, (await _web.PassTimeAsync(fetch)).Reason);
        Assert.InRange(_web.Clock.GetUtcNow() - began, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
    }

    [Fact]
    public async Task Secrets_of_an_address_do_not_get_into_the_log()
    {
        _web.Server.On("/feed", Replies.Reset).On("/away", Replies.Redirect(302, "http://10.0.0.1/?token=hunter2"));

        await _web.FailAsync("http://norrmarkpost.com/feed?token=hunter2");
        await _web.FailAsync("http://norrmarkpost.com/away?key=hunter2");
        await _web.FailAsync("http://reader:hunter2@norrmarkpost.com/feed");

        Assert.Equal(3, _web.Log.Count(line => line.Contains("norrmarkpost.com", StringComparison.Ordinal)));
        Assert.DoesNotContain(_web.Log, line => line.Contains("hunter2", StringComparison.Ordinal));
    }
}
