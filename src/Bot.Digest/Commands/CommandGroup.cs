using Bot.Digest.Chat;

namespace Bot.Digest.Commands;

/// <summary>What people want of commands, in the order in which help and the document of commands list them.</summary>
public enum CommandGroup
{
    Ask,

    /// <summary>What the channel gets by itself.</summary>
    Digests,

    /// <summary>Where news comes from, and which of it is told.</summary>
    Sources,
    Corrections,

    /// <summary>The bot itself, and what it keeps about people.</summary>
    Bot,
    Operator,
}

/// <summary>How groups are called.</summary>
public static class CommandGroups
{
    /// <summary>As help takes it: the same in every language.</summary>
    internal static string Name(this CommandGroup group) => group.ToString().ToLowerInvariant();

    /// <summary>Short enough for a button.</summary>
    public static string Title(this CommandGroup group) => group switch
    {
        CommandGroup.Ask => Words.HelpAsk,
        CommandGroup.Digests => Words.HelpDigests,
        CommandGroup.Sources => Words.HelpSources,
        CommandGroup.Corrections => Words.HelpCorrections,
        CommandGroup.Bot => Words.HelpBot,
        _ => Words.HelpOperator,
    };
}
