namespace Bot.Digest.Commands;

/// <summary>What a command is called, who may run it and what it takes: the one source for parsing, rights, help, registration and documents.</summary>
/// <param name="Name">Without the slash.</param>
/// <param name="Summary">One line for lists of commands, from the message catalogue.</param>
/// <param name="Access">Who may run it.</param>
/// <param name="Group">What it is wanted for.</param>
public sealed record CommandSpec(string Name, string Summary, Access Access, CommandGroup Group)
{
    /// <summary>The positional argument first, then the options.</summary>
    public IReadOnlyList<Argument> Arguments { get; init; } = [];

    /// <summary>Says only what the bot is, so that it is answered where the operator does not serve as well.</summary>
    public bool IsForStrangers { get; init; }

    /// <summary>Keeps something, though everybody may run it and it asks no question: not to be run by what nobody typed or pressed.</summary>
    public bool Keeps { get; init; }

    /// <summary>Asks about the message that the line answers.</summary>
    public bool IsAboutMessage { get; init; }

    /// <summary>Lines to try, shown by help.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}

/// <summary>What an argument holds: decides how it is read and completed.</summary>
public enum ArgumentKind
{
    Words,

    /// <summary>A person's name or slug: completed from the archive.</summary>
    Person,

    /// <summary>Two people, each a slug or a name in quotation marks: completed one after the other.</summary>
    People,

    /// <summary>A story's number, or words of its articles: completed from the archive.</summary>
    Story,

    /// <summary>What something is about, in words: completed with what titles speak of.</summary>
    Topic,

    /// <summary>Several such, parted by commas: completed one after the other.</summary>
    Topics,

    /// <summary>A person, a story or, in words, a topic: completed from the archive.</summary>
    Subject,

    /// <summary>A source of the asking community, by number, name or a part of it: completed from what is followed.</summary>
    Source,

    /// <summary>A file that comes with the command; where the asker sits at the machine itself, its path.</summary>
    File,
    Number,

    /// <summary>"7d", "2024-10", a date.</summary>
    Moment,
    Choice,

    /// <summary>The name of a command.</summary>
    Command,

    /// <summary>Another channel, in which the command acts as if it had been typed there: found by the platform.</summary>
    Channel,

    /// <summary>A role of the community, by the platform's id or mention of it.</summary>
    Role,
}

/// <summary>One thing that a command takes.</summary>
/// <param name="Name">As typed before the colon, and in help.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Summary">One line, from the message catalogue.</param>
public sealed record Argument(string Name, ArgumentKind Kind, string Summary)
{
    /// <summary>Takes the words up to the first option instead of <c>name:</c>.</summary>
    public bool Positional { get; init; }

    public bool Required { get; init; }

    /// <summary>Quotation marks mean something to the command and stay in the value.</summary>
    public bool KeepsMarks { get; init; }

    /// <summary>Smallest and largest number taken.</summary>
    public int Min { get; init; }

    public int Max { get; init; } = int.MaxValue;

    /// <summary>The words that a <see cref="ArgumentKind.Choice"/> takes.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Who may give it, where that is fewer than may run the command.</summary>
    public Access Access { get; init; }

    /// <summary>Not shown in help or to platforms: set by buttons.</summary>
    public bool Hidden { get; init; }
}
