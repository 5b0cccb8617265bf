using Bot.TelegramStandIn.Specification;

// renew API.JSON [--check]
if (args is not ["renew", var full, .. var rest])
{
    await Console.Error.WriteLineAsync("Say what to do: renew API.JSON [--check].");
    return 1;
}

var text = ApiText.Write(Renewal.From(await File.ReadAllTextAsync(full)));
if (rest is ["--check"])
{
    var isCurrent = text == ApiSpecification.KeptText();
    Console.WriteLine(isCurrent ? "The specification is current." : "The specification is out of date: run renew.");
    return isCurrent ? 0 : 1;
}

var kept = Path.Combine("tests", "Bot.TelegramStandIn", "Specification", "bot-api.txt");
await File.WriteAllTextAsync(kept, text);
Console.WriteLine($"Wrote {kept}.");
return 0;
