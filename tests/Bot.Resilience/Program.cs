using System.Globalization;
using System.Text.Json;
using Bot.Resilience;

// refresh-kills --kills N [--sources N] [--seed S] | refresh-load --sources N [--seconds N] | refresh-hostile [--hostile N] [--healthy N] | visit (a process that these start)
var options = args.Skip(1).Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
int Number(string name, int fallback) => int.Parse(options.GetValueOrDefault(name, fallback.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

if (args is ["visit", ..])
{
    await VisitingProcess.ServeAsync(options["--data"], Number("--port", 0), Number("--rounds", int.MaxValue));
    return 0;
}

var report = args switch
{
    ["refresh-kills", ..] => await new RefreshKills(Number("--kills", 100), Number("--sources", 40), Number("--seed", 1)).RunAsync(),
    ["refresh-load", ..] => await new RefreshLoad(Number("--sources", 10_000), TimeSpan.FromSeconds(Number("--seconds", 300))).RunAsync(),
    ["refresh-hostile", ..] => await new RefreshHostile(Number("--hostile", 200), Number("--healthy", 1_000)).RunAsync(),
    _ => null,
};
if (report is null)
{
    await Console.Error.WriteLineAsync("Say what to try: refresh-kills --kills N, refresh-load --sources N, or refresh-hostile.");
    return 1;
}

Console.WriteLine(JsonSerializer.Serialize(report.Figures, VisitingProcess.Indented));
return report.HoldsGood ? 0 : 1;
