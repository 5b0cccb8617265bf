using System.Security.Cryptography;

namespace Bot.Host.Platforms.Web;

/// <summary>The page's own files, inside the program. Their addresses hold a hash of the content, so browsers may keep them for good.</summary>
public sealed class WebAssets
{
    private const string ResourcePrefix = "Bot.Host.Platforms.Web.Assets.";

    private readonly Dictionary<string, Asset> _byPath;

    public WebAssets()
    {
        var files = new[] { Read("page.css", "text/css; charset=utf-8"), Read("page.js", "text/javascript; charset=utf-8"), Read("icon.svg", "image/svg+xml") };
        _byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        (Style, Script, Icon) = (files[0].Path, files[1].Path, files[2].Path);
    }

    public string Style { get; }

    public string Script { get; }

    public string Icon { get; }

    public IResult Serve(string file, HttpContext context)
    {
        if (!_byPath.TryGetValue("/assets/" + file, out var asset))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.Type);
    }

    private static Asset Read(string name, string type)
    {
        using var stream = typeof(WebAssets).Assembly.GetManifestResourceStream(ResourcePrefix + name)
            ?? throw new InvalidOperationException($"The program was built without {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        return new Asset($"/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}-{name}", content, type);
    }

    private sealed record Asset(string Path, byte[] Content, string Type);
}
