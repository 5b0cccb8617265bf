namespace Bot.Host.Platforms.Discord.Rest;

/// <summary>How a request ended.</summary>
public abstract record RestAnswer
{
    /// <summary>It was carried out.</summary>
    public sealed record Done(ReadOnlyMemory<byte> Body) : RestAnswer;

    /// <summary>It was not carried out, and will not be.</summary>
    /// <param name="Status">Of HTTP.</param>
    /// <param name="Code"><see cref="ErrorCode"/>; 0 when the answer names none.</param>
    public sealed record Refused(int Status, int Code, string Message) : RestAnswer;

    /// <summary>It was not carried out, and may be tried again.</summary>
    /// <param name="IsForAll">No request at all is wanted for that time.</param>
    public sealed record Later(TimeSpan After, bool IsForAll) : RestAnswer;

    /// <summary>Nobody knows.</summary>
    public sealed record Lost : RestAnswer;
}

/// <summary>Discord's own codes of errors (docs.discord.com, topics/opcodes-and-status-codes, JSON error codes).</summary>
public static class ErrorCode
{
    public const int UnknownChannel = 10003;
    public const int UnknownGuild = 10004;
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int AlreadyAnswered = 40060;
    public const int MissingAccess = 50001;
    public const int TakesNoMessages = 50007;
    public const int NotATextChannel = 50008;
    public const int MissingPermissions = 50013;
    public const int ArchivedThread = 50083;
    public const int InvalidToken = 50027;
    public const int LockedThread = 160005;
}
