namespace Bot.Digest.Commands;

/// <summary>Who may run a command. Each level includes those before it.</summary>
public enum Access
{
    Everyone,
    ChannelAdmin,
    Operator,
}
