using System.Text.Json.Nodes;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;

namespace Bot.TelegramStandIn.Tests;

/// <summary>What happens to chats and to the bot in them, and in which words it learns that it may not write.</summary>
public sealed class RoomTests
{
    [Theory]
    [InlineData(ChatKind.Group, "bot was kicked from the group chat")]
    [InlineData(ChatKind.Supergroup, "bot was kicked from the supergroup chat")]
    [InlineData(ChatKind.Channel, "bot was kicked from the channel chat")]
    public async Task Thrown_out_it_is_told_and_may_not_write(ChatKind kind, string why)
    {
        await using var running = await Running.StartAsync();
        var chat = await running.ChatAsync(kind);

        running.Ana.KicksBot(chat);

        Assert.Equal($"Forbidden: {why}", await RefusalAsync(running, chat.Id));
        var told = Assert.Single(await running.Bot.UpdatesAsync())["my_chat_member"]!;
        Assert.Equal(("kicked", "Ana"), ((string?)told["new_chat_member"]!["status"], (string?)told["from"]!["first_name"]));
    }

    [Theory]
    [InlineData(ChatKind.Group, "Forbidden: bot is not a member of the group chat")]
    [InlineData(ChatKind.Supergroup, "Forbidden: bot is not a member of the supergroup chat")]
    [InlineData(ChatKind.Channel, "Forbidden: bot is not a member of the channel chat")]
    public async Task Where_it_is_not_it_may_not_write(ChatKind kind, string why)
    {
        await using var running = await Running.StartAsync();

        Assert.Equal(why, await RefusalAsync(running, running.Server.Chat(kind, "Harbour", running.Ana).Id));
    }

    [Fact]
    public async Task Somebody_who_blocks_the_bot_is_written_to_again_after_taking_it_back()
    {
        await using var running = await Running.StartAsync();
        var stranger = await RefusalAsync(running, running.Ana.Private.Id);
        running.Ana.Says("/start");

        running.Ana.BlocksBot();
        var blocked = await RefusalAsync(running, running.Ana.Private.Id);
        running.Ana.UnblocksBot();
        var back = await RefusalAsync(running, running.Ana.Private.Id);
        running.Ana.Deactivates();
        var gone = await RefusalAsync(running, running.Ana.Private.Id);

        Assert.Equal("Forbidden: bot can't initiate conversation with a user", stranger);
        Assert.Equal("Forbidden: bot was blocked by the user", blocked);
        Assert.Null(back);
        Assert.Equal("Forbidden: user is deactivated", gone);
    }

    [Fact]
    public async Task A_post_of_a_channel_stands_in_its_discussion_group_too_and_an_administrator_is_told()
    {
        await using var running = await Running.StartAsync();
        var (channel, group) = (await running.ChatAsync(ChatKind.Channel), await running.ChatAsync(ChatKind.Supergroup));
        running.Ana.PromotesBot(group);
        running.Ana.Links(channel, group);
        await running.ForgetAsync();

        var post = running.Ana.Says("The pier stays.", channel);

        var told = (await running.Bot.UpdatesAsync()).Select(update => update["message"]).OfType<JsonNode>().Single();
        Assert.Equal(("The pier stays.", true), ((string?)told["text"], (bool?)told["is_automatic_forward"]));
        Assert.Equal((channel.Id, post.Id), ((long)told["forward_origin"]!["chat"]!["id"]!, (int)told["forward_origin"]!["message_id"]!));
        Assert.Equal((group, (int)told["message_id"]!), (post.InDiscussion!.Chat, post.InDiscussion.Id));
        Assert.Empty(running.Server.Violations);
    }

    [Fact]
    public async Task A_group_that_grew_says_where_it_is_now_and_both_chats_say_so()
    {
        await using var running = await Running.StartAsync();
        var group = await running.ChatAsync(ChatKind.Group);

        var now = running.Ana.Upgrades(group);
        var refused = await running.Bot.SayAsync(group.Id, "x");

        Assert.Equal("Bad Request: group chat was upgraded to a supergroup chat", (string?)refused["description"]);
        Assert.Equal(now.Id, (long)refused["parameters"]!["migrate_to_chat_id"]!);
        Assert.Null(await RefusalAsync(running, now.Id));
        var told = await running.Bot.UpdatesAsync();
        Assert.Equal((now.Id, group.Id), ((long)told[0]["message"]!["migrate_to_chat_id"]!, (long)told[1]["message"]!["migrate_from_chat_id"]!));
    }

    [Fact]
    public async Task A_deleted_group_takes_nothing()
    {
        await using var running = await Running.StartAsync();
        var group = await running.ChatAsync(ChatKind.Group);

        running.Ana.Deletes(group);

        Assert.Equal("Forbidden: the group chat was deleted", await RefusalAsync(running, group.Id));
    }

    [Fact]
    public async Task Topics_take_messages_until_they_are_closed_or_deleted()
    {
        await using var running = await Running.StartAsync();
        var forum = await running.ChatAsync(ChatKind.Supergroup, isForum: true);
        var topic = running.Ana.OpensTopic(forum, "Ports");

        var open = await InTopicAsync(running, forum, topic.Id);
        running.Ana.Closes(forum, topic);
        var closed = await InTopicAsync(running, forum, topic.Id);
        running.Ana.Reopens(forum, topic);
        var reopened = await InTopicAsync(running, forum, topic.Id);
        running.Ana.Deletes(topic);
        var deleted = await InTopicAsync(running, forum, topic.Id);

        Assert.Equal(topic.Id, running.Server.Sent.All[0].Topic);
        Assert.Equal((null, "Bad Request: TOPIC_CLOSED", null, "Bad Request: message thread not found"), (open, closed, reopened, deleted));
        Assert.Equal(["forum_topic_created", "forum_topic_closed", "forum_topic_reopened"], (await running.Bot.UpdatesAsync()).Select(update => update["message"]!.AsObject().Last().Key));
    }

    [Fact]
    public async Task In_a_channel_only_an_administrator_posts_and_posts_have_no_author()
    {
        await using var running = await Running.StartAsync();
        var channel = await running.ChatAsync(ChatKind.Channel);

        var posted = (await running.Bot.SayAsync(channel.Id, "News"))["result"]!;
        running.Ana.Says("/subscribe", channel);
        running.Ana.PromotesBot(channel);
        var withoutRight = await RefusalAsync(running, channel.Id);

        Assert.Null(posted["from"]);
        Assert.Equal(channel.Id, (long)posted["sender_chat"]!["id"]!);
        Assert.Null((await running.Bot.UpdatesAsync())[0]["channel_post"]!["from"]);
        Assert.Equal("Bad Request: need administrator rights in the channel chat", withoutRight);
    }

    [Fact]
    public async Task A_restricted_bot_may_do_what_was_left_to_it()
    {
        await using var running = await Running.StartAsync();
        var group = await running.ChatAsync(ChatKind.Supergroup);

        running.Ana.RestrictsBot(group, "can_send_documents");

        Assert.Equal("Bad Request: not enough rights to send text messages to the chat", await RefusalAsync(running, group.Id));
    }

    [Fact]
    public async Task Who_somebody_is_in_a_chat_can_be_asked()
    {
        await using var running = await Running.StartAsync();
        var group = await running.ChatAsync(ChatKind.Supergroup);
        var bela = running.Server.User("Bela");
        bela.Joins(group, MemberStatus.Administrator, isAnonymous: true);

        var owner = await MemberAsync(running.Ana.Account.Id);
        var administrator = await MemberAsync(bela.Account.Id);
        bela.Leaves(group);
        var left = await MemberAsync(bela.Account.Id);
        var self = await MemberAsync(running.Server.Bot.Id);
        var all = (await running.Bot.CallAsync("getChatAdministrators", new JsonObject { ["chat_id"] = group.Id }))["result"]!.AsArray();
        var count = (int)(await running.Bot.CallAsync("getChatMemberCount", new JsonObject { ["chat_id"] = group.Id }))["result"]!;

        Assert.Equal(("creator", "administrator", true, "left", "member"), ((string?)owner["status"], (string?)administrator["status"], (bool)administrator["is_anonymous"]!, (string?)left["status"], (string?)self["status"]));
        Assert.Equal((1, 2), (all.Count, count));

        async Task<JsonNode> MemberAsync(long id) => (await running.Bot.CallAsync("getChatMember", new JsonObject { ["chat_id"] = group.Id, ["user_id"] = id }))["result"]!;
    }

    [Fact]
    public async Task An_anonymous_administrator_writes_in_the_name_of_the_group()
    {
        await using var running = await Running.StartAsync();
        var group = await running.ChatAsync(ChatKind.Supergroup);
        running.Ana.Joins(group, MemberStatus.Creator, isAnonymous: true);

        running.Ana.Says("/pause", group);

        var message = Assert.Single(await running.Bot.UpdatesAsync())["message"]!;
        Assert.Equal(("GroupAnonymousBot", group.Id), ((string?)message["from"]!["username"], (long)message["sender_chat"]!["id"]!));
    }

    [Fact]
    public async Task Chats_are_found_by_id_and_by_public_name()
    {
        await using var running = await Running.StartAsync();
        var channel = running.Server.Chat(ChatKind.Channel, "Harbour", running.Ana, "harbour_news");
        running.Ana.AddsBot(channel);

        var found = await running.Bot.CallAsync("getChat", """{"chat_id":"@harbour_news"}""");
        var unknown = await running.Bot.CallAsync("getChat", """{"chat_id":-1001}""");

        Assert.Equal(channel.Id, (long)found["result"]!["id"]!);
        Assert.Equal("Bad Request: chat not found", (string?)unknown["description"]);
    }

    private static async Task<string?> RefusalAsync(Running running, long chat) => (string?)(await running.Bot.SayAsync(chat, "x"))["description"];

    private static async Task<string?> InTopicAsync(Running running, Chat forum, int topic) =>
        (string?)(await running.Bot.CallAsync("sendMessage", new JsonObject { ["chat_id"] = forum.Id, ["message_thread_id"] = topic, ["text"] = "x" }))["description"];
}
