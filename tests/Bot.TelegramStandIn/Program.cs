using System.Globalization;
using Bot.TelegramStandIn;
using Bot.TelegramStandIn.Specification;

// renew API.JSON [--check] | serve [PORT]
switch (args)
{
    case ["renew", var full]:
        var kept = Path.Combine("tests", "Bot.TelegramStandIn", "Specification", "bot-api.txt");
        await File.WriteAllTextAsync(kept, await RenewedAsync(full));
        Console.WriteLine($"Wrote {kept}.");
        return 0;
    case ["renew", var full, "--check"]:
        var isCurrent = await RenewedAsync(full) == ApiSpecification.KeptText();
        Console.WriteLine(isCurrent ? "The specification is current." : "The specification is out of date: run renew.");
        return isCurrent ? 0 : 1;
    case ["serve", .. var port]:
        await Serving.RunAsync(port is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 0, Console.In, Console.Out);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say what to do: renew API.JSON [--check], or serve [PORT].");
        return 1;
}

static async Task<string> RenewedAsync(string full) => ApiText.Write(Renewal.From(await File.ReadAllTextAsync(full)));
