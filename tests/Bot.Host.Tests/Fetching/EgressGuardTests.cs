using System.Net;
using Bot.Digest.Ports;
using Bot.Host.Configuration;
using Bot.WebStandIn;

namespace Bot.Host.Tests.Fetching;

public sealed class EgressGuardTests : IAsyncDisposable
{
    private readonly Web _web = new();

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task Of_names_that_change_their_addresses_at_will_no_private_one_is_reached()
    {
        var report = await RebindingRun.RunAsync(flips: 300, seed: 1, TestContext.Current.CancellationToken);

        Assert.Equal(0, report.PrivateConnections);
        Assert.InRange(report.Fetched, 30, 200);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("9.9.9.9", "10.0.0.1")]
    public async Task A_name_that_turns_private_after_a_good_visit_is_not_reached_again(params string[] later)
    {
        var answers = new Queue<string[]>([["9.9.9.9"], ["9.9.9.9"], later]);
        _web.Network.Name("norrmarkpost.com", () => [.. answers.Dequeue().Select(IPAddress.Parse)]);
        _web.Server.On("/feed", Replies.Text("<rss/>"));

        Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/feed"));
        Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/feed"));

        Assert.Equal(new FetchFailed(FetchFailure.Unreachable), await _web.FetchAsync("http://norrmarkpost.com/feed"));
        Assert.Empty(answers);
        AssertOnlyPublic(connections: 2);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_for_a_connection() // Twice would be one look to judge and one to leap.
    {
        _web.Server.On("/feed", Replies.Text("<rss/>"));

        await _web.FetchAsync("http://norrmarkpost.com/feed");

        Assert.Equal(1, _web.Network.Lookups);
    }

    [Theory]
    [InlineData("http://10.0.0.1/feed")]
    [InlineData("http://[::ffff:10.0.0.1]/feed")]
    [InlineData("http://2130706433/feed")]
    [InlineData("http://localhost/feed")]
    [InlineData("http://norrmarkpost.com:22/feed")]
    [InlineData("ftp://norrmarkpost.com/feed")]
    [InlineData("http://a:b@norrmarkpost.com/feed")]
    public async Task A_refused_address_looks_like_one_where_nobody_answers(string address)
    {
        _web.Network.Name("nowhere.com");

        Assert.Equal(await _web.FailAsync("http://nowhere.com/feed"), await _web.FailAsync(address));
        AssertOnlyPublic(connections: 0);
    }

    [Theory]
    [InlineData("http://127.0.0.1/feed")]
    [InlineData("//10.0.0.1/feed")]
    [InlineData("http://private.com/feed")]
    [InlineData("http://2852039166/latest")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task A_redirect_opens_no_other_doors(string location)
    {
        _web.Network.Name("private.com", "192.168.1.1");
        _web.Server.On("/feed", Replies.Redirect(301, location));

        Assert.Equal(FetchFailure.Unreachable, (await _web.FailAsync("http://norrmarkpost.com/feed")).Reason);
        AssertOnlyPublic(connections: 1);
    }

    [Fact]
    public async Task Robots_go_through_the_same_guard()
    {
        _web.Server.On("/robots.txt", Replies.Redirect(302, "http://127.0.0.1/robots.txt")).On("/a", Replies.Text("a"));

        Assert.Equal(FetchFailure.Unreachable, (await _web.FailAsync("http://norrmarkpost.com/a", FetchKind.Page)).Reason);
        AssertOnlyPublic(connections: 1);
    }

    [Fact]
    public async Task Nothing_that_an_answer_only_mentions_is_followed()
    {
        const string Inner = "http://127.0.0.1/";
        _web.Server.On("/a", Replies.Text(
            $"<html><head><meta http-equiv=refresh content='0;url={Inner}'><link rel=alternate type=application/rss+xml href={Inner}></head></html>",
            $"Refresh: 0; url={Inner}", $"Link: <{Inner}>; rel=\"hub\"", "Alt-Svc: h3=\":443\"; ma=60", $"Content-Location: {Inner}"));

        Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/a"));
        Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/a"));
        AssertOnlyPublic(connections: 2);
    }

    [Fact]
    public async Task A_proxy_of_the_environment_is_not_asked()
    {
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy("http://10.0.0.1:3128", BypassOnLocal: true);
        try
        {
            _web.Server.On("/feed", Replies.Text("<rss/>"));

            Assert.IsType<Fetched>(await _web.FetchAsync("http://norrmarkpost.com/feed"));
            AssertOnlyPublic(connections: 1);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    public async Task Nothing_is_carried_from_one_site_to_another()
    {
        _web.Server.On("norrmarkpost.com/a", Replies.Status(302, "Location: http://coastwire.com/b", "Set-Cookie: id=1; Domain=com", "WWW-Authenticate: Basic realm=a")).On("/b", Replies.Text("b"));

        await _web.FetchAsync("http://norrmarkpost.com/a");

        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], _web.Server.Requests[1].Headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_address_that_does_not_answer_is_passed_over_for_the_next()
    {
        await using var web = new StandIn(_web.Clock);
        web.On("/feed", Replies.Text("<rss/>"));
        var network = new StandInNetwork(web).Name("norrmarkpost.com", "1.1.1.1", "9.9.9.9");
        using var fetcher = new StandInFetcher(new FirstIsDead(network), _web.Clock);

        var result = await fetcher.FetchAsync(new(new("http://norrmarkpost.com/feed"), FetchKind.Feed), TestContext.Current.CancellationToken);

        Assert.IsType<Fetched>(result);
        Assert.Equal("9.9.9.9:80", Assert.Single(network.Connected).ToString());
    }

    [Fact]
    public async Task What_the_operator_opens_can_be_reached()
    {
        await using var server = new StandIn();
        server.On("/feed", Replies.Text("<rss/>"));
        var options = new FetchingOptions { HostGap = TimeSpan.Zero, AllowedNetworks = "127.0.0.0/8", AllowedPorts = $"{server.Port}" };
        using var fetcher = new StandInFetcher(new Bot.Host.Fetching.SystemNetwork(), TimeProvider.System, options: options);

        var result = await fetcher.FetchAsync(new(new($"http://127.0.0.1:{server.Port}/feed"), FetchKind.Feed), TestContext.Current.CancellationToken);

        Assert.IsType<Fetched>(result);
    }

    private void AssertOnlyPublic(int connections)
    {
        Assert.Equal(connections, _web.Network.Connected.Count);
        Assert.All(_web.Network.Connected, to => Assert.Equal(new IPEndPoint(StandInNetwork.Public, 80), to));
    }

    /// <summary>A network in which nobody answers at the first of two addresses.</summary>
    private sealed class FirstIsDead(StandInNetwork network) : Bot.Host.Fetching.INetwork
    {
        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => network.ResolveAsync(host, ct);

        public Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken ct) => address.Address.Equals(IPAddress.Parse("1.1.1.1"))
            ? Task.FromException<Stream>(new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused))
            : network.ConnectAsync(address, ct);
    }
}
