using System.IO.Compression;
using System.Text;
using Bot.Host.Platforms.Discord.Gateway;

namespace Bot.Host.Tests.Platforms.Discord;

/// <summary>One packed stream a connection, whatever its pieces.</summary>
[Collection(typeof(MeasuredMemory))]
public sealed class PayloadStreamTests
{
    [Fact]
    public async Task Payloads_of_every_length_come_out_as_they_went_in_however_they_are_cut()
    {
        var random = new Random(7);
        for (var round = 0; round < 2; round++)
        {
            using var packed = new MemoryStream();
            await using var packing = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            using var unpacking = new PayloadStream();
            for (var number = 0; number < 3000; number++)
            {
                var payload = string.Concat(Enumerable.Range(0, random.Next(1, number % 100 == 0 ? 9000 : 30)).Select(at => $"{number}/{at};"));
                await packing.WriteAsync(Encoding.UTF8.GetBytes(payload), TestContext.Current.CancellationToken);
                await packing.FlushAsync(TestContext.Current.CancellationToken);
                var bytes = packed.ToArray();
                packed.SetLength(0);
                var cut = random.Next(0, bytes.Length - 4);

                Assert.Null(await unpacking.TakeAsync(bytes.AsMemory(0, cut)).WaitAsync(Patience.Long, TestContext.Current.CancellationToken));
                var whole = await unpacking.TakeAsync(bytes.AsMemory(cut)).WaitAsync(Patience.Long, TestContext.Current.CancellationToken);

                Assert.Equal(payload, Encoding.UTF8.GetString(whole!.Value.Span));
            }
        }
    }

    [Fact]
    public async Task What_an_unusually_large_payload_took_is_given_back_with_the_next()
    {
        using var packed = new MemoryStream();
        await using var packing = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        using var unpacking = new PayloadStream();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await TakeAsync(new byte[32 * 1024 * 1024]);
        await TakeAsync([1]);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 16 * 1024 * 1024);

        async Task TakeAsync(byte[] payload)
        {
            // Packed, what is random is as long as before.
            new Random(7).NextBytes(payload);
            await packing.WriteAsync(payload, TestContext.Current.CancellationToken);
            await packing.FlushAsync(TestContext.Current.CancellationToken);
            var bytes = packed.ToArray();
            packed.SetLength(0);
            packed.Capacity = 0;
            Assert.Null(await unpacking.TakeAsync(bytes.AsMemory(0, bytes.Length / 2)));
            Assert.Equal(payload.Length, (await unpacking.TakeAsync(bytes.AsMemory(bytes.Length / 2)))!.Value.Length);
        }
    }

    [Fact]
    public async Task What_is_no_packed_stream_is_refused()
    {
        using var unpacking = new PayloadStream();

        await Assert.ThrowsAnyAsync<InvalidDataException>(() => unpacking.TakeAsync(new byte[] { 1, 2, 3, 4, 0, 0, 0xFF, 0xFF }));
    }
}
