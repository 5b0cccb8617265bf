using System.IO.Compression;
using System.Text;

namespace Bot.WebStandIn;

/// <summary>Answers of good servers, of broken ones and of enemies.</summary>
public static class Replies
{
    private static readonly byte[] Megabyte = new byte[1024 * 1024];

    /// <summary>200 with a text.</summary>
    public static Reply Text(string body, params string[] headers) => Bytes(Encoding.UTF8.GetBytes(body), headers);

    /// <summary>200 with bytes.</summary>
    public static Reply Bytes(byte[] body, params string[] headers) => (exchange, ct) => exchange.AnswerAsync(200, body, headers, ct);

    /// <summary>Any status, without a body.</summary>
    public static Reply Status(int status, params string[] headers) => (exchange, ct) => exchange.AnswerAsync(status, default, headers, ct);

    public static Reply Redirect(int status, string location) => Status(status, $"Location: {location}");

    /// <summary>200 with a text and validators; 304 to whoever sends one of them back.</summary>
    public static Reply Conditional(string body, string etag, string lastModified) => (exchange, ct) =>
        exchange.Request["If-None-Match"] == etag || exchange.Request["If-Modified-Since"] == lastModified
            ? exchange.AnswerAsync(304, default, [$"ETag: {etag}"], ct)
            : exchange.AnswerAsync(200, Encoding.UTF8.GetBytes(body), [$"ETag: {etag}", $"Last-Modified: {lastModified}"], ct);

    /// <summary>One answer after the other; the last again and again.</summary>
    public static Reply InTurn(params Reply[] replies)
    {
        var next = -1;
        return (exchange, ct) => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)](exchange, ct);
    }

    /// <summary>Writes exactly this and hangs up, whatever it is.</summary>
    public static Reply Raw(string answer) => (exchange, ct) => exchange.WriteAsync(answer, ct);

    /// <summary>Writes exactly this and then nothing more, with the connection open.</summary>
    public static Reply Stalling(string answer) => async (exchange, ct) =>
    {
        await exchange.WriteAsync(answer, ct);
        await Task.Delay(Timeout.InfiniteTimeSpan, ct);
    };

    /// <summary>Writes the beginning of an answer and then a piece again and again, as slowly as the clock says (slow-loris).</summary>
    public static Reply Dripping(string beginning, TimeSpan pause, TimeProvider clock, string piece = "x") => async (exchange, ct) =>
    {
        await exchange.WriteAsync(beginning, ct);
        while (true)
        {
            await Task.Delay(pause, clock, ct);
            await exchange.WriteAsync(piece, ct);
        }
    };

    /// <summary>A body that never ends, as fast as it is taken.</summary>
    public static Reply Endless { get; } = async (exchange, ct) =>
    {
        await exchange.WriteAsync("HTTP/1.1 200 Said\r\nContent-Type: text/xml\r\n\r\n", ct);
        while (true)
        {
            await exchange.WriteAsync(Megabyte, ct);
        }
    };

    /// <summary>Hangs up in the rudest way that TCP has.</summary>
    public static Reply Reset { get; } = (exchange, _) =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    };

    /// <summary>A body of that many megabytes of zeros, packed as the encoding says ("gzip", "deflate", "br").</summary>
    public static Reply Bomb(string encoding, int megabytes)
    {
        using var packed = new MemoryStream();
        using (var packing = Packing(encoding, packed))
        {
            for (var i = 0; i < megabytes; i++)
            {
                packing.Write(Megabyte);
            }
        }

        return Bytes(packed.ToArray(), $"Content-Encoding: {encoding}");
    }

    /// <summary>A text, packed as the encoding says.</summary>
    public static byte[] Packed(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (var packing = Packing(encoding, packed))
        {
            packing.Write(body);
        }

        return packed.ToArray();
    }

    private static Stream Packing(string encoding, Stream packed) => encoding switch
    {
        "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        "raw-deflate" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "Nobody packs like that."),
    };
}
