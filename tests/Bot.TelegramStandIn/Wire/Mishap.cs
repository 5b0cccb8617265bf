using System.Text;
using Bot.TelegramStandIn.Chats;
using Microsoft.AspNetCore.Http;

namespace Bot.TelegramStandIn.Wire;

/// <summary>Something that goes wrong with one request: on the way there, on the way back, or at the server.</summary>
/// <param name="Name">For messages of tests.</param>
/// <param name="IsDone">Whether the server does what it was asked before things go wrong.</param>
/// <param name="Reply">What comes back, given the answer that should have come; null when nothing was done.</param>
public sealed record Mishap(string Name, bool IsDone, Func<HttpContext, ApiAnswer?, CancellationToken, Task> Reply)
{
    /// <summary>The connection is closed and nothing was done.</summary>
    public static Mishap Closed { get; } = new("closed", IsDone: false, (context, _, _) => Abort(context));

    /// <summary>It was done, and the connection is closed instead of saying so.</summary>
    public static Mishap LostReply { get; } = new("lost reply", IsDone: true, (context, _, _) => Abort(context));

    /// <summary>It was done, and half of the answer comes.</summary>
    public static Mishap HalfReply { get; } = new("half reply", IsDone: true, async (context, answer, ct) =>
    {
        var body = Encoding.UTF8.GetBytes(answer!.ToWire().ToJsonString());
        (context.Response.ContentType, context.Response.ContentLength) = ("application/json", body.Length);
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), ct);
        await context.Response.Body.FlushAsync(ct);
        await Abort(context);
    });

    /// <summary>Nothing was done and nothing ever comes, until the bot hangs up.</summary>
    public static Mishap Silence { get; } = new("silence", IsDone: false, (_, _, ct) => Task.Delay(Timeout.InfiniteTimeSpan, ct));

    /// <summary>It was done, and nothing ever comes, until the bot hangs up.</summary>
    public static Mishap SilenceAfter { get; } = new("silence after it was done", IsDone: true, (_, _, ct) => Task.Delay(Timeout.InfiniteTimeSpan, ct));

    /// <summary>A web page where JSON should be, with a status that says that all is well.</summary>
    public static Mishap Page { get; } = new("a page", IsDone: false, (context, _, ct) => PageAsync(context, 200, ct));

    /// <summary>401, as after the token was revoked.</summary>
    public static Mishap Unauthorized { get; } = Refused(401, "Unauthorized");

    /// <summary>An error of the server: with 500 in JSON, with 502 and 504 a page of the machine before it.</summary>
    /// <param name="isDone">Whether it was done all the same.</param>
    public static Mishap Broken(int status, bool isDone) => new($"{status} {(isDone ? "after" : "before")} it was done", isDone, (context, _, ct) =>
        status == 500 ? Writing.WriteAsync(context, new(500, null, "Internal Server Error"), ct) : PageAsync(context, status, ct));

    /// <summary>A refusal that has nothing to do with the state of the world.</summary>
    public static Mishap Refused(int status, string description) =>
        new($"{status} {description}", IsDone: false, (context, _, ct) => Writing.WriteAsync(context, new(status, null, description), ct));

    /// <summary>429, once.</summary>
    public static Mishap TooMany(int seconds) => new("429", IsDone: false, (context, _, ct) => Writing.WriteAsync(context, RefusalException.TooMany(seconds).Answer, ct));

    /// <summary>All goes well, after some time of a clock.</summary>
    public static Mishap Slow(TimeSpan time, TimeProvider clock) => new("slow", IsDone: true, async (context, answer, ct) =>
    {
        await Task.Delay(time, clock, ct);
        await Writing.WriteAsync(context, answer!, ct);
    });

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task PageAsync(HttpContext context, int status, CancellationToken ct)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, "text/html");
        await context.Response.WriteAsync($"<html><head><title>{status}</title></head><body><center><h1>{status}</h1></center></body></html>", ct);
    }
}

/// <summary>What will go wrong, in the order in which it was said. Safe for many threads.</summary>
public sealed class MishapScript
{
    private readonly Lock _gate = new();
    private readonly List<(string? Method, long? Chat, Mishap Mishap)> _coming = [];

    /// <summary>Lets something go wrong with the next request of a kind; several wait in order.</summary>
    /// <param name="method">Which requests; null for any.</param>
    /// <param name="chat">About which chat; null for any.</param>
    /// <param name="times">With how many requests.</param>
    public MishapScript Next(Mishap mishap, string? method = null, Chat? chat = null, int times = 1)
    {
        lock (_gate)
        {
            _coming.AddRange(Enumerable.Repeat((method, chat?.Id, mishap), times));
        }

        return this;
    }

    /// <summary>What goes wrong with a request for which nothing was said; null for nothing.</summary>
    public Func<ApiCall, Mishap?> Otherwise { get; set; } = _ => null;

    /// <summary>How much has not gone wrong yet.</summary>
    public int Left
    {
        get
        {
            lock (_gate)
            {
                return _coming.Count;
            }
        }
    }

    internal Mishap? Take(ApiCall call) => TakeSaid(call) ?? Otherwise(call);

    private Mishap? TakeSaid(ApiCall call)
    {
        lock (_gate)
        {
            var at = _coming.FindIndex(next => (next.Method is null || next.Method == call.Method) && (next.Chat is null || next.Chat == call.Number("chat_id")));
            if (at < 0)
            {
                return null;
            }

            var mishap = _coming[at].Mishap;
            _coming.RemoveAt(at);
            return mishap;
        }
    }
}
