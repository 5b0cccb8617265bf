using System.Diagnostics;
using Ours = Bot.Digest.Reading.Feeds.FeedReader;
using Theirs = CodeHollow.FeedReader.FeedReader;

namespace Bot.Benchmarks;

/// <summary>Megabytes of feeds that are read in a second on one core, by our reader and by CodeHollow.FeedReader in turn.</summary>
internal static class FeedsRun
{
    private const int Rounds = 40;
    private static readonly TimeSpan _round = TimeSpan.FromMilliseconds(50);

    public static Dictionary<string, object> Run()
    {
        var (result, ours, theirs) = (new Dictionary<string, object>(), new Speed(), new Speed());
        foreach (var (name, bytes) in GeneratedFeeds.All())
        {
            var (oursHere, theirsHere) = (new Speed(), new Speed());
            for (var round = 0; round <= Rounds; round++)
            {
                oursHere.Measure(bytes, feed => Ours.Read(feed)!.Items.Count, isWarming: round == 0);
                theirsHere.Measure(bytes, feed => Theirs.ReadFromByteArray(feed).Items.Count, isWarming: round == 0);
            }

            result[name] = new Dictionary<string, object> { ["bytes"] = bytes.Length, ["ours_mb_s"] = oursHere.MegabytesPerSecond, ["codehollow_mb_s"] = theirsHere.MegabytesPerSecond };
            ours.Add(oursHere);
            theirs.Add(theirsHere);
        }

        result["mb_per_second_per_core"] = ours.MegabytesPerSecond;
        result["codehollow_mb_per_second_per_core"] = theirs.MegabytesPerSecond;
        result["bytes_allocated_per_byte"] = ours.AllocatedPerByte;
        result["codehollow_bytes_allocated_per_byte"] = theirs.AllocatedPerByte;
        return result;
    }

    /// <summary>Bytes read and the processor's time for them: what else the machine does is nothing to the reader.</summary>
    private sealed class Speed
    {
        private long _bytes;
        private long _allocated;
        private TimeSpan _took;

        public double MegabytesPerSecond => Math.Round(_bytes / 1e6 / _took.TotalSeconds, 1);

        public double AllocatedPerByte => Math.Round((double)_allocated / _bytes, 1);

        public void Measure(byte[] feed, Func<byte[], int> read, bool isWarming)
        {
            var (clock, began, allocated, bytes, items) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread(), 0L, 0);
            while (clock.Elapsed < (isWarming ? _round * 20 : _round))
            {
                items += read(feed);
                bytes += feed.Length;
            }

            if (!isWarming && items > 0)
            {
                _bytes += bytes;
                _took += Environment.CpuUsage.TotalTime - began;
                _allocated += GC.GetAllocatedBytesForCurrentThread() - allocated;
            }
        }

        public void Add(Speed other)
        {
            _bytes += other._bytes;
            _took += other._took;
            _allocated += other._allocated;
        }
    }
}
