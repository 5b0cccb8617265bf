using Bot.Digest.Deliveries;

namespace Bot.Digest.Tests.Deliveries;

/// <summary>What is kept of a run's reading: enough to read it once, and no more than there is room for.</summary>
public sealed class ReadOnceTests
{
    private readonly ReadOnce<int, string> _kept = new(text => text.Length);
    private readonly List<int> _read = [];

    [Fact]
    public async Task What_is_asked_again_is_not_read_again()
    {
        await AskAsync(size: 10, 1, 2);
        await AskAsync(size: 10, 2, 3, 3);

        Assert.Equal([1, 2, 3], _read);
    }

    [Fact]
    public async Task A_few_large_things_fill_the_room_as_many_small_ones_do()
    {
        await AskAsync(size: 40_000, 1);
        await AskAsync(size: 40_000, 2);
        await AskAsync(size: 40_000, 3);

        await AskAsync(size: 40_000, 1);

        Assert.Equal([1, 2, 3, 1], _read);
    }

    [Fact]
    public async Task Where_the_room_is_full_all_that_is_asked_for_is_given_in_order_all_the_same()
    {
        await AskAsync(size: 60_000, 1, 2);

        Assert.Equal(["2", "1", "3"], (await AskAsync(size: 1, 2, 1, 3)).Select(text => text.Trim('.')));
    }

    private Task<IReadOnlyList<string>> AskAsync(int size, params int[] keys) => _kept.GetAsync(
        keys,
        missing =>
        {
            _read.AddRange(missing);
            return Task.FromResult<IReadOnlyList<string>>([.. missing.Select(key => $"{key}".PadRight(size, '.'))]);
        });
}
