using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Bot.WebStandIn;

/// <summary>One request and the bare connection to answer it on, byte by byte if need be.</summary>
public sealed class Exchange(SeenRequest request, Socket socket, Stream connection)
{
    public SeenRequest Request => request;

    /// <summary>Writes text as it is, each letter a byte.</summary>
    public async Task WriteAsync(string text, CancellationToken ct) => await connection.WriteAsync(Encoding.Latin1.GetBytes(text), ct);

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => await connection.WriteAsync(bytes, ct);

    /// <summary>A whole answer with its length, after which the connection is closed.</summary>
    /// <param name="headers">Lines as they should stand, without line ends.</param>
    public async Task AnswerAsync(int status, ReadOnlyMemory<byte> body, IEnumerable<string> headers, CancellationToken ct)
    {
        var length = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}");
        await WriteAsync($"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} Said\r\n{string.Concat(headers.Append(length).Append("Connection: close").Select(line => line + "\r\n"))}\r\n", ct);
        await WriteAsync(body, ct);
    }

    /// <summary>Ends the connection without the closing words of TCP.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }
}

/// <summary>How a stand-in answers. The token ends with the stand-in or when the client hangs up.</summary>
public delegate Task Reply(Exchange exchange, CancellationToken ct);
