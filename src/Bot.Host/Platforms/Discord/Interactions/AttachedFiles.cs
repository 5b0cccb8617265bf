using Bot.Digest.Commands;
using Bot.Host.Platforms.Discord.Wire;

namespace Bot.Host.Platforms.Discord.Interactions;

/// <summary>Files that come with a command, fetched from where Discord keeps them and from nowhere else.</summary>
/// <param name="http">Follows no redirect.</param>
public sealed class AttachedFiles(HttpClient http)
{
    private static readonly string[] _hosts = ["cdn.discordapp.com", "media.discordapp.net"];

    /// <summary>The delegate for one interaction; it finds the first file, whatever was typed.</summary>
    public ReadFile For(Interaction interaction) => async (_, most, ct) =>
    {
        var file = interaction.Data?.Resolved?.Attachments?.Values.FirstOrDefault();
        return file is null || !IsKnown(file.Url, out var address) ? null : new GivenFile(file.Filename, await DownloadAsync(address, most, ct) ?? ReadOnlyMemory<byte>.Empty);
    };

    private bool IsKnown(string url, out Uri address) => Uri.TryCreate(url, UriKind.Absolute, out address!)
        && ((address.Scheme == Uri.UriSchemeHttps && _hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase)) || (http.BaseAddress!.IsLoopback && address.Authority == http.BaseAddress.Authority));

    private async Task<byte[]?> DownloadAsync(Uri address, int most, CancellationToken ct)
    {
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode)
            {
                return null;
            }

            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            var bytes = new byte[most];
            return bytes[..await stream.ReadAtLeastAsync(bytes, most, throwOnEndOfStream: false, ct)];
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return null;
        }
    }
}
