using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.DiscordStandIn.Communities;
using Bot.DiscordStandIn.Facts;
using Bot.DiscordStandIn.Gateway;
using Bot.DiscordStandIn.Rules;
using Microsoft.AspNetCore.Http;

namespace Bot.DiscordStandIn.Rest;

/// <summary>
/// Answers the operations of Discord's API: it knows the bot, keeps the limits, checks each request and each of its own answers beside the facts, and
/// lets go wrong what should.
/// </summary>
internal sealed class RestServer(World world, Violations violations, RequestLog log, RateLimits limits, InvalidRequests invalid, RestFaults faults, GatewayServer gateway)
{
    private readonly Dictionary<string, Func<RestCall, RestAnswer>> _endpoints = new(
    [
        .. new BotEndpoints(world, gateway).All(), .. new MessageEndpoints(world).All(), .. new ThreadEndpoints(world).All(), .. new InteractionEndpoints(world).All(), .. new WebhookEndpoints(world, violations).All(),
    ], StringComparer.Ordinal);

    /// <summary>Answers a request whose path begins behind the version.</summary>
    public async Task ServeAsync(HttpContext http, string path)
    {
        var now = world.Clock.GetUtcNow();
        if (invalid.IsLockedOut(now))
        {
            await SendPageAsync(http, TimeSpan.FromHours(1));
            return;
        }

        if (RestFacts.Known.Find(http.Request.Method, Decoded(path)) is not { } found)
        {
            violations.Add(http.Request.Method + " " + path, "is no operation that the stand-in knows");
            await SendAsync(http, RestAnswer.NotFound, []);
            return;
        }

        var answer = await AnswerAsync(http, found.Operation, found.Places, now);
        if (answer is not null)
        {
            invalid.Count(answer.Status, http.Response.Headers["X-RateLimit-Scope"], now);
        }
    }

    private async Task<RestAnswer?> AnswerAsync(HttpContext http, Operation operation, IReadOnlyDictionary<string, string> places, DateTimeOffset now)
    {
        RestCall? call = null;
        var fault = faults.Take(operation.Name, http.Request.Path);
        var (answer, headers) = Before(fault) ?? Refused(http, operation, places, now);
        if (answer is null)
        {
            try
            {
                var (body, files) = await RequestReader.ReadAsync(http.Request, world.Ids.Next, http.RequestAborted);
                call = new(operation, places, http.Request.Query.ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal), http.Request.Headers.UserAgent.ToString(), body, files);
                answer = Carry(call);
            }
            catch (Exception broken) when (broken is JsonException or InvalidDataException)
            {
                violations.Add(operation.Name, broken.Message);
                answer = RestAnswer.NoJson;
            }
        }

        var breaks = fault is RestFault.Breaks or RestFault.LosesReply;
        log.Add(new(now, operation.Name, $"{operation.Method} {operation.Path}", http.Request.Path, call?.Body, [.. call?.Files.Values.Select(file => file.Name) ?? []], breaks ? 0 : answer.Status, answer.Body is null ? null : JsonSerializer.SerializeToElement(answer.Body)));
        return await SendAsync(http, answer, headers, fault) ? answer : null;
    }

    /// <summary>What goes wrong before anybody looks at the request.</summary>
    private static (RestAnswer? Answer, IEnumerable<(string, string)> Headers)? Before(RestFault? fault) => fault switch
    {
        RestFault.Fails fails => (new(fails.Status, null), []),
        RestFault.Breaks => (RestAnswer.NotFound, []),
        RestFault.RevokesToken => (RestAnswer.Unauthorized, []),
        RestFault.Limits limit => (TooMany(limit.Scope, limit.For), LimitHeaders(limit.Scope, limit.For)),
        RestFault.CloudflarePage page => (new(429, null), LimitHeaders(scope: null, page.For)),
        _ => null,
    };

    private (RestAnswer? Answer, IEnumerable<(string, string)> Headers) Refused(HttpContext http, Operation operation, IReadOnlyDictionary<string, string> places, DateTimeOffset now)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        if (!agent.StartsWith("DiscordBot (", StringComparison.Ordinal) || !agent.Contains(", ", StringComparison.Ordinal))
        {
            violations.Add(operation.Name, $"is asked with the User-Agent \"{agent}\"; it must be \"DiscordBot (address, version)\"");
        }

        if (operation.NeedsToken && http.Request.Headers.Authorization != $"Bot {gateway.Token}")
        {
            return (RestAnswer.Unauthorized, []);
        }

        lock (world.Happenings.Gate)
        {
            var state = limits.Take(operation, places, now);
            var headers = RateLimits.Headers(state);
            return state.Scope is null ? (null, headers) : (TooMany(state.Scope, state.ResetsAfter), [.. headers, .. LimitHeaders(state.Scope, state.ResetsAfter)]);
        }
    }

    private RestAnswer Carry(RestCall call)
    {
        var wrong = Wrong(call).ToList();
        foreach (var fault in wrong)
        {
            violations.Add(call.Operation.Name, $"{fault.Path} {fault.Says}");
        }

        // Fields that it does not know Discord passes over, and whom a message may ping is our own rule.
        var refused = wrong.Where(fault => fault.Kind is not ("unknown" or "ours")).ToList();
        var known = call.Body is { } body ? call with { Body = MessageBody.Without(body, [.. wrong.Where(fault => fault.Kind == "unknown").Select(fault => fault.Path)]) } : call;
        lock (world.Happenings.Gate)
        {
            var answer = refused.Count > 0 ? RestAnswer.InvalidForm(refused) : _endpoints[call.Operation.Name](known);
            foreach (var slip in BodyCheck.Response(call.Operation, answer.Status, answer.Body is null ? null : JsonSerializer.SerializeToElement(answer.Body)))
            {
                violations.Add(call.Operation.Name, $"the stand-in's own answer: {slip.Path} {slip.Says}");
            }

            return answer;
        }
    }

    private static IEnumerable<Fault> Wrong(RestCall call)
    {
        foreach (var query in call.Query)
        {
            if (!call.Operation.Query.ContainsKey(query.Key))
            {
                yield return new($"?{query.Key}", "unknown", "is no query that Discord names");
            }
        }

        if (call.Body is not { } body)
        {
            foreach (var missing in call.Operation.Request is null ? [] : new[] { new Fault("", "missing", "is required: a body") })
            {
                yield return missing;
            }

            yield break;
        }

        foreach (var fault in BodyCheck.Request(call.Operation, body, call.Client).Concat(BodyRules.Check(call.Operation.Name, body, call.Files)))
        {
            yield return fault;
        }
    }

    /// <summary>Answers, or lets the answer go wrong.</summary>
    /// <returns>Whether the client got it.</returns>
    private async Task<bool> SendAsync(HttpContext http, RestAnswer answer, IEnumerable<(string Name, string Value)> headers, RestFault? fault = null)
    {
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        switch (fault)
        {
            case RestFault.Breaks or RestFault.LosesReply:
                http.Abort();
                return false;
            case RestFault.CloudflarePage page:
                await SendPageAsync(http, page.For);
                return true;
            case RestFault.Garbles:
                await http.Response.WriteAsync("<html>", http.RequestAborted);
                return true;
            case RestFault.FailsAfterwards fails:
                http.Response.StatusCode = fails.Status;
                return true;
            case RestFault.Delays delay:
                await Task.Delay(delay.By, world.Clock, http.RequestAborted);
                break;
        }

        http.Response.StatusCode = answer.Status;
        http.Response.Headers.Date = world.Clock.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        if (answer.Body is not null)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(answer.Body.ToJsonString(), http.RequestAborted);
        }

        return true;
    }

    private static async Task SendPageAsync(HttpContext http, TimeSpan time)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (429, "text/html");
        await http.Response.WriteAsync(RestFault.Page(time), http.RequestAborted);
    }

    private static RestAnswer TooMany(string scope, TimeSpan time) =>
        new(429, new JsonObject { ["message"] = "You are being rate limited.", ["code"] = 0, ["retry_after"] = time.TotalSeconds, ["global"] = scope == "global" });

    private static IEnumerable<(string, string)> LimitHeaders(string? scope, TimeSpan time)
    {
        yield return ("Retry-After", Math.Ceiling(time.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (scope is not null)
        {
            yield return ("X-RateLimit-Scope", scope);
        }

        if (scope == "global")
        {
            yield return ("X-RateLimit-Global", "true");
        }
    }

    // Clients write "@original" both as it is and with the sign escaped.
    private static string Decoded(string path) => Uri.UnescapeDataString(path);
}
