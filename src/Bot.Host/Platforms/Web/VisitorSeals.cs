using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Host.Platforms.Web;

/// <summary>
/// What the page knows a visitor by. Nothing is kept: the visitor's id is random, and everything that is granted to it is a keyed hash of it,
/// with a key that is made at start and forgotten at the end.
/// </summary>
public sealed class VisitorSeals
{
    /// <summary>The anti-forgery token that every form carries.</summary>
    public const string Form = "form";

    /// <summary>Tells that the visitor knew the access key.</summary>
    public const string Entry = "entry";

    private const int IdBytes = 24;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public static string NewVisitor() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>True for what <see cref="NewVisitor"/> could have made.</summary>
    public static bool IsVisitor(string? id) => id is not null && Base64Url.IsValid(id, out var bytes) && bytes == IdBytes;

    /// <summary>Proof that this process gave <paramref name="purpose"/> to the visitor.</summary>
    public string Seal(string visitor, string purpose) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}:{visitor}")));

    /// <summary>Compares in constant time.</summary>
    public bool IsSealed(string visitor, string purpose, string? seal) => SameText(Seal(visitor, purpose), seal ?? "");

    /// <summary>Whether two secrets are equal, in a time that tells nothing about either but that it was compared.</summary>
    public static bool SameText(string one, string other) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
