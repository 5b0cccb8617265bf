using Bot.Host.Storage.Sources;

namespace Bot.Host.Tests.Storage.Sources;

/// <summary>Hosts that asked to be left alone.</summary>
public abstract class HostRestsContract : StorageContract
{
    [Fact]
    public async Task The_later_of_two_rests_holds()
    {
        var rests = new StoredHostRests(Database);
        var until = Clock.GetUtcNow() + TimeSpan.FromHours(1);

        Assert.Null(await rests.UntilAsync("post.example", Ct));
        await rests.RestAsync("post.example", until, Ct);
        await rests.RestAsync("post.example", until - TimeSpan.FromMinutes(30), Ct);

        Assert.Equal(until, await rests.UntilAsync("post.example", Ct));
        Assert.Null(await rests.UntilAsync("post.example:8080", Ct));
    }
}
