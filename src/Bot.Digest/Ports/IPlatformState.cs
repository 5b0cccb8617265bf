namespace Bot.Digest.Ports;

/// <summary>
/// What a platform has to remember through restarts: how far its updates were read, its session, which commands it registered. A name that is about
/// one chat ends with a blank and the platform's id of it, so that it is forgotten with the chat.
/// </summary>
public interface IPlatformState
{
    /// <summary>Null for what was never written.</summary>
    /// <param name="platform">As in <see cref="Chat.ChatAddress.Platform"/>.</param>
    Task<string?> ReadAsync(string platform, string name, CancellationToken ct);

    /// <summary>Writes a value in the place of the one before; durable when it returns.</summary>
    Task WriteAsync(string platform, string name, string value, CancellationToken ct);
}
