using System.Text;
using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;

namespace Bot.TelegramStandIn.Tests;

/// <summary>Buttons, edits, files, lists of commands and inline answers.</summary>
public sealed class MessageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_press_is_answered_once_and_in_time()
    {
        await using var running = await Running.StartAsync();
        var message = await WithButtonAsync(running);

        var press = running.Ana.Presses(message, "Next");
        var query = (await running.Bot.UpdatesAsync())[^1]["callback_query"]!;
        var first = await AnswerAsync(query);
        var second = await AnswerAsync(query);
        var late = running.Ana.Presses(message, "Next");
        var lateQuery = (await running.Bot.UpdatesAsync())[^1]["callback_query"]!;
        running.Clock.Advance(TimeSpan.FromSeconds(16));
        var tooLate = await AnswerAsync(lateQuery);

        Assert.Equal(("page:2", "Pages"), ((string?)query["data"], (string?)query["message"]!["text"]));
        Assert.Null((string?)first["description"]);
        Assert.Equal(new PressAnswer("Page 2", IsAlert: false, Link: null), await press.AnsweredAsync(Ct));
        Assert.Equal("Bad Request: query is too old and response timeout expired or query ID is invalid", (string?)second["description"]);
        Assert.Equal((string?)second["description"], (string?)tooLate["description"]);
        Assert.NotNull(late);

        Task<JsonObject> AnswerAsync(JsonNode asked) => running.Bot.CallAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = (string)asked["id"]!, ["text"] = "Page 2" });
    }

    [Fact]
    public async Task A_button_of_a_message_that_is_gone_tells_only_where_it_was()
    {
        await using var running = await Running.StartAsync();
        var message = await WithButtonAsync(running);

        running.Ana.Deletes(message);
        running.Ana.Presses(message, "Next");

        var shown = (await running.Bot.UpdatesAsync())[^1]["callback_query"]!["message"]!;
        Assert.Equal((message.Id, 0), ((int)shown["message_id"]!, (int)shown["date"]!));
    }

    [Fact]
    public async Task An_edit_changes_text_and_buttons_unless_nothing_would_change()
    {
        await using var running = await Running.StartAsync();
        var message = await WithButtonAsync(running);
        var edit = new JsonObject { ["chat_id"] = message.Chat.Id, ["message_id"] = message.Id, ["text"] = "Page 2", ["parse_mode"] = "HTML" };

        var edited = await running.Bot.CallAsync("editMessageText", edit);
        var same = await running.Bot.CallAsync("editMessageText", edit);
        running.Clock.Advance(TimeSpan.FromSeconds(5)); // Edits count as messages do.
        edit["message_id"] = 999;
        var missing = await running.Bot.CallAsync("editMessageText", edit);
        edit["message_id"] = 1;
        var foreign = await running.Bot.CallAsync("editMessageText", edit);

        Assert.Equal(("Page 2", 0, 1), (message.Text, message.Buttons.Count, message.Edits));
        Assert.NotNull(edited["result"]!["edit_date"]);
        Assert.StartsWith("Bad Request: message is not modified", (string?)same["description"], StringComparison.Ordinal);
        Assert.Equal("Bad Request: message to edit not found", (string?)missing["description"]);
        Assert.Equal("Bad Request: message can't be edited", (string?)foreign["description"]);
    }

    [Fact]
    public async Task A_document_goes_out_as_a_part_and_comes_back_by_its_id()
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("/start");
        var content = Encoding.UTF8.GetBytes("<opml/>");
        using var parts = new MultipartFormDataContent
        {
            { new StringContent($"{running.Ana.Account.Id}"), "chat_id" }, { new StringContent("<b>Sources</b>"), "caption" }, { new StringContent("HTML"), "parse_mode" },
            { new ByteArrayContent(content), "document", "sources.opml" },
        };

        var sent = (await running.Bot.PostAsync("sendDocument", parts))["result"]!;
        var file = (await running.Bot.CallAsync("getFile", new JsonObject { ["file_id"] = (string)sent["document"]!["file_id"]! }))["result"]!;

        var message = Assert.Single(running.Server.Sent.All);
        Assert.Equal(("sources.opml", "Sources"), (message.Document!.Name, message.Text));
        Assert.Equal(content, await running.Bot.DownloadAsync((string)file["file_path"]!));
    }

    [Fact]
    public async Task A_file_of_somebody_can_be_fetched()
    {
        await using var running = await Running.StartAsync();
        running.Ana.SendsDocument("feeds.opml", Encoding.UTF8.GetBytes("<opml/>"), "/source import");

        var message = Assert.Single(await running.Bot.UpdatesAsync())["message"]!;
        var file = (await running.Bot.CallAsync("getFile", new JsonObject { ["file_id"] = (string)message["document"]!["file_id"]! }))["result"]!;

        Assert.Equal(("feeds.opml", "/source import", "bot_command"), ((string?)message["document"]!["file_name"], (string?)message["caption"], (string?)message["caption_entities"]![0]!["type"]));
        Assert.Equal("<opml/>", Encoding.UTF8.GetString(await running.Bot.DownloadAsync((string)file["file_path"]!)));
    }

    [Fact]
    public async Task A_document_without_its_part_is_refused()
    {
        await using var running = await Running.StartAsync();
        running.Ana.Says("/start");

        var missing = await running.Bot.CallAsync("sendDocument", new JsonObject { ["chat_id"] = running.Ana.Account.Id, ["document"] = "attach://list" });
        var unknown = await running.Bot.CallAsync("getFile", """{"file_id":"nothing"}""");

        Assert.Equal("Bad Request: there is no document in the request", (string?)missing["description"]);
        Assert.Equal("Bad Request: wrong file_id or the file is temporarily unavailable", (string?)unknown["description"]);
    }

    [Fact]
    public async Task Lists_of_commands_are_kept_by_scope_and_language()
    {
        await using var running = await Running.StartAsync();
        var group = await running.ChatAsync(ChatKind.Group);
        await SetAsync("who", null, null);
        await SetAsync("ki", null, "hu");
        await SetAsync("pause", new JsonObject { ["type"] = "chat", ["chat_id"] = group.Id }, null);

        var hungarian = await running.Bot.CallAsync("getMyCommands", """{"language_code":"hu"}""");
        await running.Bot.CallAsync("deleteMyCommands", """{"language_code":"hu"}""");

        Assert.Equal("ki", (string?)hungarian["result"]![0]!["command"]);
        Assert.Equal(("who", "pause", 0), (running.Server.CommandsOf()[0].Name, running.Server.CommandsOf($"chat {group.Id}")[0].Name, running.Server.CommandsOf(language: "hu").Count));

        Task SetAsync(string name, JsonObject? scope, string? language) => running.Bot.CallAsync("setMyCommands", new JsonObject
        {
            ["commands"] = new JsonArray(new JsonObject { ["command"] = name, ["description"] = "Does it" }),
            ["scope"] = scope,
            ["language_code"] = language,
        });
    }

    [Fact]
    public async Task A_question_behind_the_bots_name_gets_its_results()
    {
        await using var running = await Running.StartAsync();
        var question = running.Ana.Asks("varga");
        var query = Assert.Single(await running.Bot.UpdatesAsync())["inline_query"]!;

        await running.Bot.CallAsync("answerInlineQuery", new JsonObject
        {
            ["inline_query_id"] = (string)query["id"]!,
            ["cache_time"] = 0,
            ["is_personal"] = true,
            ["results"] = new JsonArray(new JsonObject { ["type"] = "article", ["id"] = "1", ["title"] = "Varga", ["input_message_content"] = new JsonObject { ["message_text"] = "<b>Varga</b>", ["parse_mode"] = "HTML" } }),
        });

        Assert.Equal("varga", (string?)query["query"]);
        Assert.Equal("Varga", (string?)Assert.Single(await question.AnsweredAsync(Ct))["title"]);
    }

    private static async Task<Message> WithButtonAsync(Running running)
    {
        running.Ana.Says("/start");
        var buttons = new JsonObject { ["inline_keyboard"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = "Next", ["callback_data"] = "page:2" })) };
        await running.Bot.CallAsync("sendMessage", new JsonObject { ["chat_id"] = running.Ana.Account.Id, ["text"] = "Pages", ["reply_markup"] = buttons });
        return await running.Server.Sent.NextAsync(_ => true, Ct);
    }
}
