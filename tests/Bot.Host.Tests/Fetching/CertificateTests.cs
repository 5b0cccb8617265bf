using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bot.Digest.Ports;
using Bot.WebStandIn;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Fetching;

/// <summary>Certificates are hostile text too: they name addresses that a client may want to look at.</summary>
public sealed class CertificateTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_certificate_that_names_further_addresses_has_none_of_them_fetched()
    {
        await using var issuer = new StandIn(_clock);
        using var certificate = SelfMade($"http://127.0.0.1:{issuer.Port}/issuer.cer");
        await using var server = new StandIn(_clock, certificate);
        using var fetcher = new StandInFetcher(new StandInNetwork(server), _clock);

        var result = await fetcher.FetchAsync(new(new("https://norrmarkpost.com/feed"), FetchKind.Feed), TestContext.Current.CancellationToken);

        Assert.Equal(new FetchFailed(FetchFailure.Unreachable), result);
        Assert.Empty(issuer.Requests);
    }

    private static X509Certificate2 SelfMade(string issuerAddress)
    {
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (from, until) = (DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var issuer = new CertificateRequest("CN=Nobody", issuerKey, HashAlgorithmName.SHA256);
        issuer.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var issued = issuer.CreateSelfSigned(from, until);
        var request = new CertificateRequest("CN=norrmarkpost.com", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([issuerAddress], [issuerAddress]));
        using var leaf = request.Create(issued, from, until, [1]);
        using var withKey = leaf.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }
}
