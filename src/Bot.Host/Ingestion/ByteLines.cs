using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Bot.Host.Ingestion;

/// <summary>The lines of a stream as bytes, one at a time, so that a file of any length takes the memory of its longest line.</summary>
public static class ByteLines
{
    private static readonly StreamPipeReaderOptions Options = new(bufferSize: 64 * 1024, leaveOpen: true);

    /// <summary>A line without its break, or null in place of one that is longer than <paramref name="longest"/> bytes.</summary>
    public static async IAsyncEnumerable<byte[]?> ReadAsync(Stream stream, int longest, [EnumeratorCancellation] CancellationToken ct)
    {
        var pipe = PipeReader.Create(stream, Options);
        var isSkipping = false;
        for (var isEnd = false; !isEnd;)
        {
            var read = await pipe.ReadAsync(ct);
            var rest = read.Buffer;
            isEnd = read.IsCompleted;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, end);
                yield return isSkipping || line.Length > longest ? null : line.ToArray();
                isSkipping = false;
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (isEnd && (isSkipping || rest.Length > 0))
            {
                yield return isSkipping || rest.Length > longest ? null : rest.ToArray();
            }
            else if (rest.Length > longest)
            {
                isSkipping = true;
                rest = rest.Slice(rest.End);
            }

            pipe.AdvanceTo(rest.Start, rest.End);
        }

        await pipe.CompleteAsync();
    }
}
