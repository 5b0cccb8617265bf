namespace Bot.Host.Storage;

/// <summary>The archive cannot be used; the message is one sentence for the operator that says what to do next.</summary>
public sealed class StorageException(string message, Exception? cause = null) : Exception(message, cause);
