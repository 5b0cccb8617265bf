using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Storage;
using Bot.Host.Storage.Communities;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Storage.Communities;

public sealed class InsistentCommunityLifeTests
{
    private static readonly ChatAddress Group = new("telegram", "-1", "-1");

    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happens_to_a_chat_while_the_disk_is_full_is_written_down_when_there_is_room()
    {
        var archive = new FullDisk(_clock.GetUtcNow().AddSeconds(70), _clock);
        var life = new InsistentCommunityLife(archive, _clock);

        await PassAsync(Task.WhenAll(
            life.LeftAsync("telegram", "-1", DeliveryReason.Forbidden, Ct), life.ReturnedAsync("telegram", "-1", Ct), life.ClosedAsync(Group, DeliveryReason.TopicClosed, Ct),
            life.ReopenedAsync(Group, Ct), life.MovedAsync(Group, Group, Ct)));

        Assert.Equal(["closed", "left", "moved", "reopened", "returned"], archive.Written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_disk_that_stays_full_is_said_at_last()
    {
        var life = new InsistentCommunityLife(new FullDisk(DateTimeOffset.MaxValue, _clock), _clock);

        await Assert.ThrowsAsync<StorageException>(() => PassAsync(life.ReturnedAsync("telegram", "-1", Ct)));
    }

    private async Task PassAsync(Task all)
    {
        for (var second = 0; second < 100_000 && !all.IsCompleted; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(all.IsCompleted);
        await all;
    }

    /// <summary>Writes nothing until there is room.</summary>
    private sealed class FullDisk(DateTimeOffset room, TimeProvider clock) : ICommunityLife
    {
        public List<string> Written { get; } = [];

        public Task LeftAsync(string platform, string community, DeliveryReason why, CancellationToken ct) => WriteAsync("left");

        public Task ClosedAsync(ChatAddress channel, DeliveryReason why, CancellationToken ct) => WriteAsync("closed");

        public Task ReturnedAsync(string platform, string community, CancellationToken ct) => WriteAsync("returned");

        public Task ReopenedAsync(ChatAddress channel, CancellationToken ct) => WriteAsync("reopened");

        public Task<IReadOnlyList<SubscribedChannel>> ChannelsAsync(string platform, string community, CancellationToken ct) => throw new NotSupportedException();

        public Task MovedAsync(ChatAddress from, ChatAddress to, CancellationToken ct) => WriteAsync("moved");

        private Task WriteAsync(string what)
        {
            if (clock.GetUtcNow() < room)
            {
                throw new StorageException("The disk is full.");
            }

            lock (Written)
            {
                Written.Add(what);
            }

            return Task.CompletedTask;
        }
    }
}
