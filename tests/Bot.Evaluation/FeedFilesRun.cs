using System.Globalization;
using Bot.Digest.Reading;
using Bot.Digest.Reading.Feeds;

namespace Bot.Evaluation;

/// <summary>Reads files as whatever a source may serve, and tells which give an error or take too long.</summary>
public static class FeedFilesRun
{
    /// <summary>The largest files that are served take a tenth of it; what takes longer grows faster than its length.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    private const int Attempts = 5;

    /// <summary>Whether every file below the folder was read in time.</summary>
    public static bool Report(string folder, TextWriter output)
    {
        var (files, feeds, faults, slowest, slowestFile) = (0, 0, 0, TimeSpan.Zero, "");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            files++;
            var bytes = File.ReadAllBytes(file);
            try
            {
                feeds += Read(bytes) ? 1 : 0;
                var took = TimeOf(bytes);
                (slowest, slowestFile) = took > slowest ? (took, file) : (slowest, slowestFile);
                faults += took > _longest ? 1 : 0;
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                // Whatever is thrown is the finding that the run is for; the next file must still be read.
                faults++;
                output.WriteLine($"FAILED  {file}: {error.GetType().Name}: {error.Message} {error.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{files} files, {feeds} of them feeds: {faults} faults; slowest {slowest.TotalMilliseconds:F1} ms, {slowestFile}"));
        return faults == 0 && files > 0;
    }

    private static bool Read(byte[] bytes)
    {
        var address = new Uri("https://feeds.example/feed");
        var feed = FeedReader.Read(bytes, contentType: null, address);
        foreach (var item in feed?.Items ?? [])
        {
            _ = FeedArticle.Of(feed!, item, DateTimeOffset.UnixEpoch);
        }

        _ = SitemapReader.Read(bytes, contentType: null, address);
        _ = Opml.Read(bytes);
        _ = FeedLinks.Of(Charset.Decode(bytes), address);
        return feed is not null;
    }

    /// <summary>Processor time, and of the quickest reading: that tells a slow file from a busy machine.</summary>
    private static TimeSpan TimeOf(byte[] bytes)
    {
        var took = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Attempts && took > _longest / 10; attempt++)
        {
            var began = Environment.CpuUsage.TotalTime;
            _ = Read(bytes);
            var now = Environment.CpuUsage.TotalTime - began;
            took = now < took ? now : took;
        }

        return took;
    }
}
