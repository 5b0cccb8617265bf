using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>What the page's server accepts and what it turns away, over real HTTP on loopback.</summary>
public sealed class WebRequestTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("192.168.1.9")]
    public async Task A_name_that_somebody_pointed_at_this_machine_gets_nothing(string host)
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();

        using var response = await browser.GetAsync("/", ("Host", host));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.DoesNotContain("token", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    public async Task The_page_answers_by_every_name_of_loopback_with_its_port(string name)
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();

        using var response = await browser.GetAsync("/", ("Host", $"{name}:{page.Address.Port}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_name_from_the_settings_is_answered()
    {
        await using var page = await RunningPage.StartAsync(("Web:Names", "news.example, digest.example"));
        using var browser = page.Visit();

        using var response = await browser.GetAsync("/", ("Host", "digest.example"), ("Origin", "https://digest.example"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task A_form_of_another_site_is_refused_even_with_the_right_token(string origin)
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        await browser.OpenAsync();

        using var response = await browser.SendAsync(
            HttpMethod.Post, "/ask", new FormUrlEncodedContent([new("token", browser.Token), new("line", "/help")]), ("Origin", origin));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/ask")]
    [InlineData("/clear")]
    [InlineData("/key")]
    public async Task A_post_without_the_visitors_own_token_is_refused(string path)
    {
        await using var page = await RunningPage.StartAsync();
        using var stranger = page.Visit();
        await stranger.OpenAsync();
        using var browser = page.Visit();
        await browser.OpenAsync();

        using var none = await browser.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent([new("line", "/help")]));
        using var foreign = await browser.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent([new("token", stranger.Token), new("line", "/help")]));

        Assert.Equal(HttpStatusCode.Forbidden, none.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_with_a_sentence()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        await browser.OpenAsync();

        using var response = await browser.PostAsync("/ask", ("line", new string('a', 64 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("shorter", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();

        using var json = await browser.SendAsync(HttpMethod.Post, "/ask", new StringContent("{\"line\":\"/help\"}", Encoding.UTF8, "application/json"));
        using var manyFields = await browser.PostAsync("/ask", [.. Enumerable.Range(0, 20).Select(number => ($"field{number}", "x"))]);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, manyFields.StatusCode);
    }

    [Theory]
    [InlineData("Content-Type: application/x-www-form-urlencoded; charset=utf-7\r\nContent-Length: 7\r\n\r\nline=/a")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nline=/a\r\n0\r\n\r\n")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\nline=/a\r\n0\r\n\r\n")]
    public async Task A_form_that_cannot_be_decoded_is_the_senders_fault(string rest)
    {
        await using var page = await RunningPage.StartAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(page.Address.Host, page.Address.Port, Ct);
        await using var stream = connection.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /ask HTTP/1.1\r\nHost: {page.Address.Authority}\r\nConnection: close\r\n{rest}"), Ct);
        using var reader = new StreamReader(stream);

        Assert.StartsWith("HTTP/1.1 400 ", await reader.ReadLineAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/nothing-here")]
    public async Task Every_response_forbids_scripts_styles_and_frames_that_are_not_our_own(string path)
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();

        using var response = await browser.GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_page_holds_no_script_or_style_of_its_own_and_nothing_from_elsewhere()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        await browser.OpenAsync();
        using var asked = await browser.PostAsync("/ask", ("line", "/help"));

        var html = await asked.Content.ReadAsStringAsync(Ct);

        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(" on[a-z]+=", html);
        Assert.DoesNotContain("src=\"http", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<script").Length - 1);
    }

    [Fact]
    public async Task Health_is_said_as_json_and_is_503_when_the_archive_cannot_be_read()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();

        using var well = await browser.GetAsync("/health");
        page.Archive.Fault = new IOException("The disk is gone.");
        using var ill = await browser.GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
        Assert.Equal("healthy", JsonDocument.Parse(await well.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ill.StatusCode);
        var words = await ill.Content.ReadAsStringAsync(Ct);
        Assert.Equal("unhealthy", JsonDocument.Parse(words).RootElement.GetProperty("status").GetString());
        Assert.DoesNotContain("disk", words, StringComparison.Ordinal);
        Assert.False(well.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_archive_that_cannot_be_read_is_said_in_a_sentence_on_the_page()
    {
        await using var page = await RunningPage.StartAsync();
        page.Archive.Fault = new IOException("The disk is gone.");
        using var browser = page.Visit();

        using var response = await browser.GetAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("went wrong", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }
}
