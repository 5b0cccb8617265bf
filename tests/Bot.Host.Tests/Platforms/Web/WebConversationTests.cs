using System.Text.Json;
using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Health;
using Bot.Host.Platforms.Web;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>Asking on the page with nothing but forms, as a browser without scripts does.</summary>
public sealed class WebConversationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_typed_line_is_answered_and_both_stay_on_the_page()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        await browser.OpenAsync();

        using var answered = await browser.PostAsync("/ask", ("line", "/who Ilse <Varga>"));
        var again = await browser.OpenAsync();

        Assert.Equal("#turn-1", answered.RequestMessage!.RequestUri!.Fragment);
        Assert.Contains("/who Ilse &lt;Varga&gt;</p>", again, StringComparison.Ordinal);
        Assert.Contains("It is card 1", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-AT,en;q=0.5", "<html lang=\"de\">", "Unterhaltung", "Befehle")]
    [InlineData("fr,de;q=0.5", "<html lang=\"de\">", "Unterhaltung", "Befehle")]
    [InlineData("en-GB,de;q=0.9", "<html lang=\"en\">", "Conversation", "Commands")]
    [InlineData("fr", "<html lang=\"en\">", "Conversation", "Commands")]
    public async Task The_page_and_its_answers_are_in_the_language_that_the_browser_asks_for(string asked, string language, string word, string title)
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        await browser.OpenAsync();
        using var form = new FormUrlEncodedContent([new("token", browser.Token), new("line", "/help"), new("part", "1")]);

        using var opened = await browser.GetAsync("/", ("Accept-Language", asked));
        using var answered = await browser.SendAsync(HttpMethod.Post, "/ask", form, ("Accept-Language", asked));

        var html = await opened.Content.ReadAsStringAsync(Ct);
        Assert.Contains(language, html, StringComparison.Ordinal);
        Assert.Contains($"aria-label=\"{word}\"", html, StringComparison.Ordinal);
        Assert.Contains($">{title}", await answered.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digests_that_were_posted_stand_on_the_page_for_everybody_without_a_question_before_them()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        page.Posts.Sent.Add(new SentMessage(
            new DeliveryId(7), ReplyJson.Write(Reply.Ok(new Heading("Tuesday <20> May"))), new DateTimeOffset(2026, 5, 20, 8, 0, 0, TimeSpan.Zero)));

        var seen = await browser.OpenAsync();

        Assert.Contains("Tuesday &lt;20&gt; May", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"asked\"", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_gets_what_was_posted_since_it_last_looked()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        page.Posts.Sent.Add(Post(7, "Tuesday 20 May"));
        var seen = await browser.OpenAsync();
        page.Posts.Sent.Add(Post(9, "Wednesday <21> May"));

        using var since = await browser.GetAsync("/posts?after=7");
        using var nothing = await browser.GetAsync("/posts?after=9");
        using var senseless = await browser.GetAsync("/posts?after=x");

        Assert.Contains("data-posted=\"7\"", seen, StringComparison.Ordinal);
        var html = await since.Content.ReadAsStringAsync(Ct);
        Assert.StartsWith("<article class=\"turn\" id=\"turn--9\"", html, StringComparison.Ordinal);
        Assert.Contains("Wednesday &lt;21&gt; May", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Tuesday", html, StringComparison.Ordinal);
        Assert.Equal("", await nothing.Content.ReadAsStringAsync(Ct));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, senseless.StatusCode);
    }

    [Fact]
    public async Task Health_is_bad_while_the_watch_sees_a_fault()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();

        using var before = await browser.GetAsync("/health");
        page.Board.Last = new HealthLook(DateTimeOffset.MaxValue, null, [new ServiceFault(FaultKind.JobSilent, "plan-slots", default)]);
        using var after = await browser.GetAsync("/health");
        using var metrics = await browser.GetAsync("/metrics");

        Assert.Equal((200, 503), ((int)before.StatusCode, (int)after.StatusCode));
        Assert.Contains("digestbot_healthy 0", await metrics.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static SentMessage Post(long id, string title) =>
        new(new DeliveryId(id), ReplyJson.Write(Reply.Ok(new Heading(title))), new DateTimeOffset(2026, 5, 20, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_button_that_turns_the_page_changes_its_answer_and_another_button_asks_anew()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        await browser.OpenAsync();
        using var first = await browser.PostAsync("/ask", ("line", "/who varga"));

        using var turned = await browser.PostAsync("/ask", ("line", "/who varga page:2"), ("turn", "1"));
        using var pressed = await browser.PostAsync("/ask", ("line", "/who varga"), ("turn", "1"));

        var one = await turned.Content.ReadAsStringAsync(Ct);
        Assert.DoesNotContain("It is card 1", one, StringComparison.Ordinal);
        Assert.Contains("It is card 2", one, StringComparison.Ordinal);
        var two = await pressed.Content.ReadAsStringAsync(Ct);
        Assert.Contains("It is card 2", two, StringComparison.Ordinal);
        Assert.Contains("It is card 1", two, StringComparison.Ordinal);
        Assert.Equal("#turn-2", pressed.RequestMessage!.RequestUri!.Fragment);
    }

    [Fact]
    public async Task The_script_gets_the_new_turn_alone()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        await browser.OpenAsync();

        using var part = await browser.PostAsync("/ask", ("line", "/who varga"), ("part", "1"));

        var html = await part.Content.ReadAsStringAsync(Ct);
        Assert.StartsWith("<article class=\"turn\" id=\"turn-1\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_visitors_do_not_see_each_others_questions_and_clearing_forgets_them()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        using var other = page.Visit();
        await browser.OpenAsync();
        using var asked = await browser.PostAsync("/ask", ("line", "/who varga"));

        var elsewhere = await other.OpenAsync();
        using var cleared = await browser.PostAsync("/clear");

        Assert.DoesNotContain("turn-1", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain("turn-1", await cleared.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_fails_is_told_and_the_conversation_goes_on()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();
        await browser.OpenAsync();

        using var failed = await browser.PostAsync("/ask", ("line", "/who defect"));
        using var next = await browser.PostAsync("/ask", ("line", "/who varga"));

        Assert.Contains("bubble problem", await failed.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("It is card 1", await next.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_commands_complete_as_json()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();

        using var commands = await browser.GetAsync("/complete?line=/wh");
        using var names = await browser.GetAsync("/complete?line=/who%20va");
        using var nothing = await browser.GetAsync("/complete");

        Assert.Equal("/who ", JsonDocument.Parse(await commands.Content.ReadAsStringAsync(Ct)).RootElement[0].GetProperty("line").GetString());
        var name = JsonDocument.Parse(await names.Content.ReadAsStringAsync(Ct)).RootElement[0];
        Assert.Equal("/who ilse-varga ", name.GetProperty("line").GetString());
        Assert.Equal("Ilse Varga", name.GetProperty("label").GetString());
        Assert.Equal("[]", await nothing.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task The_first_bubble_says_how_to_fill_an_empty_archive_and_what_to_try_with_a_full_one()
    {
        await using var page = await RunningPage.StartAsync();
        using var browser = page.Visit();

        var full = await browser.OpenAsync();
        page.Archive.People = [];
        var nobody = await browser.OpenAsync();
        page.Archive.Articles = 0;
        var empty = await browser.OpenAsync();

        Assert.Contains("value=\"/who ilse-varga\"", full, StringComparison.Ordinal);
        Assert.Contains("value=\"/latest\"", nobody, StringComparison.Ordinal);
        Assert.Contains("samples load", empty, StringComparison.Ordinal);
        Assert.Contains("value=\"/who varga\"", empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Conversations_stay_bounded_and_the_one_silent_longest_makes_room()
    {
        var conversations = new Conversations();
        var reply = Reply.Problem("no");
        foreach (var number in Enumerable.Range(0, Conversations.Most))
        {
            conversations.Open($"visitor {number}");
        }

        var kept = conversations.Open("visitor 0");
        foreach (var number in Enumerable.Range(0, Conversation.Most + 5))
        {
            kept.Add($"question {number}", reply, DateTimeOffset.UnixEpoch);
        }

        conversations.Open("one more");

        Assert.Same(kept, conversations.Find("visitor 0"));
        Assert.Null(conversations.Find("visitor 1"));
        Assert.Equal(Conversation.Most, kept.Turns.Count);
        Assert.Equal("question 5", kept.Turns[0].Asked);
        Assert.Null(kept.Replace(1, reply));
    }
}
