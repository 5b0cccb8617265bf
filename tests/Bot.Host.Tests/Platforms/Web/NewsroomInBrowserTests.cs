using Bot.Digest.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>
/// The sample newsroom asked on the page, from the first visit to the second page of an answer. With <c>DIGESTBOT_UPDATE=1</c> the tests
/// take the pictures of README, in docs/images.
/// </summary>
public sealed class NewsroomInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_person_is_found_by_keyboard_and_the_card_is_turned()
    {
        await using var server = await RunningNewsroom.StartAsync();
        var page = await chromium.OpenAsync(server.Address, Window(860, 760, ColorScheme.Light));

        await page.Keyboard.InsertTextAsync("/who var");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Ilse Varga");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#turn-1 h2")).ToContainTextAsync("Ilse Varga");
        await Expect(page.Locator("#turn-1 blockquote")).ToHaveCountAsync(3);
        var first = await page.Locator("#turn-1 blockquote").AllInnerTextsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(page.Locator("#turn-1 .number")).ToContainTextAsync("2 /");
        Assert.Empty(first.Intersect(await page.Locator("#turn-1 blockquote").AllInnerTextsAsync()));
        await TakePictureAsync(page, "who-light");
    }

    [Fact]
    public async Task A_timeline_tells_days_in_order_and_plans_apart_in_the_dark()
    {
        await using var server = await RunningNewsroom.StartAsync();
        var page = await chromium.OpenAsync(server.Address, Window(860, 760, ColorScheme.Dark));

        await page.AskAsync("/timeline east pier");

        await Expect(page.Locator("#turn-1 .dated .label").First).ToContainTextAsync("April");
        Assert.True(await page.Locator("#turn-1 .dated li").CountAsync() >= 5);
        Assert.True(await page.Locator("#turn-1 a[rel~=noopener]").CountAsync() >= 5);
        await TakePictureAsync(page, "timeline-dark");
    }

    [Fact]
    public async Task A_card_fits_a_phone()
    {
        await using var server = await RunningNewsroom.StartAsync();
        var page = await chromium.OpenAsync(server.Address, Window(360, 800, ColorScheme.Light));

        await page.AskAsync("/who varga");

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await TakePictureAsync(page, "who-phone");
    }

    [Fact]
    public async Task A_digest_on_a_phone_leads_to_a_story_and_its_reasons()
    {
        await using var server = await RunningNewsroom.StartAsync();
        var page = await chromium.OpenAsync(server.Address, Window(390, 844, ColorScheme.Light));

        await page.AskAsync("/digest");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await TakePictureAsync(page, "digest-phone");
        await page.Locator("#turn-1").GetByText("/story").First.ClickAsync();
        await Expect(page.Locator("#turn-2 h2")).ToContainTextAsync("ferry strike");
        await page.Locator("#turn-2").GetByRole(AriaRole.Button, new() { Name = "Why together?" }).ClickAsync();

        await Expect(page.Locator("#turn-2").GetByText("copy of Coast Wire")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_story_shows_who_tells_it()
    {
        await using var server = await RunningNewsroom.StartAsync();
        var page = await chromium.OpenAsync(server.Address, Window(860, 1100, ColorScheme.Light));

        await page.AskAsync("/story mediator nwokolo");

        await Expect(page.Locator("#turn-1 h2")).ToContainTextAsync("ferry strike");
        await Expect(page.Locator("#turn-1")).ToContainTextAsync("5 publishers");
        await TakePictureAsync(page, "story-light");
    }

    [Theory]
    [InlineData("/top", "ferry strike")]
    [InlineData("/who feld", "Yusuf Feld")]
    [InlineData("/said \"east pier before winter\"", "Radio Lind")]
    [InlineData("/search library map", "map")]
    [InlineData("/digest", "17 May")]
    [InlineData("/latest", "ferry")]
    public async Task Every_question_of_the_tour_is_answered(string line, string expected)
    {
        await using var server = await RunningNewsroom.StartAsync();
        using var browser = new PlainBrowser(server.Address);
        await browser.OpenAsync();

        using var answer = await browser.PostAsync("/ask", ("line", line), ("part", "1"));

        var html = await answer.Content.ReadAsStringAsync(PlainBrowser.Ct);
        Assert.DoesNotContain("bubble problem", html, StringComparison.Ordinal);
        Assert.Contains(expected, html[html.IndexOf("class=\"answer\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static BrowserNewContextOptions Window(int width, int height, ColorScheme colours) =>
        new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, DeviceScaleFactor = 2 };

    private static async Task TakePictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("DIGESTBOT_UPDATE") != "1")
        {
            return;
        }

        // Without the blinking caret the same content is the same picture.
        await page.ScreenshotAsync(new() { Path = RepositoryFile.Path($"docs/images/{name}.png"), Caret = ScreenshotCaret.Hide, Animations = ScreenshotAnimations.Disabled });
    }
}
