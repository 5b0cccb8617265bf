using System.Net;
using Bot.Host.Configuration;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>Beyond loopback the page asks for a key; without one it does not even start.</summary>
public sealed class AccessKeyTests
{
    private const string Key = "a-long-and-private-key";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bound_beyond_loopback_without_a_key_the_service_does_not_start()
    {
        var problem = await Assert.ThrowsAsync<OperatorException>(() => RunningPage.StartAsync(("Web:Address", "http://0.0.0.0:0")));

        Assert.Contains("Web:AccessKey", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_key_nothing_is_answered_but_health_and_the_door()
    {
        await using var page = await RunningPage.StartAsync(("Web:AccessKey", Key));
        using var browser = page.Visit();

        var door = await browser.OpenAsync();
        using var asked = await browser.PostAsync("/ask", ("line", "/who varga"));
        using var completed = await browser.GetAsync("/complete?line=/who%20v");
        using var health = await browser.GetAsync("/health");

        Assert.Contains("type=\"password\"", door, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, completed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task The_right_key_opens_the_page_for_this_visitor_alone()
    {
        await using var page = await RunningPage.StartAsync(("Web:AccessKey", Key));
        using var browser = page.Visit();
        using var stranger = page.Visit();
        await browser.OpenAsync();

        using var opened = await browser.PostAsync("/key", ("key", Key));
        using var outside = await stranger.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Contains("role=\"log\"", await opened.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, outside.StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_is_told_and_after_ten_in_a_minute_none_is_compared()
    {
        await using var page = await RunningPage.StartAsync(("Web:AccessKey", Key));
        using var browser = page.Visit();
        await browser.OpenAsync();

        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            using var wrong = await browser.PostAsync("/key", ("key", $"{Key}{attempt}"));
            answers.Add(wrong.StatusCode);
        }

        using var late = await browser.PostAsync("/key", ("key", Key));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
    }
}
