using System.Globalization;
using Bot.Digest.Chat;
using Bot.Digest.Commands;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

public sealed class CommandDispatcherTests
{
    [Theory]
    [InlineData("/listen ilse varga about:harbour fees since:2w", "ilse varga", "harbour fees")]
    [InlineData("/LISTEN Ilse Varga SINCE:2w About:\"harbour fees\"", "Ilse Varga", "harbour fees")]
    [InlineData("/listen@NewsBot since:2w ilse varga about:“harbour fees”", "ilse varga", "harbour fees")]
    [InlineData("  /listen \"ilse varga\"   about: harbour fees since: 2w ", "ilse varga", "harbour fees")]
    public async Task Words_go_up_to_the_first_option_and_options_come_in_any_order(string line, string who, string about)
    {
        var command = new ListeningCommand();

        await new Asking(command).AskAsync(line);

        Assert.Equal(who, command.Call!.Text("who"));
        Assert.Equal(about, command.Call.Text("about"));
        Assert.Equal(new DateOnly(2031, 5, 6), command.Call.Moment("since")!.From);
    }

    [Theory]
    [InlineData("/listen \"say: \"\"never\"\" again\"", "say: \"never\" again")]
    [InlineData("/listen https://news.example/a?b=1", "https://news.example/a?b=1")]
    [InlineData("/listen at 12:30", "at 12:30")]
    [InlineData("/listen 이민복", "이민복")]
    [InlineData("/listen \"never closed", "never closed")]
    [InlineData("/listen Варга\u0000\u0007 Ілзе", "Варга Ілзе")]
    [InlineData("/listen \u202EВар\u202Aга \u2066Ілзе\u2069", "Варга Ілзе")]
    public async Task Any_writing_reaches_the_command(string line, string who)
    {
        var command = new ListeningCommand();

        await new Asking(command).AskAsync(line);

        Assert.Equal(who, command.Call?.Text("who"));
    }

    [Theory]
    [InlineData("", "Type a command, for example /help.")]
    [InlineData("  /  ", "Type a command, for example /help.")]
    [InlineData("pier repairs", "Commands begin with a slash: to look for these words, use /search \"pier repairs\".")]
    [InlineData(" Help ", "Commands begin with a slash: write /help.")]
    [InlineData("help me", "Commands begin with a slash: to look for these words, use /search \"help me\".")]
    [InlineData("/lisen varga", "There is no command /lisen; did you mean /listen?")]
    [InlineData("/zzzz", "There is no command /zzzz; /help lists them all.")]
    [InlineData("/listen", "Say which who, for example /listen varga.")]
    [InlineData("/listen varga abuot:pier", "abuot: is no option of /listen; did you mean about:? Put words with a colon in quotation marks.")]
    [InlineData("/listen varga zzz:1", "zzz: is no option of /listen; it takes about:, since:, style:, max:, in:. Put words with a colon in quotation marks.")]
    [InlineData("/listen varga since:soon", "“soon” is no time that since: takes; write 7d, 2w, 2024, 2024-10 or 2024-10-24.")]
    [InlineData("/listen varga since:2031-02-30", "“2031-02-30” is no time that since: takes; write 7d, 2w, 2024, 2024-10 or 2024-10-24.")]
    [InlineData("/listen varga since:99999999d", "“99999999d” is no time that since: takes; write 7d, 2w, 2024, 2024-10 or 2024-10-24.")]
    [InlineData("/listen varga since:1e400d", "“1e400d” is no time that since: takes; write 7d, 2w, 2024, 2024-10 or 2024-10-24.")]
    [InlineData("/listen varga since:9999-12-31", "“9999-12-31” is no time that since: takes; write 7d, 2w, 2024, 2024-10 or 2024-10-24.")]
    [InlineData("/listen varga since:²⁰²⁴", "“²⁰²⁴” is no time that since: takes; write 7d, 2w, 2024, 2024-10 or 2024-10-24.")]
    [InlineData("/listen varga since:30 February max:2", "“30 February” is no time that since: takes; write 7d, 2w, 2024, 2024-10 or 2024-10-24.")]
    [InlineData("/listen varga since:last last year", "“last last year” is no time that since: takes; write 7d, 2w, 2024, 2024-10 or 2024-10-24.")]
    [InlineData("/listen varga since: 7d pier", "“pier” belongs to nothing here; put words that belong together in quotation marks, or see /help listen.")]
    [InlineData("/listen varga since:2024 pier", "“pier” belongs to nothing here; put words that belong together in quotation marks, or see /help listen.")]
    [InlineData("/listen varga style:loud", "“loud” is no choice of style:; it takes brief, full.")]
    [InlineData("/listen varga max:10", "“10” is not a number that max: takes; write one from 1 to 9.")]
    [InlineData("/listen varga about:", "about: has nothing after it; write its value right behind the colon.")]
    [InlineData("/listen varga max:1 max:2", "max: was given twice; give it once.")]
    [InlineData("/listen varga max:1 pier", "“pier” belongs to nothing here; put words that belong together in quotation marks, or see /help listen.")]
    public async Task What_cannot_be_understood_gets_one_sentence_that_says_what_to_do(string line, string sentence)
    {
        var reply = await new Asking(new ListeningCommand(), new HelpCommand()).AskAsync(line);

        Assert.Equal(ReplyKind.Problem, reply.Kind);
        Assert.Equal(sentence, Assert.IsType<Paragraph>(Assert.Single(reply.Blocks)).Text.ToString());
    }

    [Theory]
    [InlineData("7d", "2031-05-13", "2031-05-13")]
    [InlineData("2W", "2031-05-06", "2031-05-06")]
    [InlineData("2030", "2030-01-01", "2030-12-31")]
    [InlineData("2028-2", "2028-02-01", "2028-02-29")]
    [InlineData("2030-10-24", "2030-10-24", "2030-10-24")]
    [InlineData("24.10.2030", "2030-10-24", "2030-10-24")]
    public async Task A_time_is_a_day_or_a_period_of_the_channels_zone(string typed, string from, string to)
    {
        var command = new ListeningCommand();

        await new Asking(command).AskAsync($"/listen x since:{typed}");

        var moment = command.Call!.Moment("since")!;
        Assert.Equal((from, to, typed), (Iso(moment.From), Iso(moment.To), moment.Typed));
    }

    [Fact]
    public async Task A_line_of_any_length_is_answered()
    {
        var reply = await new Asking(new HelpCommand()).AskAsync("/help " + new string('x', 5_000_000));

        Assert.Equal("That is too long: a command has at most 4096 characters.", ReplyWords(reply));
    }

    [Fact]
    public async Task A_fault_in_a_command_is_reported_and_the_asker_gets_an_apology()
    {
        var fault = new InvalidOperationException("broken");
        var asking = new Asking(new ListeningCommand { Fault = fault });

        var reply = await asking.AskAsync("/listen x");

        Assert.Same(fault, Assert.Single(asking.Bugs));
        Assert.Equal(ReplyKind.Problem, reply.Kind);
        Assert.Contains("something went wrong", ReplyWords(reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Access.ChannelAdmin, "/listen needs the right to manage this channel; ask one of its admins.")]
    [InlineData(Access.Operator, "Only the operator of this bot can use /listen.")]
    public async Task Who_may_not_run_a_command_is_told_so(Access needed, string sentence)
    {
        var command = new ListeningCommand { Access = needed };
        var asking = new Asking(command);

        Assert.Equal(sentence, ReplyWords(await asking.AskAsync("/listen x", Access.Everyone)));
        Assert.Null(command.Call);
        Assert.Equal("heard", ReplyWords(await asking.AskAsync("/listen x", needed)));
    }

    [Fact]
    public async Task A_user_has_ten_commands_a_minute_and_waits_for_the_rest()
    {
        var asking = new Asking(new ListeningCommand());
        for (var count = 0; count < 10; count++)
        {
            Assert.Equal("heard", ReplyWords(await asking.AskAsync("/listen x", Access.Everyone)));
        }

        asking.Clock.Advance(TimeSpan.FromSeconds(18));
        Assert.Equal("That was too many commands at once; try again in 42 seconds.", ReplyWords(await asking.AskAsync("/listen x", Access.Everyone)));
        Assert.Equal("heard", ReplyWords(await asking.AskAsync("/listen x", Access.Everyone, user: "u2")));
        asking.Clock.Advance(TimeSpan.FromSeconds(42));
        Assert.Equal("heard", ReplyWords(await asking.AskAsync("/listen x", Access.Everyone)));
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_so_in_the_language_that_the_platform_says_without_a_look_into_the_archive()
    {
        var asking = new Asking(new ListeningCommand()) { Language = CultureInfo.GetCultureInfo("de") };
        for (var count = 0; count < RateLimit.PerUser; count++)
        {
            await asking.AskAsync("/listen x", Access.Everyone);
        }

        var before = asking.Communities.Readings;
        for (var count = 0; count < 20; count++)
        {
            Assert.StartsWith("Das waren zu viele Befehle", ReplyWords(await asking.AskAsync("/listen x", Access.Everyone)), StringComparison.Ordinal);
        }

        Assert.Equal((RateLimit.PerUser, RateLimit.PerUser), (before, asking.Communities.Readings));
    }

    [Fact]
    public async Task A_chat_has_thirty_commands_a_minute_but_the_operator_is_not_rationed()
    {
        var asking = new Asking(new ListeningCommand());
        for (var count = 0; count < 30; count++)
        {
            await asking.AskAsync("/listen x", Access.Everyone, user: $"u{count}");
        }

        Assert.StartsWith("That was too many", ReplyWords(await asking.AskAsync("/listen x", Access.Everyone, user: "u31")), StringComparison.Ordinal);
        Assert.Equal("heard", ReplyWords(await asking.AskAsync("/listen x", Access.Everyone, user: "u31", channel: "c2")));
        Assert.Equal("heard", ReplyWords(await asking.AskAsync("/listen x", Access.Operator)));
    }

    [Theory]
    [InlineData(CommunityStanding.Served, "heard")]
    [InlineData(CommunityStanding.Waiting, "This community waits for the approval of this bot's operator; until then only /help, /start, /about, /privacy and /forget answer.")]
    [InlineData(CommunityStanding.Blocked, "The operator of this bot does not serve this community.")]
    public async Task A_community_is_answered_when_it_is_served(CommunityStanding standing, string answer)
    {
        var harbour = new CommunityId(20);
        var archive = new MemoryArchive();
        var asking = new Asking(new ListeningCommand(), new StartCommand(archive.Sources, archive.Subscriptions, archive, archive));
        asking.Communities.All.Add(new Community(harbour, "telegram", "-100", "Harbour", standing, Asking.Noon, 0, 100));

        Assert.Equal(answer, ReplyWords(await asking.AskAsync("/listen x", Access.ChannelAdmin, community: harbour)));
        Assert.Equal("heard", ReplyWords(await asking.AskAsync("/listen x", Access.Operator, community: harbour)));
        var start = await asking.AskAsync("/start", Access.Everyone, community: harbour);
        Assert.Equal((ReplyKind.Answer, standing == CommunityStanding.Served), (start.Kind, start.Buttons.Count > 0));
        Assert.Equal(standing != CommunityStanding.Served, ((Note)start.Blocks[^1]).Text.ToString() == answer);
    }

    [Fact]
    public async Task A_community_that_never_entered_is_not_answered()
    {
        Assert.StartsWith("This community waits", ReplyWords(await new Asking(new ListeningCommand()).AskAsync("/listen x", Access.ChannelAdmin, community: new CommunityId(21))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_community_chose_is_in_the_place_of_the_platforms_zone_and_language()
    {
        var (harbour, command) = (new CommunityId(20), new ListeningCommand());
        var asking = new Asking(command);
        asking.Communities.All.Add(Served(harbour) with { Settings = new CommunitySettings("Asia/Tokyo", "de-AT", null, null) });

        await asking.AskAsync("/listen x", community: harbour);
        var (there, language) = (command.Call!, command.Language);
        asking.RepliesTo = "m7";
        await asking.AskAsync("/listen x");

        Assert.Equal(("Asia/Tokyo", true, 21, "de-AT"), (there.Zone.Id, there.KnowsZone, there.Now.Hour, language));
        Assert.Equal(("Norrmark", false, 14, ""), (command.Call!.Zone.Id, command.Call.KnowsZone, command.Call.Now.Hour, command.Language));
        Assert.Equal("m7", command.Call.RepliesTo);
    }

    [Theory]
    [InlineData("/who varga page:2", true)]
    [InlineData("/search \"pier page:2\"", false)]
    [InlineData("/source add https://post.example as:page", false)]
    [InlineData("/search pier", false)]
    public void Only_an_argument_of_its_own_turns_the_page(string line, bool turns) => Assert.Equal(turns, CommandDispatcher.TurnsPage(line));

    [Fact]
    public async Task A_named_channel_is_where_the_command_acts_with_the_rights_that_the_asker_has_there()
    {
        var (harbour, mill, command) = (new CommunityId(20), new CommunityId(30), new ListeningCommand { Access = Access.ChannelAdmin });
        var news = new ChatAddress("terminal", "mill", "news");
        var asking = new Asking(command) { FindChannel = Finding(new ChannelChoice(news, mill, Access.ChannelAdmin, null)) };
        asking.Communities.All.AddRange(Served(harbour), Served(mill) with { Settings = new CommunitySettings("Asia/Tokyo", null, null, null) });

        var reply = await asking.AskAsync("/listen x in:#news", Access.Everyone, community: harbour);

        Assert.Equal("heard", ReplyWords(reply));
        Assert.Equal((news, mill, Access.ChannelAdmin, "Asia/Tokyo"), (command.Call!.Chat, command.Call.Community, command.Call.Access, command.Call.Zone.Id));
        Assert.Equal("/listen x in:#news page:2", CommandText.Again(command.Spec, command.Call, "page", 2));
    }

    /// <summary>Whoever orders for a channel in private speaks for it, where it did not choose itself.</summary>
    [Theory]
    [InlineData("de", "fr", "de")]
    [InlineData(null, "fr", "fr")]
    [InlineData(null, null, "es")]
    public async Task What_is_ordered_for_a_named_channel_is_in_its_language_or_else_in_the_askers(string? chosenThere, string? chosenHere, string posted)
    {
        var (home, mill, command) = (new CommunityId(20), new CommunityId(30), new ListeningCommand { Access = Access.ChannelAdmin });
        var asking = new Asking(command)
        {
            FindChannel = Finding(new ChannelChoice(new ChatAddress("terminal", "mill", "news"), mill, Access.ChannelAdmin, null)),
            Language = CultureInfo.GetCultureInfo("es"),
        };
        asking.Communities.All.AddRange(
            Served(home) with { Settings = new CommunitySettings(null, chosenHere, null, null) }, Served(mill) with { Settings = new CommunitySettings(null, chosenThere, null, null) });

        await asking.AskAsync("/listen x in:#news", Access.Everyone, community: home);

        Assert.Equal(posted, command.Call!.PostLanguage.Name);
    }

    /// <summary>Nothing of another community is reached, whatever the platform says beside its problem.</summary>
    [Theory]
    [InlineData("terminal", Access.Operator, "No.", "No.")]
    [InlineData("terminal", Access.Everyone, null, "/listen needs the right to manage this channel; ask one of its admins.")]
    [InlineData("discord", Access.Operator, null, "You administer no channel “#news” that this bot is in; add the bot there, or write the command in the channel itself.")]
    [InlineData(null, Access.Operator, null, "You administer no channel “#news” that this bot is in; add the bot there, or write the command in the channel itself.")]
    public async Task A_channel_that_is_not_the_askers_business_is_not_reached(string? platform, Access there, string? problem, string answer)
    {
        var command = new ListeningCommand { Access = Access.ChannelAdmin };
        var chat = platform is null ? null : new ChatAddress(platform, "mill", "news");
        var asking = new Asking(command) { FindChannel = Finding(new ChannelChoice(chat, new CommunityId(30), there, problem)) };
        asking.Communities.All.AddRange(Served(new CommunityId(20)), Served(new CommunityId(30)));

        var reply = await asking.AskAsync("/listen x in:#news", Access.ChannelAdmin, community: new CommunityId(20));

        Assert.Equal((ReplyKind.Problem, answer), (reply.Kind, ReplyWords(reply)));
        Assert.Null(command.Call);
    }

    [Fact]
    public async Task A_channel_of_a_community_that_is_not_served_is_not_reached()
    {
        var (mill, command) = (new CommunityId(30), new ListeningCommand());
        var asking = new Asking(command) { FindChannel = Finding(new ChannelChoice(new ChatAddress("terminal", "mill", "news"), mill, Access.ChannelAdmin, null)) };
        asking.Communities.All.AddRange(Served(new CommunityId(20)), Served(mill) with { Standing = CommunityStanding.Blocked });

        Assert.StartsWith("The operator", ReplyWords(await asking.AskAsync("/listen x in:#news", Access.ChannelAdmin, community: new CommunityId(20))), StringComparison.Ordinal);
        Assert.Null(command.Call);
    }

    [Fact]
    public async Task Where_there_is_one_conversation_another_channel_is_refused_in_a_sentence()
    {
        var reply = await new Asking(new ListeningCommand()).AskAsync("/listen x in:#news");

        Assert.Equal((ReplyKind.Problem, "There is one conversation here and no other channel: leave in: out."), (reply.Kind, ReplyWords(reply)));
    }

    [Fact]
    public async Task A_button_repeats_the_call_with_another_page()
    {
        var command = new ListeningCommand();
        var asking = new Asking(command);
        await asking.AskAsync("/listen \"say: \"\"no\"\"\" about:\"a b\" since:2w max:3");

        var line = CommandText.Again(command.Spec, command.Call!, "page", 2);
        var first = command.Call!.Arguments;
        await asking.AskAsync(line);

        Assert.Equal("/listen \"say: \"\"no\"\"\" about:\"a b\" since:2w max:3 page:2", line);
        Assert.Equal(first.Append(new("page", 2)).OrderBy(pair => pair.Key), command.Call!.Arguments.OrderBy(pair => pair.Key));
    }

    private static Community Served(CommunityId id) => new(id, "telegram", "-100", "Harbour", CommunityStanding.Served, Asking.Noon, 0, 100);

    private static FindChannel Finding(ChannelChoice choice) => (typed, _) => Task.FromResult(choice);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string ReplyWords(Reply reply) => ((Paragraph)reply.Blocks[0]).Text.ToString();
}
