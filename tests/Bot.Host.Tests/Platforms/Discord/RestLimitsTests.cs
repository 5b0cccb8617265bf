using System.Net;
using System.Net.Http.Headers;
using Bot.Digest.Tests.Deliveries;
using Bot.Host.Platforms.Discord.Rest;
using Bot.Host.Platforms.Discord.Wire;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>How fast Discord is asked, in virtual time.</summary>
public sealed class RestLimitsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2031, 5, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly RestLimits _limits;

    public RestLimitsTests() => _limits = new RestLimits(_clock);

    private static RestRequest Write(string channel) => Routes.WriteMessage(channel, new MessageBody());

    [Fact]
    public void A_bucket_is_learnt_from_its_headers_and_kept_to_for_each_channel_apart()
    {
        Assert.Null(_limits.Take(Write("100")));
        Learn(Write("100"), limit: 5, remaining: 0, resetAfter: 4);

        Assert.Equal((TimeSpan.FromSeconds(4), false), _limits.Take(Write("100")));
        Assert.Null(_limits.Take(Write("200")));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(5, Enumerable.Range(0, 8).Count(_ => _limits.Take(Write("100")) is null));
    }

    [Fact]
    public void Routes_that_share_a_bucket_share_its_places()
    {
        var edit = Routes.EditMessage("100", "7", new MessageBody());
        Learn(Write("100"), limit: 5, remaining: 1, resetAfter: 4);
        Learn(edit, limit: 5, remaining: 0, resetAfter: 4);

        Assert.NotNull(_limits.Take(Write("100")));
    }

    [Fact]
    public void Answers_that_overtake_each_other_do_not_give_places_back()
    {
        Learn(Write("100"), limit: 5, remaining: 1, resetAfter: 4);
        Learn(Write("100"), limit: 5, remaining: 3, resetAfter: 4);

        Assert.Equal(1, Enumerable.Range(0, 3).Count(_ => _limits.Take(Write("100")) is null));
    }

    [Fact]
    public void Nothing_waits_longer_when_the_clock_is_put_back()
    {
        var jumping = new JumpingClock(_clock);
        var limits = new RestLimits(jumping);
        Assert.Equal(50, Enumerable.Range(0, 80).Count(number => limits.Take(Write($"{number}")) is null));

        jumping.Jump = TimeSpan.FromHours(-1);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(limits.Take(Write("1")));
    }

    [Fact]
    public void Fifty_a_second_go_out_to_all_channels_together_and_answers_to_people_beside_them()
    {
        Assert.Equal(50, Enumerable.Range(0, 80).Count(number => _limits.Take(Write($"{number}")) is null));
        Assert.Null(_limits.Take(Routes.Answer("1", "token", new InteractionAnswer(InteractionAnswer.Deferred))));
        _clock.Advance(TimeSpan.FromSeconds(1.04));
        Assert.Null(_limits.Take(Write("1")));
    }

    [Fact]
    public void A_machine_that_is_shut_out_sends_nothing_and_a_bot_that_is_too_fast_still_answers_people()
    {
        var answer = Routes.Answer("1", "token", new InteractionAnswer(InteractionAnswer.Deferred));
        _limits.Rest(Write("1"), TimeSpan.FromMinutes(1), isForAll: true);
        Assert.Null(_limits.Take(answer));
        Assert.Equal((TimeSpan.FromMinutes(1), true), _limits.Take(Write("2")));

        _limits.ShutOut(TimeSpan.FromMinutes(10));
        Assert.Equal((TimeSpan.FromMinutes(10), true), _limits.Take(answer));
        Assert.Equal((TimeSpan.FromMinutes(10), true), _limits.Take(Write("2")));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(_limits.Take(answer));
    }

    [Fact]
    public void Ten_thousand_dead_channels_come_nowhere_near_a_ban()
    {
        var most = 0;
        for (var number = 0; number < 10_000; number++)
        {
            while (_limits.Take(Write($"{number}")) is var (wait, _))
            {
                _clock.Advance(wait);
            }

            Learn(Write($"{number}"), HttpStatusCode.Forbidden);
            most = Math.Max(most, _limits.Invalid);
        }

        Assert.InRange(most, 1000, 4000);
    }

    [Fact]
    public void A_limit_that_others_share_does_not_count_towards_a_ban()
    {
        using var response = new HttpResponseMessage();
        response.Headers.Add("X-RateLimit-Scope", "shared");
        _limits.Learn(Write("1"), HttpStatusCode.TooManyRequests, response.Headers);
        Assert.Equal(0, _limits.Invalid);

        Learn(Write("1"), HttpStatusCode.TooManyRequests);
        Assert.Equal(1, _limits.Invalid);
    }

    [Theory]
    [InlineData("channels/123/messages", "POST channels/*/messages", "123")]
    [InlineData("channels/123/messages/456", "POST channels/*/messages/*", "123")]
    [InlineData("guilds/9/threads/active", "POST guilds/*/threads/active", "9")]
    [InlineData("webhooks/1/tok/messages/@original", "POST webhooks/*/*/messages/@original", "1/tok")]
    [InlineData("gateway/bot", "POST gateway/bot", "")]
    public void What_shares_limits_is_told_by_the_path(string path, string route, string resource) =>
        Assert.Equal((route, resource), new RestRequest(HttpMethod.Post, path).Limit);

    [Fact]
    public async Task What_may_be_done_twice_is_tried_again_after_a_failure_and_what_may_not_is_unclear()
    {
        var server = new ScriptedServer(HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.OK);
        var rest = new DiscordRest(server.Client, "token", _limits, TimeProvider.System, NullLogger<DiscordRest>.Instance);

        Assert.IsType<RestAnswer.Done>(await rest.SendAsync(Routes.FindChannel("1"), TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        Assert.Equal(3, server.Requests);

        server.Next(HttpStatusCode.BadGateway, HttpStatusCode.OK);
        Assert.IsType<RestAnswer.Lost>(await rest.SendAsync(Write("1"), TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        Assert.Equal(4, server.Requests);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_was_asked_nothing()
    {
        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri($"{FreePort.Address}/api/v10/") };
        var rest = new DiscordRest(http, "token", _limits, TimeProvider.System, NullLogger<DiscordRest>.Instance);

        Assert.IsType<RestAnswer.Later>(await rest.SendAsync(Write("1"), TimeSpan.Zero, TestContext.Current.CancellationToken));
    }

    private void Learn(RestRequest request, HttpStatusCode status) => Learn(request, status, null);

    private void Learn(RestRequest request, int limit, int remaining, double resetAfter) => Learn(request, HttpStatusCode.OK, (limit, remaining, resetAfter));

    private void Learn(RestRequest request, HttpStatusCode status, (int Limit, int Remaining, double ResetAfter)? told)
    {
        using var response = new HttpResponseMessage();
        if (told is var (limit, remaining, after))
        {
            response.Headers.Add("X-RateLimit-Bucket", "abcd");
            response.Headers.Add("X-RateLimit-Limit", $"{limit}");
            response.Headers.Add("X-RateLimit-Remaining", $"{remaining}");
            response.Headers.Add("X-RateLimit-Reset-After", after.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        _limits.Learn(request, status, response.Headers);
    }

    /// <summary>Answers with one status after the other.</summary>
    private sealed class ScriptedServer : HttpMessageHandler
    {
        private readonly Queue<HttpStatusCode> _next = new();

        public ScriptedServer(params HttpStatusCode[] statuses)
        {
            Next(statuses);
            Client = new HttpClient(this) { BaseAddress = new Uri("http://127.0.0.1/api/v10/") };
        }

        public HttpClient Client { get; }

        public int Requests { get; private set; }

        public void Next(params HttpStatusCode[] statuses)
        {
            _next.Clear();
            foreach (var status in statuses)
            {
                _next.Enqueue(status);
            }
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage(_next.Dequeue()) { Content = new StringContent("{}", new MediaTypeHeaderValue("application/json")) });
        }
    }
}
