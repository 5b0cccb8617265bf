using System.Globalization;
using System.Net;
using System.Text.Json;
using Bot.Digest.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Bot.Resilience.StandIns;

/// <summary>A message on its way to the invented platform.</summary>
internal sealed record InventedPost(string Community, string Channel, string Key, string Body);

/// <summary>Its answer where the message is there.</summary>
internal sealed record InventedAnswer(string Message);

/// <summary>Its answer where the message has to come later.</summary>
internal sealed record InventedRest(double Seconds, bool IsForAll);

/// <summary>The invented platform's own process: POST /messages takes a message, POST /faults says how to fail, POST /close closes the port for some seconds.</summary>
/// <param name="keyLife">How long a key is remembered; null for a platform without keys.</param>
internal sealed class InventedServer(PostedLog log, TimeSpan? keyLife, int seed) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, (string Message, DateTimeOffset At)> _keys = [];
    private readonly Dictionary<string, DateTimeOffset> _resting = [];
    private readonly TimeProvider _clock = TimeProvider.System;
    private DateTimeOffset _allRestUntil;
    private Faults _faults = new();
    private int _messages;

    /// <summary>Serves until <paramref name="ct"/>; tells the port as soon as it is open for the first time.</summary>
    public async Task RunAsync(Action<int> onOpen, CancellationToken ct)
    {
        for (var port = 0; !ct.IsCancellationRequested;)
        {
            using var closing = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var pause = TimeSpan.Zero;
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
            await using var app = builder.Build();
            app.Run(context => context.Request.Path.Value switch
            {
                "/messages" => TakeAsync(context),
                "/faults" => HeedAsync(context),
                _ => CloseAsync(context, seconds =>
                {
                    pause = seconds;
                    closing.CancelAfter(TimeSpan.FromMilliseconds(50));
                }),
            });
            await app.StartAsync(ct);
            if (port == 0)
            {
                port = new Uri(app.Urls.Single()).Port;
                onOpen(port);
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, closing.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            await app.StopAsync(CancellationToken.None);
            await Task.Delay(pause, ct).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public void Dispose() => log.Dispose();

    private async Task TakeAsync(HttpContext context)
    {
        var post = (await context.Request.ReadFromJsonAsync<InventedPost>(context.RequestAborted))!;
        var (end, message, rest, faults, drops, fails) = Decide(post);
        await Task.Delay(faults.Answer, CancellationToken.None);
        if (rest is not null)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            await context.Response.WriteAsJsonAsync(rest, CancellationToken.None);
        }
        else if (end == SeenEnd.Failed || fails)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        else if (drops)
        {
            context.Abort();
        }
        else
        {
            await context.Response.WriteAsJsonAsync(new InventedAnswer(message!), CancellationToken.None);
        }
    }

    private (SeenEnd End, string? Message, InventedRest? Wait, Faults Faults, bool Drops, bool Fails) Decide(InventedPost post)
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            var (end, message, rest) = Judge(post, now);
            log.Add(new SeenPost(
                now, new ChatAddress(InventedStandIn.Name, post.Community, post.Channel), keyLife is null ? null : post.Key, post.Body, message, end));
            return (end, message, rest, _faults, Happens(_faults.Drop), Happens(_faults.FailAfter));
        }
    }

    private (SeenEnd End, string? Message, InventedRest? Wait) Judge(InventedPost post, DateTimeOffset now)
    {
        var until = _resting.GetValueOrDefault(post.Channel);
        var longest = until > _allRestUntil ? until : _allRestUntil;
        if (longest > now)
        {
            return (SeenEnd.TooEarly, null, new InventedRest((longest - now).TotalSeconds, _allRestUntil > until));
        }

        var (all, one) = (Happens(_faults.PutOffAll), Happens(_faults.PutOff) || _faults.Banned == post.Channel);
        if (all || one)
        {
            var rest = _faults.Banned == post.Channel ? _faults.BannedFor : _faults.LongestRest * (0.2 + (0.8 * _random.NextDouble()));
            (all ? ref _allRestUntil : ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_resting, post.Channel, out _)) = now + rest;
            return (SeenEnd.PutOff, null, new InventedRest(rest.TotalSeconds, all));
        }

        if (Happens(_faults.FailBefore))
        {
            return (SeenEnd.Failed, null, null);
        }

        if (keyLife is { } life && _keys.TryGetValue(post.Key, out var known) && now - known.At < life)
        {
            return (SeenEnd.Repeated, known.Message, null);
        }

        var message = (++_messages).ToString(CultureInfo.InvariantCulture);
        _keys[post.Key] = (message, now);
        return (SeenEnd.Taken, message, null);
    }

    private bool Happens(double share) => share > 0 && _random.NextDouble() < share;

    private async Task HeedAsync(HttpContext context)
    {
        var faults = (await context.Request.ReadFromJsonAsync<Faults>(context.RequestAborted))!;
        lock (_lock)
        {
            _faults = faults;
        }
    }

    private static async Task CloseAsync(HttpContext context, Action<TimeSpan> close)
    {
        close(TimeSpan.FromSeconds(await JsonSerializer.DeserializeAsync<double>(context.Request.Body, cancellationToken: context.RequestAborted)));
        await context.Response.CompleteAsync();
    }
}
