using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bot.Digest.Reading.Egress;

namespace Bot.Host.Fetching;

/// <summary>The one client for everything that leaves the machine. Every connection goes through the guard, and nothing is decided by the framework.</summary>
internal sealed class WebClient : IDisposable
{
    private readonly HttpMessageInvoker _client;

    public WebClient(EgressPolicy policy, INetwork network, TimeProvider clock)
    {
        var guard = new EgressGuard(policy, network, clock);
        _client = new(new SocketsHttpHandler
        {
            ConnectCallback = (context, ct) => guard.ConnectAsync(context.DnsEndPoint, ct),
            UseProxy = false, // A proxy of the environment would connect in our place, unjudged.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
            MaxResponseHeadersLength = 64,
            MaxResponseDrainSize = 0,
            // Headers are bytes; Latin-1 gives every byte back as it came, which validators need.
            RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
            SslOptions = new SslClientAuthenticationOptions
            {
                // A certificate can name addresses of its issuer and of lists of revoked ones: the framework would get those past the guard.
                CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
            },
        });
    }

    /// <summary>Sends one request and returns as soon as the headers are there. HTTP/3 is never used: its connections have no callback.</summary>
    public async Task<HttpResponseMessage> SendAsync(Uri address, Action<HttpRequestHeaders> describe, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        describe(request.Headers);
        return await _client.SendAsync(request, ct);
    }

    public void Dispose() => _client.Dispose();
}
