using System.Globalization;
using System.Text.Json;
using Bot.Benchmarks;
using Bot.WebStandIn;

// rebinding --flips N [--seed S] | telegram [--rate UPDATES A SECOND] [--seconds N] [--json FILE] | understanding [--profile] [--json FILE] | dates [--json FILE] | feeds [--json FILE] | pages [--json FILE] [--folder FOLDER of gzipped pages] | stories --articles N [--json FILE] | schedules [--from YEAR] [--json FILE] | channels [--channels N] [--wishes N] [--articles N] [--json FILE] | load --articles N [--json FILE] [--folder FOLDER, kept and asked again when it holds an archive] [--only timeline,top, commands as the run names them]
var profile = args.Contains("--profile");
var options = args.Skip(1).Where(argument => argument != "--profile").Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
Dictionary<string, object> result;
if (args is ["understanding", ..])
{
    result = UnderstandingRun.Run(withStages: profile);
}
else if (args is ["dates", ..])
{
    result = DatesRun.Run();
}
else if (args is ["rebinding", ..] && int.TryParse(options.GetValueOrDefault("--flips"), CultureInfo.InvariantCulture, out var flips))
{
    var seed = int.Parse(options.GetValueOrDefault("--seed", "1"), CultureInfo.InvariantCulture);
    var report = await RebindingRun.RunAsync(flips, seed, CancellationToken.None);
    result = new() { ["flips"] = report.Flips, ["fetched"] = report.Fetched, ["refused"] = report.Refused, ["private connections"] = report.PrivateConnections };
}
else if (args is ["pages", ..])
{
    result = PagesRun.Run(options.GetValueOrDefault("--folder"));
}
else if (args is ["feeds", ..])
{
    result = FeedsRun.Run();
}
else if (args is ["stories", ..] && int.TryParse(options.GetValueOrDefault("--articles"), CultureInfo.InvariantCulture, out var stream))
{
    result = new StoriesRun(stream).Run();
}
else if (args is ["schedules", ..])
{
    result = new SchedulesRun(int.Parse(options.GetValueOrDefault("--from", "2026"), CultureInfo.InvariantCulture)).Run();
}
else if (args is ["channels", ..])
{
    int Number(string option, string fallback) => int.Parse(options.GetValueOrDefault(option, fallback), CultureInfo.InvariantCulture);
    var folder = Directory.CreateTempSubdirectory("channels-");
    try
    {
        result = await new ChannelsRun(Number("--channels", "10000"), Number("--wishes", "1"), Number("--articles", "5000"), folder.FullName).RunAsync(CancellationToken.None);
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
else if (args is ["telegram", ..])
{
    var rate = int.Parse(options.GetValueOrDefault("--rate", "100"), CultureInfo.InvariantCulture);
    result = await new TelegramRun(rate, int.Parse(options.GetValueOrDefault("--seconds", "30"), CultureInfo.InvariantCulture)).RunAsync(CancellationToken.None);
}
else if (args is ["load", ..] && int.TryParse(options.GetValueOrDefault("--articles"), CultureInfo.InvariantCulture, out var articles))
{
    var kept = options.GetValueOrDefault("--folder");
    var folder = kept is null ? Directory.CreateTempSubdirectory("load-") : Directory.CreateDirectory(kept);
    try
    {
        result = await new LoadRun(articles, folder.FullName, options.GetValueOrDefault("--only", "").Split(',', StringSplitOptions.RemoveEmptyEntries)).RunAsync(CancellationToken.None);
    }
    finally
    {
        if (kept is null)
        {
            folder.Delete(recursive: true);
        }
    }
}
else
{
    await Console.Error.WriteLineAsync("Say what to measure: understanding [--profile] [--json FILE], dates [--json FILE], feeds [--json FILE], pages [--json FILE] [--folder FOLDER], stories --articles N [--json FILE], schedules [--from YEAR] [--json FILE], rebinding --flips N [--seed S], channels [--channels N] [--wishes N] [--articles N], or load --articles N [--json FILE].");
    return 1;
}

var json = JsonSerializer.Serialize(result, new JsonSerializerOptions { WriteIndented = true });
Console.WriteLine(json);
if (options.TryGetValue("--json", out var file))
{
    await File.WriteAllTextAsync(file, json);
}

return 0;
