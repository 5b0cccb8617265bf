using System.Globalization;
using Bot.DiscordStandIn.Interactions;

namespace Bot.DiscordStandIn.Tests;

/// <summary>What Discord takes as commands, and what people can do with those that it took.</summary>
public sealed class CommandTests : StandInTest
{
    public static TheoryData<string, string> Refused => new()
    {
        { Command("Who"), "\"Who\" is no name" },
        { Command("who is"), "\"who is\" is no name" },
        { Command(new string('w', 33)), "/0/name has 33 characters" },
        { Command("who") + "," + Command("who"), "two commands of the same name" },
        { string.Join(',', Enumerable.Range(0, 101).Select(i => Command($"c{i}"))), "has 101 commands of type 1" },
        { "{\"name\":\"who\"}", "/0/description is required" },
        { Command("who", "{\"type\":3,\"name\":\"about\",\"description\":\"a\"},{\"type\":3,\"name\":\"person\",\"description\":\"a\",\"required\":true}"), "a required option after an optional one" },
        { Command("who", "{\"type\":3,\"name\":\"a\",\"description\":\"a\"},{\"type\":3,\"name\":\"a\",\"description\":\"a\"}"), "two options of the same name" },
        { Command("who", "{\"type\":1,\"name\":\"a\",\"description\":\"a\"},{\"type\":3,\"name\":\"b\",\"description\":\"a\"}"), "mixes subcommands and options" },
        { Command("who", string.Join(',', Enumerable.Range(0, 26).Select(i => $"{{\"type\":3,\"name\":\"o{i}\",\"description\":\"a\"}}"))), "/0/options has 26 items" },
        { Command("who", "{\"type\":3,\"name\":\"a\",\"description\":\"a\",\"autocomplete\":true,\"choices\":[{\"name\":\"x\",\"value\":\"x\"}]}"), "does not go with choices" },
        { Command("who", "{\"type\":5,\"name\":\"a\",\"description\":\"a\",\"autocomplete\":true}"), "nor with anything but words" },
        { Command("who", "{\"type\":3,\"name\":\"a\",\"description\":\"a\",\"choices\":[{\"name\":\"x\",\"value\":\"x\"},{\"name\":\"y\",\"value\":\"x\"}]}"), "the same choice twice" },
        { Command("long", string.Join(',', Enumerable.Range(0, 25).Select(i => $"{{\"type\":3,\"name\":\"o{i:00}\",\"description\":\"{new string('d', 100)}\",\"choices\":[{string.Join(',', Enumerable.Range(0, 3).Select(j => $"{{\"name\":\"{j}{new string('n', 70)}\",\"value\":\"{j}{new string('v', 70)}\"}}"))}]}}"))), "characters, more than 8000" },
        { "{\"name\":\"who\",\"description\":\"a\",\"default_member_permissions\":true}", "/0/default_member_permissions is True" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_Discord_would_refuse_is_refused_and_named(string commands, string says)
    {
        var answer = await Caller.RegisterAsync($"[{commands}]", Ct);

        Assert.Equal((400, 50035), (answer.Status, answer.Code));
        Assert.Contains(Wrong, one => one.Contains(says, StringComparison.Ordinal));
        Assert.DoesNotContain(Wrong, one => one.Contains("own answer", StringComparison.Ordinal));
        Assert.Empty(Discord.World.Commands.Names);
    }

    [Fact]
    public async Task Names_in_all_scripts_and_translations_are_taken_and_a_command_keeps_its_id()
    {
        const string Commands = """[{"name":"누구","description":"a","name_localizations":{"de":"wer","th":"ใคร"}},{"name":"who-is_it","description":"a"}]""";

        var first = await Caller.RegisterAsync(Commands, Ct);
        var again = await Caller.RegisterAsync(Commands, Ct);

        Assert.Equal(first.Json[0].GetProperty("id").GetString(), again.Json[0].GetProperty("id").GetString());
        Assert.Equal(["누구", "who-is_it"], Discord.World.Commands.Names);
        Assert.Empty(Wrong);
    }

    [Fact]
    public async Task No_more_than_two_hundred_new_commands_are_taken_within_a_day()
    {
        Answered answer = null!;
        for (var i = 0; i < 3; i++)
        {
            answer = await Caller.RegisterAsync($"[{string.Join(',', Enumerable.Range(0, 100).Select(j => Command($"c{i}-{j}")))}]", Ct);
        }

        Assert.Equal((400, 30034), (answer.Status, answer.Code));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(200, (await Caller.RegisterAsync($"[{Command("new")}]", Ct)).Status);
    }

    [Fact]
    public async Task People_can_send_only_what_was_registered()
    {
        await Caller.RegisterAsync(
            $$"""[{{Command("who", """{"type":3,"name":"person","description":"a","required":true},{"type":4,"name":"page","description":"a","max_value":9}""")}},{{Command("source", """{"type":1,"name":"list","description":"a"}""")}}]""", Ct);
        var ada = Guild.Member("ada");

        Assert.Throws<InvalidOperationException>(() => ada.Runs("/when"));
        Assert.Throws<InvalidOperationException>(() => ada.Runs("/who"));
        Assert.Throws<InvalidOperationException>(() => ada.Runs("/who", ("person", "a"), ("page", 10)));
        Assert.Throws<InvalidOperationException>(() => ada.Runs("/who", ("person", 7)));
        Assert.Throws<InvalidOperationException>(() => ada.Runs("/who", ("person", "a"), ("since", "b")));
        Assert.Throws<InvalidOperationException>(() => ada.Runs("/source"));
        Assert.Throws<InvalidOperationException>(() => ada.Autocompletes("/who", "person", "a"));
        Assert.Equal("source", (string)ada.Runs("/source list").Data["name"]!);
        Assert.Equal(InteractionKind.Command, Assert.Single(Discord.World.Interactions.All).Kind);
    }

    private static string Command(string name, string options = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"name\":\"{name}\",\"description\":\"What it does\",\"options\":[{options}]}}");
}
