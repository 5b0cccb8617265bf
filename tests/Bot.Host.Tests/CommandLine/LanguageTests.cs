namespace Bot.Host.Tests.CommandLine;

/// <summary>The terminal speaks the system's language, where the interface does.</summary>
public sealed class LanguageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("de_DE.UTF-8", "Befehle")]
    [InlineData("de_AT.UTF-8", "Befehle")]
    [InlineData("fr_FR.UTF-8", "Commands")]
    [InlineData("C.UTF-8", "Commands")]
    public async Task A_command_is_answered_in_the_language_of_the_system(string locale, string title)
    {
        var ended = await DigestBot.RunAsync(new Run("ask", "/help", "--data", _folder.Path) { Variables = new() { ["LC_ALL"] = locale } });

        Assert.StartsWith(title, ended.Output, StringComparison.Ordinal);
    }
}
