using Microsoft.Playwright;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>Debian's Chromium, driven by Playwright; one for all tests of a class. Without it the tests are skipped by name, and fail in CI.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    // Without these the browser looks for its maker's servers at every start.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Milliseconds: a shared machine is sometimes slow, and waiting costs nothing where it is not.</summary>
    private const float Patience = 240_000;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    /// <summary>Opens the page in a window of its own.</summary>
    public async Task<IPage> OpenAsync(Uri address, BrowserNewContextOptions? window = null)
    {
        Assert.SkipWhen(_browser is null && Environment.GetEnvironmentVariable("CI") != "true", $"Chromium is not installed ({Executable}).");
        Assert.True(_browser is not null, $"Chromium is not installed ({Executable}); CI must install it.");

        var context = await _browser.NewContextAsync(window ?? new());
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
