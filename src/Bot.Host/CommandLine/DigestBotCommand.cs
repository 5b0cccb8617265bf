using System.CommandLine;

namespace Bot.Host.CommandLine;

/// <summary>The program's whole command line.</summary>
public static class DigestBotCommand
{
    public static RootCommand Build(ProgramParts parts)
    {
        var root = new RootCommand("DigestBot: a news digest that remembers who said what. Without a subcommand it starts the service.")
        {
            CommonOptions.Data,
            AskCommand.Build(parts),
            ChatCommand.Build(parts),
            IngestCommand.Build(parts),
            HealthCommand.Build(parts),
        };
        root.SetAction((parsed, ct) => ServeCommand.RunAsync(parts, parsed, ct));
        return root;
    }
}
