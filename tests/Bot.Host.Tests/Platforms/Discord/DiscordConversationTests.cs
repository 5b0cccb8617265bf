using System.Text;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Interactions;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>What members of a server get when they ask, through the gateway and Discord's own checks.</summary>
[Collection("Discord")]
public sealed class DiscordConversationTests(RunningDiscord running) : IClassFixture<RunningDiscord>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Whoever_starts_the_service_reads_how_to_invite_the_bot()
    {
        Assert.Contains(running.Log.Lines, line => line.Contains($"client_id={running.Discord.World.Bot.Id}&scope=bot+applications.commands&permissions=274878024704", StringComparison.Ordinal));
        AssertFaultless();
    }

    [Fact]
    public async Task A_command_is_answered_in_private_with_a_card()
    {
        var reply = await AskAsync(Somebody(), "who", ("person", "varga"));

        Assert.True(reply.IsEphemeral);
        Assert.Equal("Ilse Varga", (string?)reply.Embeds[0]!["title"]);
        Assert.Contains("> “", reply.Text, StringComparison.Ordinal);
        AssertFaultless();
    }

    [Fact]
    public async Task Paging_changes_the_private_answer_in_its_place()
    {
        var asker = Somebody();
        var reply = await AskAsync(asker, "who", ("person", "varga"));
        var before = reply.Text;

        var press = asker.PressesLabelled(reply, "›");
        await press.AcknowledgedAsync(Ct).WaitAsync(Patience.Long, Ct);

        Assert.Equal(Acknowledgement.Update, press.Acknowledged);
        Assert.NotEqual(before, reply.Text);
        Assert.Contains("2 / ", (string?)reply.Embeds[0]!["footer"]!["text"], StringComparison.Ordinal);
        AssertFaultless();
    }

    [Fact]
    public async Task A_shared_answer_is_shown_to_all_once_and_says_who_shared_it()
    {
        var asker = Somebody("Ada *star*");
        var reply = await AskAsync(asker, "who", ("person", "varga"));

        var press = asker.PressesLabelled(reply, "Share");
        var shared = await press.FollowUpAsync(1, Ct).WaitAsync(Patience.Long, Ct);

        Assert.False(shared.IsEphemeral);
        Assert.Equal(@"-# Shared by Ada \*star\*", shared.Content);
        Assert.Equal((string?)reply.Embeds[0]!["description"], (string?)shared.Embeds[0]!["description"]);
        Assert.DoesNotContain(reply.Buttons.Concat(shared.Buttons), button => button.Label == "Share");
        AssertFaultless();
    }

    [Fact]
    public async Task A_button_under_what_all_see_answers_the_presser_alone()
    {
        var (asker, other) = (Somebody(), Somebody("Bo"));
        var shared = await asker.PressesLabelled(await AskAsync(asker, "who", ("person", "varga")), "Share").FollowUpAsync(1, Ct).WaitAsync(Patience.Long, Ct);
        var before = shared.Text;

        var answer = await other.PressesLabelled(shared, "›").ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);

        Assert.True(answer.IsEphemeral);
        Assert.Equal(before, shared.Text);
        AssertFaultless();
    }

    [Fact]
    public async Task People_are_suggested_while_they_are_typed()
    {
        var suggestions = await Somebody().Autocompletes("who", "person", "var").SuggestionsAsync(Ct).WaitAsync(Patience.Long, Ct);

        Assert.Contains(suggestions, suggestion => suggestion.Name.StartsWith("Ilse Varga", StringComparison.Ordinal) && suggestion.Value == "ilse-varga");
        AssertFaultless();
    }

    [Theory]
    [InlineData("who", "about", "east p", "East pier")]
    [InlineData("latest", "topic", "", "Lind")]
    [InlineData("timeline", "topic", "ferry s", "ferry strike")]
    [InlineData("timeline", "topic", "varg", "ilse-varga")]
    [InlineData("subscribe", "topics", "chess, east p", "chess, east pier")]
    public async Task Topics_are_suggested_too_and_people_where_either_is_meant(string command, string option, string typed, string value)
    {
        var suggestions = await Somebody().Autocompletes(command, option, typed).SuggestionsAsync(Ct).WaitAsync(Patience.Long, Ct);

        Assert.Contains(suggestions, suggestion => suggestion.Value.Equals(value, StringComparison.OrdinalIgnoreCase));
        AssertFaultless();
    }

    [Fact]
    public async Task A_suggestion_that_is_too_long_ends_between_two_characters()
    {
        var far = running.Discord.World.AddGuild("Far");
        far.AddChannel("quay");
        var admin = far.Member("Admin", Permissions.ManageGuild);
        var name = new string('q', 98) + "😀";
        var list = Encoding.UTF8.GetBytes($"<opml version=\"2.0\"><body><outline text=\"{name}\" type=\"rss\" xmlUrl=\"https://quay.example/feed\"/></body></opml>");
        await admin.Attaches("source import", "file", new AttachedFile("feeds.opml", list)).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);

        var suggested = Assert.Single(await admin.Autocompletes("latest", "source", "qq").SuggestionsAsync(Ct).WaitAsync(Patience.Long, Ct));

        Assert.Equal((new string('q', 98) + "…", name), suggested);
        AssertFaultless();
    }

    [Fact]
    public async Task A_command_of_two_words_is_a_subcommand_and_a_bare_one_beside_it_is_shown()
    {
        var admin = running.Harbour.Member("Admin", Permissions.ManageGuild);

        Assert.Contains("Coast Wire", (await AskAsync(admin, "source list")).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await AskAsync(admin, "deliveries show")).Text);
        AssertFaultless();
    }

    [Fact]
    public async Task A_list_of_sources_comes_as_a_file_and_goes_as_one()
    {
        var admin = running.Harbour.Member("Admin", Permissions.ManageGuild);
        var list = "<opml version=\"2.0\"><body><outline text=\"Pier News\" type=\"rss\" xmlUrl=\"https://pier-news.example/feed\"/></body></opml>"u8.ToArray();

        var import = await admin.Attaches("source import", "file", new AttachedFile("feeds.opml", list)).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);
        var export = await AskAsync(admin, "source export");

        Assert.Contains("1", import.Text, StringComparison.Ordinal);
        Assert.Contains("https://pier-news.example/feed", Assert.Single(export.Files).Text, StringComparison.Ordinal);
        AssertFaultless();
    }

    [Fact]
    public async Task In_direct_messages_the_asker_is_admin_and_has_sources_of_their_own()
    {
        var person = running.Discord.World.Person("Cleo");

        var reply = await AskAsync(person, "source list");

        Assert.False(reply.IsEphemeral);
        Assert.DoesNotContain("admin", reply.Text, StringComparison.OrdinalIgnoreCase);
        AssertFaultless();
    }

    private Member Somebody(string name = "Ada") => running.Harbour.Member(name);

    private static Task<PostedMessage> AskAsync(Member member, string command, params (string Name, object Value)[] options) =>
        member.Runs(command, options).ReplyAsync(Ct).WaitAsync(Patience.Long, Ct);

    private void AssertFaultless()
    {
        Assert.Empty(running.Discord.Violations.All);
        Assert.DoesNotContain(running.Log.Lines, line => line.Contains(running.Discord.Gateway.Token, StringComparison.Ordinal));
        Assert.DoesNotContain(running.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }
}
