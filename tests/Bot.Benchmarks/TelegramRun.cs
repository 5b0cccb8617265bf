using System.Diagnostics;
using System.Globalization;
using System.Net;
using Bot.Host;
using Bot.Host.CommandLine;
using Bot.Host.Platforms.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Bot.Benchmarks;

/// <summary>
/// How long somebody on Telegram waits for an answer, but for the way to Telegram: updates come at a steady rate, whatever is still being answered, and each is
/// timed from the moment at which it was due to the moment at which a server on this machine has taken the answer.
/// </summary>
internal sealed class TelegramRun(int updatesASecond, int seconds)
{
    private const string Taken = """{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":1,"type":"private"}}}""";
    private const string Me = """{"ok":true,"result":{"id":123456789,"is_bot":true,"first_name":"DigestBot","username":"digest_bench_bot"}}""";

    private const int Askers = 1000;

    private static readonly string[] Lines = ["/who varga", "/latest", "/timeline east pier", "/search pier", "/digest", "/said \"east pier\"", "/about"];

    public async Task<Dictionary<string, object>> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("telegram-");
        try
        {
            await using var server = await ServeAsync(ct);
            await using var services = await MakeAsync(folder.FullName, server.Urls.Single(), ct);
            var lanes = services.GetRequiredService<UpdateLanes>();
            await DriveAsync(lanes, Askers, ct);

            // Whoever asks has asked before, but not within the minute in which nobody may ask more than ten times.
            var (before, used) = (Memory(), Used());
            var times = await DriveAsync(lanes, updatesASecond * seconds, ct);
            used = Used() - used;
            Array.Sort(times);
            return new()
            {
                ["updates a second"] = updatesASecond,
                ["answers"] = times.Length,
                ["p50 ms"] = Math.Round(times[times.Length / 2], 1),
                ["p95 ms"] = Math.Round(times[times.Length * 95 / 100], 1),
                ["p99 ms"] = Math.Round(times[times.Length * 99 / 100], 1),
                ["longest ms"] = Math.Round(times[^1], 1),
                ["processor ms an answer"] = Math.Round(used.TotalMilliseconds / times.Length, 2),
                ["heap before MB"] = before,
                ["heap after MB"] = Memory(),
                ["working set MB"] = Environment.WorkingSet / 1024 / 1024,
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<double[]> DriveAsync(UpdateLanes lanes, int updates, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var waiting = new Task<double>[updates];
        for (var number = 0; number < updates; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / updatesASecond);
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early)
            {
                await Task.Delay(early, ct);
            }

            waiting[number] = TimeAsync(lanes, UpdateOf(number), began, due, ct);
        }

        return await Task.WhenAll(waiting);
    }

    private static async Task<double> TimeAsync(UpdateLanes lanes, Update update, long began, TimeSpan due, CancellationToken ct)
    {
        await lanes.ReadAsync(update, ct);
        return (Stopwatch.GetElapsedTime(began) - due).TotalMilliseconds;
    }

    private static Update UpdateOf(int number) => new()
    {
        Id = number,
        Message = new Message
        {
            Id = 1,
            Text = Lines[number % Lines.Length],
            Chat = new Chat { Id = 1 + (number % Askers), Type = ChatType.Private, FirstName = "Anna" },
            From = new User { Id = 1 + (number % Askers), FirstName = "Anna" },
        },
    };

    private static async Task<WebApplication> ServeAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(context.Request.Path.Value!.EndsWith("getMe", StringComparison.OrdinalIgnoreCase) ? Me : Taken, context.RequestAborted);
        });
        await server.StartAsync(ct);
        return server;
    }

    private static async Task<ServiceProvider> MakeAsync(string folder, string server, CancellationToken ct)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Folder"] = folder,
            ["Telegram:Token"] = string.Create(CultureInfo.InvariantCulture, $"123456789:{new string('A', 35)}"),
            ["Telegram:Server"] = server,
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        WholeProgram.Parts.AddArchive(services, settings);
        services.AddTelegram(settings);
        var provider = services.BuildServiceProvider();
        await WholeProgram.Parts.Open(provider, ct);
        await SampleNewsroom.LoadAsync(provider, ct);
        return provider;
    }

    private static TimeSpan Used() => Environment.CpuUsage.TotalTime;

    private static double Memory() => Math.Round(GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0, 1);
}
