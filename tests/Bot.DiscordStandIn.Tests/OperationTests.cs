using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Facts;

namespace Bot.DiscordStandIn.Tests;

/// <summary>Every operation is answered as Discord's own description of it has it.</summary>
public sealed class OperationTests : StandInTest
{
    [Fact]
    public async Task Every_operation_that_is_known_gives_an_answer_that_fits_its_description()
    {
        await Caller.RegisterAsync("""[{"name":"about","description":"a","options":[{"type":11,"name":"file","description":"a"},{"type":7,"name":"in","description":"a"}]}]""", Ct);
        var ada = Guild.Member("ada");
        var thread = Guild.AddChannel("storm", ChannelKind.Thread, News);
        thread.Invite(ada);
        var message = (await Caller.PostAsync(News, "\"content\":\"a\",\"nonce\":\"7\"", Ct)).Json.GetProperty("id").GetString();
        var asked = ada.Runs("/about", ("in", News));
        await Caller.SendAsync("POST", $"interactions/{asked.IdText}/{asked.Token}/callback?with_response=true", """{"type":4,"data":{"content":"a","allowed_mentions":{"parse":[]}}}""", Ct);
        const string Text = """{"content":"b","allowed_mentions":{"parse":[]}}""";
        var follow = (await Caller.SendAsync("POST", Caller.Webhook(asked, "?wait=true"), Text, Ct, ("a.txt", "a"u8.ToArray()))).Json.GetProperty("id").GetString();
        var (commands, guild, channel) = ($"applications/{Discord.World.Bot.IdText}/commands", $"guilds/{Guild.IdText}", $"channels/{News.IdText}");
        (string Method, string Path, string? Body)[] calls =
        [
            ("GET", "gateway", null), ("GET", "gateway/bot", null), ("GET", "users/@me", null), ("GET", "applications/@me", null), ("POST", "users/@me/channels", $"{{\"recipient_id\":\"{ada.User.Id}\"}}"),
            ("GET", commands, null), ("GET", $"applications/{Discord.World.Bot.IdText}/{guild}/commands", null), ("PUT", $"applications/{Discord.World.Bot.IdText}/{guild}/commands", "[]"),
            ("GET", channel, null), ("GET", $"channels/{thread.IdText}", null), ("GET", $"{channel}/messages?limit=5", null), ("GET", $"{channel}/messages/{message}", null),
            ("PATCH", $"{channel}/messages/{message}", Text), ("POST", $"{channel}/messages/{message}/crosspost", null), ("POST", $"{channel}/typing", null),
            ("GET", guild, null), ("GET", $"{guild}/channels", null), ("GET", $"{guild}/roles", null), ("GET", $"{guild}/members/{ada.User.Id}", null),
            ("GET", Caller.Webhook(asked, "/messages/@original"), null), ("PATCH", Caller.Webhook(asked, "/messages/@original"), Text), ("DELETE", Caller.Webhook(asked, "/messages/@original"), null),
            ("GET", Caller.Webhook(asked, $"/messages/{follow}"), null), ("PATCH", Caller.Webhook(asked, $"/messages/{follow}"), Text), ("DELETE", Caller.Webhook(asked, $"/messages/{follow}"), null),
            ("POST", $"{channel}/threads", "{\"name\":\"a\",\"type\":11}"), ("GET", $"{guild}/threads/active", null), ("GET", $"channels/{thread.IdText}/thread-members/{ada.User.Id}", null), ("DELETE", $"{channel}/messages/{message}", null), ("DELETE", $"users/@me/{guild}", null),
        ];

        foreach (var (method, path, body) in calls)
        {
            Assert.InRange((await Caller.SendAsync(method, path, body, Ct)).Status, 200, 204);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty(Wrong);
        Assert.Equal(RestFacts.Known.Operations.Select(one => one.Name).Order(), Discord.Requests.All.Where(one => one.Status < 300).Select(one => one.Operation).Distinct().Order());
    }

    [Fact]
    public async Task A_file_that_somebody_attaches_can_be_fetched()
    {
        await Caller.RegisterAsync("""[{"name":"import","description":"a","options":[{"type":11,"name":"file","description":"a","required":true}]}]""", Ct);
        var asked = Guild.Member("ada").Attaches("/import", "file", new AttachedFile("my list.opml", "<opml/>"u8.ToArray()));

        var attachment = asked.ToJson()["data"]!["resolved"]!["attachments"]![(string)asked.Data["options"]![0]!["value"]!]!;

        Assert.Equal("<opml/>", await Caller.Http.GetStringAsync(new Uri((string)attachment["url"]!), Ct));
        Assert.Equal(("my list.opml", 7), ((string)attachment["filename"]!, (int)attachment["size"]!));
    }

    [Fact]
    public async Task What_Discord_does_not_have_is_not_found_and_named()
    {
        Assert.Equal(404, (await Caller.GetAsync("nowhere", Ct)).Status);
        Assert.Equal(404, (await Caller.GetAsync("/api/v9/gateway", Ct)).Status);

        Assert.Equal(2, Wrong.Count());
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_refused_and_named()
    {
        var answer = await Caller.SendAsync("POST", $"channels/{News.IdText}/messages", "{", Ct);

        Assert.Equal((400, 50109), (answer.Status, answer.Code));
        Assert.Single(Wrong);
    }
}
