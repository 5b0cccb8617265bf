using Bot.DiscordStandIn.Interactions;

namespace Bot.DiscordStandIn.Tests;

/// <summary>Answers to what people ask: in time, once, and seen by those for whom they are.</summary>
public sealed class AnswerTests : StandInTest
{
    private const string Said = """{"type":4,"data":{"content":"a","allowed_mentions":{"parse":[]}}}""", Deferred = """{"type":5}""", Text = """{"content":"b","allowed_mentions":{"parse":[]}}""";

    [Theory]
    [InlineData(2.9, 204, 0)]
    [InlineData(3.1, 404, 10062)]
    public async Task There_are_three_seconds_to_acknowledge(double seconds, int status, int code)
    {
        var asked = await AskAsync();
        Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal((status, code), Of(await Caller.AcknowledgeAsync(asked, Said, Ct)));
    }

    [Fact]
    public async Task Nothing_is_acknowledged_twice_nor_under_a_wrong_token()
    {
        var asked = await AskAsync();

        Assert.Equal((404, 10062), Of(await Caller.SendAsync("POST", $"interactions/{asked.IdText}/wrong/callback", Said, Ct)));
        Assert.Equal((204, 0), Of(await Caller.AcknowledgeAsync(asked, Deferred, Ct)));
        Assert.Equal((400, 40060), Of(await Caller.AcknowledgeAsync(asked, Said, Ct)));
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task The_token_is_good_for_a_quarter_of_an_hour_and_for_nothing_before_the_acknowledgement()
    {
        var asked = await AskAsync();

        Assert.Equal((404, 10015), Of(await Caller.SendAsync("POST", Caller.Webhook(asked), Text, Ct)));
        await Caller.AcknowledgeAsync(asked, Deferred, Ct);
        Clock.Advance(Interaction.TokenLife - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Caller.SendAsync("PATCH", Caller.Webhook(asked, "/messages/%40original"), Text, Ct)).Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((401, 50027), Of(await Caller.SendAsync("PATCH", Caller.Webhook(asked, "/messages/@original"), Text, Ct)));
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task The_first_message_after_a_deferral_takes_its_place_and_is_hidden_as_that_was()
    {
        var asked = await AskAsync();
        await Caller.AcknowledgeAsync(asked, """{"type":5,"data":{"flags":64}}""", Ct);
        Assert.True(asked.Original!.IsLoading);

        await Caller.SendAsync("POST", Caller.Webhook(asked), Text, Ct);
        await Caller.SendAsync("POST", Caller.Webhook(asked), """{"content":"c","allowed_mentions":{"parse":[]}}""", Ct);

        var reply = await asked.ReplyAsync(Ct);
        Assert.Equal(("b", true, false), (reply.Text, reply.IsEphemeral, reply.IsLoading));
        Assert.Equal(("c", false), ((await asked.FollowUpAsync(1, Ct)).Text, asked.FollowUps[0].IsEphemeral));
    }

    [Fact]
    public async Task A_message_that_began_in_the_open_can_not_be_hidden()
    {
        var asked = await AskAsync();
        await Caller.AcknowledgeAsync(asked, Deferred, Ct);

        await Caller.SendAsync("PATCH", Caller.Webhook(asked, "/messages/@original"), """{"content":"b","flags":64,"allowed_mentions":{"parse":[]}}""", Ct);

        Assert.False((await asked.ReplyAsync(Ct)).IsEphemeral);
        Assert.Contains("settled by the deferral", Assert.Single(Wrong), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(1)]
    public async Task A_command_is_not_answered_as_a_button_or_a_suggestion_is(int type)
    {
        var asked = await AskAsync();

        Assert.Equal((400, 50035), Of(await Caller.AcknowledgeAsync(asked, $$$"""{"type":{{{type}}}{{{(type == 8 ? ",\"data\":{\"choices\":[]}" : "")}}}}""", Ct)));
    }

    [Fact]
    public async Task A_button_changes_its_message_at_once_or_later_and_only_buttons_that_are_there_can_be_pressed()
    {
        var asked = await AskAsync();
        await Caller.AcknowledgeAsync(asked, """{"type":4,"data":{"content":"a","allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[{"type":2,"style":2,"label":"Next","custom_id":"n1"},{"type":2,"style":2,"label":"Done","custom_id":"d","disabled":true}]}]}}""", Ct);
        var ada = Guild.Member("ada");
        var card = asked.Original!;

        var now = ada.PressesLabelled(card, "Next");
        await Caller.AcknowledgeAsync(now, """{"type":7,"data":{"content":"b","allowed_mentions":{"parse":[]}}}""", Ct);
        Assert.Equal("b", (await now.ReplyAsync(Ct)).Text);
        var later = ada.Presses(card, "n1");
        await Caller.AcknowledgeAsync(later, """{"type":6}""", Ct);
        await Caller.SendAsync("PATCH", Caller.Webhook(later, "/messages/@original"), """{"content":"c","allowed_mentions":{"parse":[]}}""", Ct);

        Assert.Same(card, await later.ReplyAsync(Ct));
        Assert.Equal(("c", 2), (card.Text, card.Edits));
        Assert.Throws<InvalidOperationException>(() => ada.Presses(card, "d"));
        Assert.Throws<InvalidOperationException>(() => ada.Presses(card, "gone"));
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task A_line_of_a_menu_is_chosen_by_what_people_read()
    {
        var asked = await AskAsync();
        await Caller.AcknowledgeAsync(asked, """{"type":4,"data":{"content":"a","allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[{"type":3,"custom_id":"m","options":[{"label":"Ilse Varga","value":"who varga"}]}]}]}}""", Ct);

        var chosen = Guild.Member("ada").Chooses(asked.Original!, "m", "Ilse Varga");

        Assert.Equal("who varga", (string)chosen.Data["values"]![0]!);
        Assert.Throws<InvalidOperationException>(() => Guild.Member("ada").Chooses(asked.Original!, "m", "Nobody"));
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task More_than_twenty_five_suggestions_are_refused()
    {
        await Caller.RegisterAsync("""[{"name":"who","description":"a","options":[{"type":3,"name":"person","description":"a","autocomplete":true}]}]""", Ct);
        var typing = Guild.Member("ada").Autocompletes("/who", "person", "v");
        string Choices(int count) => $$$"""{"type":8,"data":{"choices":[{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"{{\"name\":\"n{i}\",\"value\":\"v{i}\"}}"))}}}]}}""";

        Assert.Equal((400, 50035), Of(await Caller.AcknowledgeAsync(typing, Choices(26), Ct)));
        Assert.Equal(204, (await Caller.AcknowledgeAsync(typing, Choices(25), Ct)).Status);
        Assert.Equal(("n24", "v24"), (await typing.SuggestionsAsync(Ct))[24]);
    }

    private async Task<Interaction> AskAsync()
    {
        await Caller.RegisterAsync("""[{"name":"about","description":"a"}]""", Ct);
        return Guild.Member("ada").Runs("/about");
    }

    private static (int, int) Of(Answered answer) => (answer.Status, answer.Code);
}
