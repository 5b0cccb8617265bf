using Bot.Host.CommandLine;
using Bot.Host.Configuration;
using Bot.Host.Platforms.Terminal;

var parts = new ProgramParts
{
    Settings = settings => settings.AddSettings(),
    Archive = archive => archive.AddChatCommands().AddTerminal(),
    Service = service => { },
    Endpoints = page => page.MapHealth(),
};

return await CommandRun.RunAsync(parts, args, Console.Out, Console.Error);
