using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>What became of due digests, in memory.</summary>
internal sealed class MemoryDigestHistory : IDigestHistory
{
    /// <summary>Whose digests these are.</summary>
    public CommunityId Community { get; init; } = CommunityId.DefaultSet;

    public List<DigestReport> Reports { get; } = [];

    /// <summary>Digests that were sent again.</summary>
    public List<SlotId> Again { get; } = [];

    public Task<Hits<DigestReport>> HistoryAsync(CommunityId asker, ChatAddress? channel, bool failed, int skip, int take, CancellationToken ct)
    {
        var fit = Reports.Where(report => asker == Community && (channel is null || report.Channel == channel) && (!failed || report.State is SlotState.Uncertain or SlotState.Undeliverable)).ToList();
        return Task.FromResult(new Hits<DigestReport>([.. fit.Skip(skip).Take(take)], fit.Count));
    }

    public Task<int> SendAgainAsync(Editor editor, ChatAddress? channel, SlotId slot, CancellationToken ct)
    {
        var isUncertain = editor.Community == Community && Reports.Exists(report => report.Id == slot && (channel is null || report.Channel == channel) && report.State == SlotState.Uncertain);
        if (isUncertain)
        {
            Again.Add(slot);
        }

        return Task.FromResult(isUncertain ? 1 : 0);
    }
}
