using System.Text;
using NSec.Cryptography;

namespace Bot.DiscordStandIn.Interactions;

/// <summary>The key pair of the application (Ed25519), with which Discord signs what it sends to a bot's own address.</summary>
public sealed class Signature : IDisposable
{
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);

    /// <summary>The public key in hexadecimal digits, as in the developer portal.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>The signature of a time and a body, in hexadecimal digits.</summary>
    public string Sign(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));

    public void Dispose() => _key.Dispose();
}
