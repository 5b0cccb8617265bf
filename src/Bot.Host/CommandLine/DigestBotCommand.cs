using System.CommandLine;
using Bot.Host.CommandLine.Export;

namespace Bot.Host.CommandLine;

/// <summary>The program's whole command line.</summary>
public static class DigestBotCommand
{
    public static RootCommand Build(ProgramParts parts)
    {
        var root = new RootCommand("DigestBot: a news digest that remembers who said what. Without a subcommand it starts the service.")
        {
            CommonOptions.Data,
            TryCommand.Build(parts),
            ChatCommand.Build(parts),
            AskCommand.Build(parts),
            IngestCommand.Build(parts),
            ExportCommand.Build(parts),
            SamplesCommand.Build(parts),
            CheckCommand.Build(parts),
            RereadCommand.Build(parts),
            HealthCommand.Build(parts),
        };
        root.SetAction((parsed, ct) => ServeCommand.RunAsync(parts, parsed, ct));
        return root;
    }
}
