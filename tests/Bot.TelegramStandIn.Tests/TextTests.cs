using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Scenario;

namespace Bot.TelegramStandIn.Tests;

/// <summary>Texts are read as Telegram reads them: its tags, its refusals, its limits.</summary>
public sealed class TextTests : IAsyncLifetime
{
    private TelegramServer _server = null!;
    private BareBot _bot = null!;
    private Person _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TelegramServer.StartAsync(ct: TestContext.Current.CancellationToken);
        _bot = new(_server);
        _ana = _server.User("Ana");
        _ana.Says("/start");
    }

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("<b>Ports</b> open", "Ports open", "bold 0+5")]
    [InlineData("a <strong>b</strong> <em>c</em> <ins>d</ins> <del>e</del> <strike>f</strike>", "a b c d e f", "bold 2+1, italic 4+1, underline 6+1, strikethrough 8+1, strikethrough 10+1")]
    [InlineData("<b>a <i>b</i></b>", "a b", "bold 0+3, italic 2+1")]
    [InlineData("<a href=\"https://example.org/?a=1&amp;b=2\">here</a>", "here", "text_link 0+4 https://example.org/?a=1&b=2")]
    [InlineData("<a href='https://example.org'>here</a>", "here", "text_link 0+4 https://example.org")]
    [InlineData("<pre><code class=\"language-sql\">select</code></pre>", "select", "pre 0+6 sql")]
    [InlineData("<code>x &lt; y</code> &amp; &#8212; &#x2014; &quot;", "x < y & — — \"", "code 0+5")]
    [InlineData("<blockquote expandable>long</blockquote>", "long", "expandable_blockquote 0+4")]
    [InlineData("<blockquote>a\n<b>b</b></blockquote>", "a\nb", "blockquote 0+3, bold 2+1")]
    [InlineData("<span class=\"tg-spoiler\">a</span><tg-spoiler>b</tg-spoiler>", "ab", "spoiler 0+1, spoiler 1+1")]
    [InlineData("🗞 <b>다음</b>", "🗞 다음", "bold 3+2")]
    [InlineData("  <b>x</b>\n", "x", "bold 0+1")]
    [InlineData("See /who and https://example.org/a", "See /who and https://example.org/a", "bot_command 4+4, url 13+21")]
    public async Task Markup_becomes_looks(string html, string text, string looks)
    {
        var sent = (await _bot.SayAsync(_ana.Account.Id, html))["result"]!;

        Assert.Equal(text, (string?)sent["text"]);
        Assert.Equal(looks, string.Join(", ", sent["entities"]!.AsArray().Select(look => $"{look!["type"]} {look["offset"]}+{look["length"]} {look["url"]}{look["language"]}".TrimEnd())));
        Assert.Empty(_server.Violations);
    }

    [Theory]
    [InlineData("<h1>x</h1>", "Unsupported start tag \"h1\" at byte offset 0")]
    [InlineData("다<br>x", "Unsupported start tag \"br\" at byte offset 3")]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("a < b", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("a <b", "Unclosed start tag at byte offset 2")]
    [InlineData("<a href=\"x>y</a>", "Unclosed start tag at byte offset 0")]
    [InlineData("<a href=a/b>y</a>", "Unexpected end of name token at byte offset 8")]
    [InlineData("<span>y</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<b>y</b", "Unclosed end tag at byte offset 4")]
    public async Task Markup_that_cannot_be_read_is_refused(string html, string why)
    {
        var answer = await _bot.SayAsync(_ana.Account.Id, html);

        Assert.Equal($"Bad Request: can't parse entities: {why}", (string?)answer["description"]);
        Assert.Single(_server.Violations);
        Assert.Empty(_server.Sent.All);
    }

    [Theory]
    [InlineData("a > b", "has a bare >")]
    [InlineData("AT&T", "has a bare & or a reference that is not understood")]
    [InlineData("a&nbsp;b", "has a bare & or a reference that is not understood")]
    [InlineData("<b class=\"x\">b</b>", "has class in b")]
    [InlineData("<a>b</a>", "has a link without an address")]
    [InlineData("<a href=\"page\">b</a>", "has a link whose address is none")]
    [InlineData("<b><code>x</code></b>", "has code in b")]
    [InlineData("<pre><b>x</b></pre>", "has b in pre")]
    [InlineData("<blockquote>a<blockquote>b</blockquote></blockquote>", "has blockquote in blockquote")]
    [InlineData("a<b></b>", "has an empty b")]
    public async Task What_passes_though_the_documentation_forbids_it_is_kept(string html, string rule)
    {
        var answer = await _bot.SayAsync(_ana.Account.Id, html);

        Assert.True((bool)answer["ok"]!);
        Assert.Equal($"bot sendMessage text: {rule}", Assert.Single(_server.Violations).ToString());
    }

    [Fact]
    public async Task Letters_are_counted_without_markup()
    {
        var longest = $"<b>{string.Concat(Enumerable.Repeat("&amp;", 4096))}</b>";

        var most = await _bot.SayAsync(_ana.Account.Id, longest);
        var more = await _bot.SayAsync(_ana.Account.Id, $"{longest}x");

        Assert.True((bool)most["ok"]!);
        Assert.Equal("Bad Request: message is too long", (string?)more["description"]);
        Assert.Equal("bot sendMessage text: has 4097 characters, not 1..4096", Assert.Single(_server.Violations).ToString());
    }

    [Fact]
    public async Task A_letter_of_two_units_counts_as_two()
    {
        var answer = await _bot.SayAsync(_ana.Account.Id, string.Concat(Enumerable.Repeat("🗞", 2049)));

        Assert.Equal("Bad Request: message is too long", (string?)answer["description"]);
        Assert.Single(_server.Violations);
    }

    [Theory]
    [InlineData("", "Bad Request: message text is empty")]
    [InlineData(" \n ", "Bad Request: text must be non-empty")]
    [InlineData("<b> </b>", "Bad Request: text must be non-empty")]
    public async Task A_text_with_nothing_in_it_is_refused(string text, string why) =>
        Assert.Equal(why, (string?)(await _bot.SayAsync(_ana.Account.Id, text))["description"]);

    [Fact]
    public async Task More_than_a_hundred_looks_are_told()
    {
        await _bot.SayAsync(_ana.Account.Id, string.Concat(Enumerable.Repeat("<b>a</b> ", 101)));

        Assert.Equal("bot sendMessage text: has 101 parts with a look, of which 100 are kept", Assert.Single(_server.Violations).ToString());
    }

    [Fact]
    public async Task A_button_with_too_much_behind_it_is_refused_as_the_server_refuses_it()
    {
        var buttons = new JsonObject { ["inline_keyboard"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = "x", ["callback_data"] = new string('x', 65) })) };

        var answer = await _bot.CallAsync("sendMessage", new JsonObject { ["chat_id"] = _ana.Account.Id, ["text"] = "x", ["reply_markup"] = buttons });

        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", (string?)answer["description"]);
        Assert.Single(_server.Violations);
    }
}
