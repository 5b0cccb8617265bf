using System.Runtime.CompilerServices;
using System.Text;
using Bot.Digest.Reading;

namespace Bot.Host.Ingestion;

/// <summary>What the one who reads articles in says about all of them.</summary>
/// <param name="Source">Outlet for documents that name none; null where it was not said.</param>
/// <param name="Published">When they were published, for documents that do not say; null where it was not said.</param>
public sealed record InputStatement(string? Source = null, DateTimeOffset? Published = null);

/// <summary>Files and streams to documents, one at a time: unpacks, tells the kind, and cuts JSON lines into lines, feeds into items.</summary>
public sealed class InputReader(InputStatement statement, TimeProvider clock)
{
    private long _bytesDone;

    /// <summary>All documents of some files, in order. A file that cannot be read is an item with the reason.</summary>
    /// <param name="root">File names are shown relative to this folder.</param>
    public async IAsyncEnumerable<InputItem> ReadAsync(IEnumerable<FileInfo> files, string root, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var file in files)
        {
            var place = new InputPlace(Path.GetRelativePath(root, file.FullName));
            var (stream, refusal) = Open(file);
            if (stream is null)
            {
                yield return new(place, null, refusal, _bytesDone);
                continue;
            }

            await foreach (var item in ReadAsync(stream, place, ct))
            {
                yield return item;
            }
        }
    }

    /// <summary>All documents of one stream, which is disposed at the end.</summary>
    public async IAsyncEnumerable<InputItem> ReadAsync(Stream stream, InputPlace place, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var counted = new CountedStream(stream, length => _bytesDone += length);
        await using var items = ReadUnpackedAsync(counted, place, ct).GetAsyncEnumerator(ct);
        for (var isOpen = true; isOpen;)
        {
            InputItem? refused = null;
            try
            {
                isOpen = await items.MoveNextAsync();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // What was read before stays; the rest of this input is lost, and said so.
                refused = Refused(place, error is UnreadableException ? error.Message : $"it cannot be read ({error.Message.TrimEnd('.')}); check the file");
                isOpen = false;
            }

            if (isOpen || refused is not null)
            {
                yield return refused ?? items.Current;
            }
        }
    }

    private async IAsyncEnumerable<InputItem> ReadUnpackedAsync(Stream packed, InputPlace place, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var input = await Unpacking.OpenAsync(packed, ct);
        var kind = DocumentKinds.Of(input.Head, place.Input);
        if (kind == DocumentKind.JsonLines)
        {
            await foreach (var line in ReadLinesAsync(input, place, ct))
            {
                yield return line;
            }
        }
        else if (kind is not (DocumentKind.PlainText or DocumentKind.Page or DocumentKind.Feed))
        {
            yield return Found(place, ReadOnlyMemory<byte>.Empty, kind);
        }
        else if (await WholeAsync(input, ct) is not { } bytes)
        {
            yield return Refused(place, Refusals.TooLarge);
        }
        else if (kind == DocumentKind.Feed)
        {
            foreach (var item in FeedInput.Items(Described(bytes, kind), place, _bytesDone))
            {
                yield return item;
            }
        }
        else
        {
            yield return Found(place, bytes, kind);
        }
    }

    /// <summary>All bytes of a document, null when it is larger than a document may be.</summary>
    private static async Task<byte[]?> WholeAsync(Stream input, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var length = -1; length != 0 && bytes.Length <= Document.MostBytes;)
        {
            length = await input.ReadAsync(buffer, ct);
            bytes.Write(buffer, 0, length);
        }

        return bytes.Length > Document.MostBytes ? null : bytes.ToArray();
    }

    private async IAsyncEnumerable<InputItem> ReadLinesAsync(HeadedStream input, InputPlace place, [EnumeratorCancellation] CancellationToken ct)
    {
        // Lines are cut at the byte of a line break, which only UTF-8 and its like have.
        var shown = Charset.Shown(input.Head.Span);
        var lines = shown is null or UTF8Encoding ? input : Encoding.CreateTranscodingStream(input, shown, Encoding.UTF8, leaveOpen: true);
        var number = 0;
        await foreach (var line in ByteLines.ReadAsync(lines, Document.MostBytes, ct))
        {
            number++;
            if (line is null)
            {
                yield return Refused(place with { Line = number }, Refusals.TooLarge);
            }
            else if (line.AsSpan().ContainsAnyExcept(" \t\r\uFEFF"u8))
            {
                yield return Found(place with { Line = number }, line, DocumentKind.JsonLines);
            }
        }
    }

    private static (FileStream? Stream, string? Refusal) Open(FileInfo file)
    {
        try
        {
            // Opening a pipe waits for its writer, and a device may never end. Neither has a length, and no article is that short.
            var real = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return real is { Exists: true, Length: > 0 } ? (file.OpenRead(), null) : (null, Refusals.NotOrdinary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"it cannot be opened ({error.Message.TrimEnd('.')}); check its rights");
        }
    }

    private InputItem Refused(InputPlace place, string reason) => new(place, null, reason, _bytesDone);

    private InputItem Found(InputPlace place, ReadOnlyMemory<byte> bytes, DocumentKind kind) => new(place, Described(bytes, kind), null, _bytesDone);

    private Document Described(ReadOnlyMemory<byte> bytes, DocumentKind kind) => new()
    {
        Bytes = bytes,
        Kind = kind,
        ReadAt = clock.GetUtcNow(),
        Published = statement.Published,
        Source = statement.Source,
        GuessCharset = CharsetGuess.Of,
    };
}
