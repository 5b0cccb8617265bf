using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>Digests that were posted, by the message that holds them.</summary>
internal sealed class MemoryEditions : IEditions
{
    /// <summary>The last one.</summary>
    public RememberedEdition? Last { get; set; }

    public Dictionary<string, RememberedEdition> ByMessage { get; } = [];

    public Task<RememberedEdition?> FindAsync(CommunityId asker, ChatAddress channel, string? message, CancellationToken ct) =>
        Task.FromResult(message is null ? Last : ByMessage.GetValueOrDefault(message));
}
