using Bot.Digest.Chat;
using Bot.Digest.Ports;

namespace Bot.Digest.Tests.Commands;

/// <summary>Communities as a list of records, and who was forgotten.</summary>
internal sealed class MemoryCommunities : ICommunities, IForgetting
{
    public List<Community> All { get; } = [];

    /// <summary>How often one was looked up.</summary>
    public int Readings { get; private set; }

    /// <summary>People and communities that were forgotten.</summary>
    public List<string> Forgotten { get; } = [];

    public Task ForgetUserAsync(string platform, string user, CancellationToken ct)
    {
        Forgotten.Add($"{platform} {user}");
        return Task.CompletedTask;
    }

    public Task<bool> ForgetCommunityAsync(CommunityId community, CancellationToken ct)
    {
        Forgotten.Add($"community {community.Value}");
        return Task.FromResult(All.RemoveAll(one => one.Id == community) > 0);
    }

    public Task<Community> EnterAsync(ChatAddress chat, string name, CancellationToken ct) =>
        Task.FromResult(All.Single(one => one.Platform == chat.Platform && one.Chat == chat.Community));

    public Task<Community?> FindAsync(CommunityId community, CancellationToken ct)
    {
        Readings++;
        return Task.FromResult(All.Find(one => one.Id == community));
    }

    public Task<IReadOnlyList<Community>> NamedAsync(string platform, string name, CancellationToken ct) => throw new NotSupportedException();

    public Task<Hits<Community>> ListAsync(int skip, int take, CancellationToken ct) => Task.FromResult(MemoryArchive.Page(All, skip, take));

    public Task<IReadOnlyList<string>> ChatsAsync(string platform, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<string>>([.. All.Where(one => one.Platform == platform && !one.IsLeft).Select(one => one.Chat)]);

    public Task<bool> ServeAsync(Editor editor, CommunityId community, bool serve, CancellationToken ct) =>
        ChangeAsync(community, one => one with { Standing = serve ? CommunityStanding.Served : CommunityStanding.Blocked });

    public Task<bool> LimitAsync(Editor editor, CommunityId community, int most, CancellationToken ct) =>
        ChangeAsync(community, one => one with { MostSources = most });

    public Task SettleAsync(Editor editor, CommunitySettings settings, CancellationToken ct)
    {
        if (editor.Community == CommunityId.DefaultSet && All.TrueForAll(one => one.Id != editor.Community))
        {
            All.Add(new Community(editor.Community, "", "", "", CommunityStanding.Served, DateTimeOffset.UnixEpoch, 0, int.MaxValue));
        }

        return ChangeAsync(editor.Community, one => one with { Settings = settings });
    }

    private Task<bool> ChangeAsync(CommunityId community, Func<Community, Community> change)
    {
        var at = All.FindIndex(one => one.Id == community);
        if (at >= 0)
        {
            All[at] = change(All[at]);
        }

        return Task.FromResult(at >= 0);
    }
}
