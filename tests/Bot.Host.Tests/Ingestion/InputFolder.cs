using System.IO.Compression;
using System.Text;
using Bot.Digest.Ports;
using Bot.Host.Ingestion;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Ingestion;

/// <summary>A temporary folder of input files, and the pipeline run on it.</summary>
public sealed class InputFolder : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 5, 20, 8, 0, 0, TimeSpan.Zero);

    public string Path { get; } = Directory.CreateTempSubdirectory("digestbot-input-").FullName;

    public MemoryArchiveWriter Archive { get; } = new();

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    public async Task<IngestionReport> IngestAsync(InputStatement? statement = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var reader = new InputReader(statement ?? new(), new FakeTimeProvider(Now));
        var items = reader.ReadAsync(InputFiles.Under(new DirectoryInfo(Path)), Path, ct);
        return await new IngestionPipeline(Archive, NullLogger<IngestionPipeline>.Instance).RunAsync(items, CommunityId.DefaultSet, null, ct);
    }
}
