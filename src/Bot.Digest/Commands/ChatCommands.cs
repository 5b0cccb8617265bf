namespace Bot.Digest.Commands;

/// <summary>Which commands there are: every class of this assembly that is one.</summary>
public static class ChatCommands
{
    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(IChatCommand).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IChatCommand)))];
}
