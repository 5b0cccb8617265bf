using System.Globalization;
using System.Text.Json;
using Bot.DiscordStandIn;
using Bot.DiscordStandIn.Facts;

// facts FROM TO      reads Discord's description of its API and writes the facts that the stand-in needs of it
// facts FROM         says whether the facts of this program are those of the description
// serve [--port N] [--guilds N] [--channels N]    serves until its input is closed; says where first, and what it saw last
var options = args.Skip(1).Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
int Number(string name, int fallback) => int.Parse(options.GetValueOrDefault(name, fallback.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

switch (args)
{
    case ["facts", var from, var to]:
        await File.WriteAllTextAsync(to, FactsWriter.Write(await File.ReadAllTextAsync(from)));
        return 0;
    case ["facts", var from]:
        var isCurrent = FactsWriter.Write(await File.ReadAllTextAsync(from)) == RestFacts.Text("discord-rest.json");
        Console.WriteLine(isCurrent ? "The facts of Discord's API are current." : "The facts of Discord's API are not those of the description: write them anew.");
        return isCurrent ? 0 : 1;
    case ["serve", ..]:
        await ServeAsync(Number("--port", 0), Number("--guilds", 1), Number("--channels", 1));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say what to do: serve [--port N] [--guilds N] [--channels N], or facts FROM [TO]");
        return 1;
}

static async Task ServeAsync(int port, int guilds, int channels)
{
    await using var discord = await StandInDiscord.StartAsync(TimeProvider.System, CancellationToken.None, port);
    discord.World.AddGuilds(guilds, channels);
    Console.WriteLine(JsonSerializer.Serialize(new { api = discord.Address, token = discord.Gateway.Token, channels = discord.World.Guilds.SelectMany(guild => guild.Channels).Select(channel => channel.IdText).Take(1000) }));
    await Console.In.ReadToEndAsync();
    Console.WriteLine(JsonSerializer.Serialize(new
    {
        violations = discord.Violations.All.Select(one => one.ToString()),
        requests = discord.Requests.All.CountBy(one => one.Operation).ToDictionary(),
        identifies = discord.Gateway.Budget.All.Count,
        resumes = discord.Gateway.Resumes,
    }));
}
