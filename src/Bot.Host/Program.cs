using Bot.Host.CommandLine;
using Bot.Host.Configuration;

var parts = new ProgramParts
{
    Settings = settings => settings.AddSettings(),
    Archive = archive => { },
    Service = service => { },
    Endpoints = page => page.MapHealth(),
};

return await CommandRun.RunAsync(parts, args, Console.Out, Console.Error);
