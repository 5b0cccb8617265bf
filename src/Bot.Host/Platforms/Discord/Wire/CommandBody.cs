namespace Bot.Host.Platforms.Discord.Wire;

/// <summary>A command as it is registered (docs.discord.com, interactions/application-commands).</summary>
public sealed record CommandBody(string Name, string Description)
{
    public int Type { get; init; } = 1;

    /// <summary>The description by locale, for apps in these languages.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public IReadOnlyList<OptionBody>? Options { get; init; }

    /// <summary>What a member needs to see it, as a decimal number, unless the server's admins say otherwise; null for nothing.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>In servers and in direct messages with the bot.</summary>
    public IReadOnlyList<int> Contexts { get; } = [0, 1];

    /// <summary>For those who added the bot to a server.</summary>
    public IReadOnlyList<int> IntegrationTypes { get; } = [0];
}

/// <summary>An option, or a subcommand with its options.</summary>
public sealed record OptionBody(int Type, string Name, string Description)
{
    public const int Subcommand = 1;
    public const int Text = 3;
    public const int Whole = 4;
    public const int Channel = 7;
    public const int File = 11;

    /// <inheritdoc cref="CommandBody.DescriptionLocalizations"/>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public IReadOnlyList<OptionChoice>? Choices { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MinValue { get; init; }

    public int? MaxValue { get; init; }

    /// <summary>Text, announcement and forum channels, and threads.</summary>
    public IReadOnlyList<int>? ChannelTypes { get; init; }

    public IReadOnlyList<OptionBody>? Options { get; init; }
}
