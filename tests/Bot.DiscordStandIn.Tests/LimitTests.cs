using Bot.DiscordStandIn.Rest;

namespace Bot.DiscordStandIn.Tests;

/// <summary>How often a client may ask, how it is told, and what goes wrong on the way when it shall.</summary>
public sealed class LimitTests : StandInTest
{
    private const string Message = "\"content\":\"a\"";

    [Fact]
    public async Task A_bucket_is_counted_down_for_each_channel_and_what_comes_too_early_is_put_off()
    {
        var other = Guild.AddChannel("other");
        var answers = new List<Answered>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await Caller.PostAsync(News, Message, Ct));
        }

        Assert.Equal(["4", "3", "2", "1", "0", "0"], answers.Select(one => one.Header("X-RateLimit-Remaining")));
        Assert.All(answers, one => Assert.Equal(("5", "5.000"), (one.Header("X-RateLimit-Limit"), one.Header("X-RateLimit-Reset-After"))));
        var late = answers[^1];
        Assert.Equal((429, "user", "5"), (late.Status, late.Header("X-RateLimit-Scope"), late.Header("Retry-After")));
        Assert.Equal(5, late.Json.GetProperty("retry_after").GetDouble());
        Assert.Equal(200, (await Caller.PostAsync(other, Message, Ct)).Status);
        Assert.Equal(1, Discord.Limits.Exceeded);
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await Caller.PostAsync(News, Message, Ct)).Status);
    }

    [Fact]
    public async Task Two_operations_have_two_buckets_whose_names_say_nothing()
    {
        var posted = (await Caller.PostAsync(News, Message, Ct)).Header("X-RateLimit-Bucket")!;
        var read = (await Caller.GetAsync($"channels/{News.IdText}", Ct)).Header("X-RateLimit-Bucket")!;

        Assert.NotEqual(posted, read);
        Assert.Matches("^[0-9a-f]{32}$", posted);
    }

    [Fact]
    public async Task More_than_fifty_requests_a_second_are_put_off_whatever_the_channel_but_not_answers_to_people()
    {
        await Caller.RegisterAsync("""[{"name":"about","description":"a"}]""", Ct);
        Discord.Limits.Set("get_gateway", 1000, TimeSpan.FromSeconds(1));
        var asked = Guild.Member("ada").Runs("/about");
        var answers = new List<Answered>();
        for (var i = 0; i < 50; i++)
        {
            answers.Add(await Caller.GetAsync("gateway", Ct));
        }

        var late = answers[^1];
        Assert.Equal(49, answers.Count(one => one.Status == 200));
        Assert.Equal((429, "global", "true"), (late.Status, late.Header("X-RateLimit-Scope"), late.Header("X-RateLimit-Global")));
        Assert.True(late.Json.GetProperty("global").GetBoolean());
        Assert.Equal(204, (await Caller.AcknowledgeAsync(asked, """{"type":5}""", Ct)).Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Caller.GetAsync("gateway", Ct)).Status);
        Assert.Equal(50, Discord.Limits.MostInASecond);
    }

    [Theory]
    [InlineData("user", 1)]
    [InlineData("global", 1)]
    [InlineData("shared", 0)]
    public async Task A_limit_can_be_played_and_a_shared_one_is_not_held_against_the_client(string scope, int counted)
    {
        Discord.Faults.On("create_message", new RestFault.Limits(scope, TimeSpan.FromSeconds(1.5)));

        var late = await Caller.PostAsync(News, Message, Ct);

        Assert.Equal((429, scope, "2"), (late.Status, late.Header("X-RateLimit-Scope"), late.Header("Retry-After")));
        Assert.Equal(1.5, late.Json.GetProperty("retry_after").GetDouble());
        Assert.Equal(counted, Discord.Invalid.Most);
        Assert.Equal(200, (await Caller.PostAsync(News, Message, Ct)).Status);
    }

    [Fact]
    public async Task Ten_thousand_invalid_requests_in_ten_minutes_lock_the_client_out_with_a_page_of_Cloudflares()
    {
        Discord.Invalid.LockOutUntil(Clock.GetUtcNow().AddHours(1));
        var page = await Caller.GetAsync("gateway", Ct);
        Assert.Equal((429, "text/html"), (page.Status, page.Response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Error 1015", page.Text, StringComparison.Ordinal);

        var invalid = new InvalidRequests();
        var now = Clock.GetUtcNow();
        for (var i = 0; i < InvalidRequests.Limit - 1; i++)
        {
            invalid.Count(i % 2 == 0 ? 401 : 403, scope: null, now);
        }

        invalid.Count(404, scope: null, now);
        Assert.False(invalid.IsLockedOut(now));
        invalid.Count(403, scope: null, now + InvalidRequests.Window);
        Assert.False(invalid.IsLockedOut(now + InvalidRequests.Window));
        for (var i = 0; i < InvalidRequests.Limit; i++)
        {
            invalid.Count(429, "user", now + InvalidRequests.Window);
        }

        Assert.Equal((true, 1, InvalidRequests.Limit), (invalid.IsLockedOut(now + InvalidRequests.Window), invalid.Lockouts, invalid.Most));
    }

    [Fact]
    public async Task A_lost_reply_leaves_the_message_and_a_broken_connection_does_not()
    {
        Discord.Faults.On("create_message", new RestFault.Breaks());
        Discord.Faults.On("create_message", new RestFault.LosesReply());

        await Assert.ThrowsAsync<HttpRequestException>(() => Caller.PostAsync(News, Message, Ct));
        Assert.Empty(News.Messages);
        await Assert.ThrowsAsync<HttpRequestException>(() => Caller.PostAsync(News, Message, Ct));
        Assert.Single(News.Messages);
        Assert.Equal([0, 0], Discord.Requests.Of("create_message").Select(one => one.Status));
    }

    [Fact]
    public async Task Errors_before_and_after_pages_garbage_and_a_revoked_token_come_as_they_are_asked_for()
    {
        foreach (var fault in (RestFault[])[new RestFault.Fails(503), new RestFault.FailsAfterwards(500), new RestFault.CloudflarePage(TimeSpan.FromMinutes(1)), new RestFault.Garbles(), new RestFault.RevokesToken()])
        {
            Discord.Faults.On("create_message", fault);
        }

        var answers = new List<(int Status, string Text)>();
        for (var i = 0; i < 5; i++)
        {
            var answer = await Caller.PostAsync(News, Message, Ct);
            answers.Add((answer.Status, answer.Text.Length > 0 ? answer.Text[..5] : ""));
        }

        Assert.Equal([(503, ""), (500, ""), (429, "<!DOC"), (200, "<html"), (401, "{\"cod")], answers);
        Assert.Equal(2, News.Messages.Count);
    }

    [Fact]
    public async Task An_answer_that_is_slow_comes_when_the_clock_says_so()
    {
        Discord.Faults.On("create_message", new RestFault.Delays(TimeSpan.FromMinutes(1)));

        var slow = Caller.PostAsync(News, Message, Ct);
        await News.HasMessagesAsync(1, Ct);
        await Discord.Requests.NextAsync("create_message", 1, Ct);
        Assert.False(slow.IsCompleted);
        while (!slow.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.Equal(200, (await slow).Status);
    }
}
