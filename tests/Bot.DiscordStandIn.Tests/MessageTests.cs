using System.Globalization;
using System.Text.Json;
using Bot.DiscordStandIn.Communities;

namespace Bot.DiscordStandIn.Tests;

/// <summary>What becomes of messages in channels: what Discord refuses, passes over and remembers.</summary>
public sealed class MessageTests : StandInTest
{
    public static TheoryData<string, string> Refused => new()
    {
        { $"\"content\":\"{new string('a', 2001)}\"", "/content is longer than 2000" },
        { $"\"embeds\":[{Embed(4000)},{Embed(2001)}]", "/embeds are 6001 characters together" },
        { $"\"embeds\":[{string.Join(',', Enumerable.Repeat(Embed(1), 11))}]", "/embeds has 11 items" },
        { "\"embeds\":[{\"title\":null}]", "/embeds has an embed without anything" },
        { "\"embeds\":[{\"fields\":[{\"name\":\" \",\"value\":\"a\"}]}]", "/embeds/fields has a field without" },
        { $"\"embeds\":[{{\"title\":\"{new string('a', 257)}\"}}]", "/embeds/0/title has 257 characters" },
        { "\"embeds\":[{\"url\":\"not an address\",\"title\":\"a\"}]", "/embeds/0/url is not written as uri" },
        { Rows(string.Join(',', Enumerable.Range(0, 6).Select(i => Row(Button($"b{i}"))))), "/components are more than 5 rows" },
        { Rows(Row(string.Join(',', Enumerable.Range(0, 6).Select(i => Button($"b{i}"))))), "/components/0/components has 6 items" },
        { Rows(Row(Button("same"), Button("same"))), "/components have the same custom_id twice" },
        { Rows(Row(Button(new string('c', 101)))), "/components/0/components/0/custom_id has 101 characters" },
        { Rows(Row("{\"type\":2,\"style\":5,\"label\":\"a\",\"custom_id\":\"a\"}")), "wrong one of custom_id and url" },
        { Rows(Row("{\"type\":2,\"style\":1,\"custom_id\":\"a\"}")), "a button with nothing on it" },
        { Rows("{\"type\":10,\"content\":\"a\"}"), "need the flag 32768" },
        { "\"content\":\"a\",\"flags\":32768,\"components\":[{\"type\":10,\"content\":\"a\"}]", "32768 does not go with content" },
        { $"\"flags\":32768,\"components\":[{{\"type\":10,\"content\":\"{new string('a', 4001)}\"}}]", "more than 4000 characters of text" },
        { "\"content\":\"a\",\"nonce\":\"01234567890123456789012345\"", "/nonce has 26 characters" },
        { "\"content\":\"a\",\"enforce_nonce\":true", "/nonce is missing though" },
        { "\"content\":\"a\",\"attachments\":[{\"id\":\"0\"}]", "/attachments names file 0" },
        { "\"content\":7", "/content is Number, not string or null" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_Discord_would_refuse_is_refused_and_named(string fields, string says)
    {
        var answer = await Caller.PostAsync(News, fields, Ct);

        Assert.Equal((400, 50035), (answer.Status, answer.Code));
        Assert.Contains(Wrong, one => one.Contains(says, StringComparison.Ordinal));
        Assert.DoesNotContain(Wrong, one => one.Contains("own answer", StringComparison.Ordinal));
        Assert.Empty(News.Messages);
    }

    [Fact]
    public async Task A_message_at_all_limits_is_taken()
    {
        var rows = string.Join(',', Enumerable.Range(0, 5).Select(row => Row([.. Enumerable.Range(0, 5).Select(i => Button($"{row}-{i}"))])));

        var answer = await Caller.PostAsync(News, $"\"content\":\"{new string('a', 2000)}\",\"embeds\":[{Embed(4000)},{Embed(2000)}],\"components\":[{rows}],\"nonce\":\"{new string('n', 25)}\",\"enforce_nonce\":true", Ct);

        Assert.Equal(200, answer.Status);
        Assert.Equal(25, News.Messages[0].Buttons.Count);
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task A_field_that_Discord_does_not_know_is_passed_over_and_named_however_deep_it_stands()
    {
        var answer = await Caller.PostAsync(News, "\"embeds\":[{\"title\":\"a\",\"descripton\":\"b\"}],\"allowed_mention\":{}", Ct);

        Assert.Equal(200, answer.Status);
        Assert.Equal(["create_message: /embeds/0/descripton is no field that Discord names", "create_message: /allowed_mention is no field that Discord names"], Wrong);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"allowed_mentions\":null")]
    [InlineData(",\"allowed_mentions\":{\"parse\":[\"users\"]}")]
    [InlineData(",\"allowed_mentions\":{\"parse\":[],\"users\":[\"1\"]}")]
    public async Task A_message_that_might_ping_somebody_is_taken_and_named(string mentions)
    {
        var answer = await Caller.SendAsync("POST", $"channels/{News.IdText}/messages", $"{{\"content\":\"@everyone\"{mentions}}}", Ct);

        Assert.Equal(200, answer.Status);
        Assert.Contains("/allowed_mentions", Assert.Single(Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_nonce_gives_the_message_that_is_there_for_two_minutes_and_in_its_channel()
    {
        const string Digest = "\"content\":\"The digest\",\"nonce\":\"7\",\"enforce_nonce\":true";

        var first = await Caller.PostAsync(News, Digest, Ct);
        Clock.Advance(PostedMessage.NonceLife - TimeSpan.FromSeconds(1));
        var again = await Caller.PostAsync(News, Digest, Ct);
        var elsewhere = await Caller.PostAsync(Guild.AddChannel("other"), Digest, Ct);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await Caller.PostAsync(News, Digest, Ct);

        Assert.Equal(Id(first), Id(again));
        Assert.Equal(3, new[] { first, again, elsewhere, late }.Select(Id).Distinct().Count());
        Assert.Equal(2, News.Messages.Count);
    }

    [Fact]
    public async Task A_nonce_that_is_not_enforced_makes_a_second_message()
    {
        await Caller.PostAsync(News, "\"content\":\"a\",\"nonce\":\"7\"", Ct);
        await Caller.PostAsync(News, "\"content\":\"a\",\"nonce\":\"7\"", Ct);

        Assert.Equal(2, News.Messages.Count);
    }

    [Fact]
    public async Task Rights_channels_and_the_token_are_refused_with_the_number_that_Discord_gives()
    {
        var thread = Guild.AddChannel("storm", ChannelKind.Thread, News);
        var alone = Discord.World.PrivateChannel(Guild.Member("ada").User);
        async Task<(int, int)> PostAsync(Channel channel, string fields = "\"content\":\"a\"")
        {
            var answer = await Caller.PostAsync(channel, fields, Ct);
            Clock.Advance(TimeSpan.FromSeconds(1));
            return (answer.Status, answer.Code);
        }

        News.BotMay = Permissions.ViewChannel;
        Assert.Equal((403, 50013), await PostAsync(News));
        News.BotMay = Permissions.ViewChannel | Permissions.SendMessages;
        Assert.Equal((403, 50013), await PostAsync(News, "\"embeds\":[{\"title\":\"a\"}]"));
        Assert.Equal((200, 0), await PostAsync(News));
        Assert.Equal((400, 50006), await PostAsync(News, "\"content\":\" \""));
        News.BotMay = Permissions.SendMessages;
        Assert.Equal((403, 50001), await PostAsync(News));
        thread.IsArchived = true;
        Assert.Equal((200, 0), await PostAsync(thread));
        Assert.False(thread.IsArchived);
        thread.IsLocked = true;
        Assert.Equal((400, 160005), await PostAsync(thread));
        alone.RefusesBot = true;
        Assert.Equal((403, 50007), await PostAsync(alone));
        Guild.DeleteChannel(News);
        Assert.Equal((404, 10003), await PostAsync(News));
        Guild.RemoveBot();
        Assert.Equal((403, 50001), await PostAsync(thread));
        Caller.IsKnown = false;
        Assert.Equal((401, 0), await PostAsync(thread));
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task A_forum_takes_threads_with_a_first_message_and_no_message_of_its_own()
    {
        var forum = Guild.AddChannel("questions", ChannelKind.Forum);
        const string First = """{"name":"Storm","message":{"content":"The pier","allowed_mentions":{"parse":[]}}}""", Bare = """{"name":"Storm"}""";
        async Task<(int, int)> SendAsync(Channel channel, string body)
        {
            var answer = await Caller.SendAsync("POST", $"channels/{channel.IdText}/threads", body, Ct);
            return (answer.Status, answer.Code);
        }

        Assert.Equal((400, 50008), await Of(Caller.PostAsync(forum, "\"content\":\"a\"", Ct)));
        Assert.Equal((400, 50035), await SendAsync(forum, Bare));
        Assert.Equal((400, 50035), await SendAsync(News, First));
        Assert.Equal((201, 0), await SendAsync(forum, First));

        var thread = Guild.Channels[^1];
        Assert.Equal(("Storm", forum, thread.Id, "The pier"), (thread.Name, thread.Parent, thread.Messages[0].Id, thread.Messages[0].Text));
        Assert.Empty(Wrong);

        static async Task<(int, int)> Of(Task<Answered> answer) => ((await answer).Status, (await answer).Code);
    }

    [Fact]
    public async Task A_message_is_changed_and_deleted_by_its_id()
    {
        var id = Id(await Caller.PostAsync(News, "\"content\":\"First\",\"embeds\":[{\"title\":\"Card\"}]", Ct));
        var path = $"channels/{News.IdText}/messages/{id}";

        await Caller.SendAsync("PATCH", path, "{\"content\":\"Second\",\"allowed_mentions\":{\"parse\":[]}}", Ct);
        var message = Assert.Single(News.Messages);
        Assert.Equal(("Second\nCard", 1), (message.Text, message.Edits));
        Assert.Equal(204, (await Caller.SendAsync("DELETE", path, body: null, Ct)).Status);
        Assert.Equal((404, 10008), await Gone());
        Assert.Empty(Wrong);

        async Task<(int, int)> Gone()
        {
            var answer = await Caller.GetAsync(path, Ct);
            return (answer.Status, answer.Code);
        }
    }

    [Fact]
    public async Task A_client_that_does_not_say_who_it_is_is_named()
    {
        Caller.Agent = "curl/8";

        await Caller.GetAsync("gateway", Ct);

        Assert.Contains("User-Agent \"curl/8\"", Assert.Single(Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_say_when_they_were_made_and_grow()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => Discord.World.Ids.Next()).ToList();

        Assert.Equal(ids.Order(), ids);
        Assert.InRange((Snowflakes.TimeOf(ids[0]) - Clock.GetUtcNow()).TotalMilliseconds, 0, 10);
    }

    private static string Id(Answered answer) => answer.Json.GetProperty("id").GetString()!;

    private static string Embed(int length) => $"{{\"description\":\"{new string('e', length)}\"}}";

    private static string Rows(string rows) => $"\"content\":\"a\",\"components\":[{rows}]";

    private static string Row(params string[] inner) => $"{{\"type\":1,\"components\":[{string.Join(',', inner)}]}}";

    private static string Button(string id) => string.Create(CultureInfo.InvariantCulture, $"{{\"type\":2,\"style\":1,\"label\":\"Go\",\"custom_id\":{JsonSerializer.Serialize(id)}}}");
}
