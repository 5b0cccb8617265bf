using System.Globalization;
using System.Text.Json;
using Bot.Host.Platforms.Telegram;
using Bot.Host.Storage;
using Bot.Host.Storage.Sqlite;
using Bot.Resilience;
using Bot.Resilience.Deliveries;
using Bot.Resilience.Discord;
using Bot.Resilience.StandIns;

// refresh-kills --kills N [--sources N] [--seed S] | refresh-load --sources N [--seconds N] | refresh-hostile [--hostile N] [--healthy N]
// kill-run --platform keyed|unkeyed|telegram|discord [--channels N] [--kills N] [--drop PERCENT] [--throttle PERCENT] [--seed S]
// discord-day [--minutes N] | discord-dead [--channels N] | discord-servers [--servers N] [--channels N]
// drain --platform telegram|discord [--channels N]
// outages | stops | storm, each [--platform keyed|unkeyed] [--channels N] [--messages-a-second N]
// Processes that these start: visit, host, invented-platform.
var options = args.Skip(1).Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
int Number(string name, int fallback) => int.Parse(options.GetValueOrDefault(name, fallback.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

switch (args)
{
    case ["visit", ..]:
        await VisitingProcess.ServeAsync(options["--data"], Number("--port", 0), Number("--rounds", int.MaxValue));
        return 0;
    case ["invented-platform", ..]:
        await InventedStandIn.ServeAsync(options["--log"], TimeSpan.TryParse(options["--keys"], CultureInfo.InvariantCulture, out var life) ? life : null, Number("--seed", 1));
        return 0;
    case ["host", ..]:
        using (var database = new SqliteDatabase(Path.Combine(options["--data"], StorageSetup.FileName)))
        {
            var crash = options.TryGetValue("--crash", out var moment) ? new CrashPoint(Enum.Parse<Moment>(moment), Number("--nth", 1), database) : null;
            return await TriedHost.RunAsync(options["--data"], TimeSpan.Parse(options["--clock"], CultureInfo.InvariantCulture), crash);
        }
}

// All channels are served in some seconds, so that a program's life between two kills sees a part of them.
var channels = Number("--channels", 1_000);
var pace = Number("--messages-a-second", Math.Max(10, channels / 5));
var platform = options.GetValueOrDefault("--platform", "keyed");
var deliveries = new DeliveryRuns(platform, channels, pace, Number("--seed", 1));
var faults = new Faults { Drop = Number("--drop", 0) / 100.0, PutOff = Number("--throttle", 0) / 100.0, PutOffAll = Number("--throttle", 0) / 10_000.0 };
var report = args switch
{
    ["refresh-kills", ..] => await new RefreshKills(Number("--kills", 100), Number("--sources", 40), Number("--seed", 1)).RunAsync(),
    ["refresh-load", ..] => await new RefreshLoad(Number("--sources", 10_000), TimeSpan.FromSeconds(Number("--seconds", 300))).RunAsync(),
    ["refresh-hostile", ..] => await new RefreshHostile(Number("--hostile", 200), Number("--healthy", 1_000)).RunAsync(),
    ["kill-run", ..] => await deliveries.RunAsync(faults, (standIn, due) => new KillRun(standIn, due, Number("--kills", 200), Number("--seed", 1)).RunAsync()),
    ["drain", ..] => await deliveries.RunAsync(faults, (standIn, due) => new DrainRun(standIn, due, platform == ChannelsOnDiscord.Name ? ChannelsOnDiscord.MessagesASecond : TelegramPosts.Documented.MessagesASecond).RunAsync()),
    ["outages", ..] => await deliveries.RunInventedAsync(faults, (standIn, due) => new Outages(standIn, due).RunAsync()),
    ["stops", ..] => await deliveries.RunInventedAsync(faults, (standIn, due) => new Stops(standIn, due).RunAsync()),
    ["storm", ..] => await deliveries.RunInventedAsync(faults, (standIn, due) => new Storm(standIn, due, pace, DeliveryRuns.ChannelGap).RunAsync()),
    ["discord-day", ..] => await new GatewayDay(Number("--minutes", 24 * 60)).RunAsync(),
    ["discord-dead", ..] => await new DeadChannels(Number("--channels", 10_000)).RunAsync(),
    ["discord-servers", ..] => await new ManyServers(Number("--servers", 10_000), Number("--channels", 10)).RunAsync(),
    _ => null,
};
if (report is null)
{
    await Console.Error.WriteLineAsync("Say what to try: refresh-kills --kills N, refresh-load --sources N, refresh-hostile, kill-run --platform keyed, drain --platform telegram|discord, outages, stops, storm, discord-day, discord-dead, or discord-servers.");
    return 1;
}

Console.WriteLine(JsonSerializer.Serialize(report.Figures, VisitingProcess.Indented));
if (report.LastLine is { } line)
{
    Console.WriteLine(line);
}

return report.HoldsGood ? 0 : 1;
