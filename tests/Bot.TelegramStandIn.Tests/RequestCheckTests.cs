using Bot.TelegramStandIn.Scenario;

namespace Bot.TelegramStandIn.Tests;

/// <summary>What a bot sends is held against the specification, in every way in which it can be sent.</summary>
public sealed class RequestCheckTests : IAsyncLifetime
{
    private TelegramServer _server = null!;
    private BareBot _bot = null!;
    private Person _ana = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TelegramServer.StartAsync(ct: Ct);
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
    [InlineData("sendPigeon", "{}", ": is not a method")]
    [InlineData("sendMessage", """{"chat_id":CHAT,"text":"x","colour":"red"}""", "colour: is not a field")]
    [InlineData("sendMessage", """{"chat_id":CHAT}""", "text: is required")]
    [InlineData("sendMessage", """{"chat_id":CHAT,"text":5}""", "text: is not of type String")]
    [InlineData("sendMessage", """{"chat_id":CHAT,"text":"x","disable_notification":"yes"}""", "disable_notification: is not of type Boolean")]
    [InlineData("sendMessage", """{"chat_id":CHAT,"text":"x","link_preview_options":{"is_disabled":1}}""", "link_preview_options.is_disabled: is not of type Boolean")]
    [InlineData("sendMessage", """{"chat_id":CHAT,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"x","callback_data":""}]]}}""", "reply_markup.inline_keyboard[0][0].callback_data: has 0 bytes, not 1..64")]
    [InlineData("sendMessage", """{"chat_id":CHAT,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"x","callback_data":"다음다음다음다음다음다음다음다음다음다음다음"}]]}}""", "reply_markup.inline_keyboard[0][0].callback_data: has 66 bytes, not 1..64")]
    [InlineData("sendMessage", """{"chat_id":CHAT,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"x"}]]}}""", "reply_markup.inline_keyboard[0][0]: must say one thing that the button does, and one alone")]
    [InlineData("sendMessage", """{"chat_id":CHAT,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"x","callback_data":"a","url":"https://example.org"}]]}}""", "reply_markup.inline_keyboard[0][0]: must say one thing that the button does, and one alone")]
    [InlineData("getUpdates", """{"limit":101}""", "limit: is 101, not 1..100")]
    [InlineData("setMyCommands", """{"commands":[{"command":"Who-is","description":"x"}]}""", "commands[0].command: has other letters than a-z0-9_")]
    [InlineData("setMyCommands", """{"commands":[MANY]}""", "commands: has 101 items, not 0..100")]
    [InlineData("setMyCommands", """{"commands":[],"scope":{"type":"everybody"}}""", "scope.type: is none of default")]
    [InlineData("answerInlineQuery", """{"inline_query_id":"1","results":[{"type":"article","id":"1","title":"x"}]}""", "results[0].input_message_content: is required")]
    [InlineData("answerCallbackQuery", """{"callback_query_id":"1","text":"LONG"}""", "text: has 201 characters, not 0..200")]
    public async Task What_breaks_a_rule_is_kept_by_its_place(string method, string fields, string violation)
    {
        await _bot.CallAsync(method, fields.Replace("CHAT", $"{_ana.Account.Id}", StringComparison.Ordinal).Replace("LONG", new string('x', 201), StringComparison.Ordinal).Replace("MANY", string.Join(',', Enumerable.Repeat("""{"command":"who","description":"x"}""", 101)), StringComparison.Ordinal));

        Assert.Contains($"bot {method} {violation}", _server.Violations.Select(found => found.ToString()));
    }

    [Fact]
    public async Task What_keeps_the_rules_is_taken_as_json_as_a_form_as_parts_and_as_a_query()
    {
        var chat = $"{_ana.Account.Id}";
        const string Buttons = """{"inline_keyboard":[[{"text":"Next","callback_data":"n"}]]}""";
        using var form = new FormUrlEncodedContent([new("chat_id", chat), new("text", "b"), new("disable_notification", "true"), new("reply_markup", Buttons)]);
        using var parts = new MultipartFormDataContent { { new StringContent(chat), "chat_id" }, { new StringContent("c"), "text" } };

        await _bot.CallAsync("sendMessage", $$"""{"chat_id":{{chat}},"text":"a"}""");
        await _bot.PostAsync("sendMessage", form);
        await _bot.PostAsync("sendMessage", parts);
        await _bot.GetAsync($"sendMessage?chat_id={chat}&text=d");

        Assert.Equal(["a", "b", "c", "d"], _server.Sent.All.Select(message => message.Text));
        Assert.Equal(["json", "form", "multipart", "query"], _server.Calls.All.Select(call => call.Encoding));
        Assert.Equal((true, "n"), (_server.Sent.All[1].IsSilent, _server.Sent.All[1].Button("Next").Data));
        Assert.Empty(_server.Violations);
    }

    [Theory]
    [InlineData("{", "Bad Request: can't parse JSON object")]
    [InlineData("[]", "Bad Request: object expected as request")]
    public async Task A_body_that_is_no_object_is_refused(string body, string why)
    {
        using var response = await _bot.RawAsync("getMe", body, Ct);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(why, System.Text.RegularExpressions.Regex.Unescape(await response.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        Assert.Single(_server.Violations);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_done()
    {
        using var stranger = new BareBot(_server, "7000000001:wrong");

        var answer = await stranger.CallAsync("getMe");

        Assert.Equal(("Unauthorized", 401), ((string?)answer["description"], (int)answer["error_code"]!));
        Assert.Empty(_server.Calls.All);
    }

    [Fact]
    public async Task A_rule_that_was_not_kept_fails_the_test_that_did_not_ask()
    {
        var server = await TelegramServer.StartAsync(ct: Ct);
        using var bot = new BareBot(server);
        await bot.CallAsync("sendPigeon");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await server.DisposeAsync());

        Assert.Contains("sendPigeon", failure.Message, StringComparison.Ordinal);
    }
}
