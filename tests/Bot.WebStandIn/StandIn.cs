using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;

namespace Bot.WebStandIn;

/// <summary>
/// A stand-in for all web servers of the world on one port of this machine: it answers by host and path, as well or as badly as it is told to, and
/// keeps what it was asked.
/// </summary>
public sealed class StandIn : IAsyncDisposable
{
    private const int LongestHead = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, Reply> _replies = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly Channel<SeenRequest> _coming = Channel.CreateUnbounded<SeenRequest>();
    private readonly TimeProvider _clock;
    private readonly X509Certificate2? _certificate;
    private readonly Task _work;

    /// <summary>Serves from now on.</summary>
    /// <param name="clock">Tells the times of requests.</param>
    /// <param name="certificate">With one, it speaks TLS.</param>
    public StandIn(TimeProvider? clock = null, X509Certificate2? certificate = null)
    {
        (_clock, _certificate) = (clock ?? TimeProvider.System, certificate);
        _listener.Start(backlog: 512);
        _work = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>All requests so far, in the order in which they came.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _seen];

    /// <summary>Hosts that were asked again while an answer of theirs was under way. A polite client leaves this empty.</summary>
    public ConcurrentBag<string> AskedTwiceAtOnce { get; } = [];

    /// <summary>Answers a path of every host, or of one ("norrmarkpost.com/feed"). What nothing is said of is not found.</summary>
    public StandIn On(string path, Reply reply)
    {
        _replies[path] = reply;
        return this;
    }

    /// <summary>Waits for the next request that nobody waited for yet.</summary>
    public ValueTask<SeenRequest> NextAsync(CancellationToken ct) => _coming.Reader.ReadAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _work;
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task ListenAsync()
    {
        var running = new ConcurrentDictionary<Task, bool>();
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var serving = ServeAsync(await _listener.AcceptSocketAsync(_end.Token));
                running[serving] = true;
                _ = serving.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(running.Keys);
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                await using var connection = await OpenAsync(socket);
                if (await ReadAsync(connection) is { } request)
                {
                    await AnswerAsync(request, socket, connection);
                }
            }
            catch (Exception over) when (over is OperationCanceledException or IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client hung up or the test is over: nobody is left to tell.
            }
        }
    }

    private async Task AnswerAsync(SeenRequest request, Socket socket, Stream connection)
    {
        if (_open.AddOrUpdate(request.Host, 1, (_, count) => count + 1) > 1)
        {
            AskedTwiceAtOnce.Add(request.Host);
        }

        _seen.Enqueue(request);
        _coming.Writer.TryWrite(request);
        try
        {
            var reply = _replies.GetValueOrDefault(request.Host + request.Path) ?? _replies.GetValueOrDefault(request.Path) ?? Replies.Status(404);
            await reply(new(request, socket, connection), _end.Token);
        }
        finally
        {
            _open.AddOrUpdate(request.Host, 0, (_, count) => count - 1);
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var bare = new NetworkStream(socket, ownsSocket: false);
        if (_certificate is null)
        {
            return bare;
        }

        var secure = new SslStream(bare);
        // Offline, or the server itself would look for the issuer.
        var context = SslStreamCertificateContext.Create(_certificate, additionalCertificates: null, offline: true);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context }, _end.Token);
        return secure;
    }

    private async Task<SeenRequest?> ReadAsync(Stream connection)
    {
        var (head, length) = (new byte[LongestHead], 0);
        while (head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = length < head.Length ? await connection.ReadAsync(head.AsMemory(length), _end.Token) : 0;
            if (read == 0)
            {
                return null;
            }

            length += read;
        }

        var lines = Encoding.Latin1.GetString(head, 0, length).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            headers[line.Split(':')[0]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }

        return new(headers.GetValueOrDefault("Host", ""), lines[0].Split(' ')[1], headers, _clock.GetUtcNow());
    }
}
