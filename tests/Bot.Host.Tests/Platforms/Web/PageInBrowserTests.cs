using Bot.Digest.Chat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>The page as people use it: in a real browser, by keyboard, by pointer, on a phone, in the dark, without scripts.</summary>
public sealed class PageInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_question_is_typed_and_answered_without_loading_the_page_again()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address);
        await page.EvaluateAsync("window.stillHere = true");

        await page.Box().PressSequentiallyAsync("/who varga");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#turn-1 blockquote")).ToHaveTextAsync("“It is card 1.”");
        await Expect(page.Locator("#turn-1 .asked")).ToContainTextAsync("/who varga");
        await Expect(page.Box()).ToBeFocusedAsync();
        await Expect(page.Box()).ToHaveValueAsync("");
        Assert.True(await page.EvaluateAsync<bool>("window.stillHere"));
    }

    [Fact]
    public async Task What_is_posted_appears_while_the_page_is_open()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address);
        await page.EvaluateAsync("window.stillHere = true");
        await page.AskAsync("/who varga");

        server.Posts.Sent.Add(new(new(7), ReplyJson.Write(Reply.Ok(new Heading("Tuesday 20 May"), new Paragraph("The ferry sails again."))), DateTimeOffset.UnixEpoch));

        await Expect(page.Locator("#turn--7 h2")).ToHaveTextAsync("Tuesday 20 May");
        await Expect(page.Locator("#turn--7")).ToHaveCountAsync(1);
        Assert.True(await page.EvaluateAsync<bool>("window.stillHere"));
        if (Environment.GetEnvironmentVariable("DIGESTBOT_PICTURES") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "posted.png") });
        }
    }

    [Fact]
    public async Task A_name_is_completed_by_keyboard_and_told_to_screen_readers()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address);

        await page.Keyboard.InsertTextAsync("/who se");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await Expect(page.Box()).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Box()).ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await Expect(page.Locator("#suggestion-0")).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Box()).ToHaveValueAsync("/who seo-yun-ha ");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#turn-1 h2")).ToHaveTextAsync("seo-yun-ha");
    }

    [Fact]
    public async Task A_suggestion_is_taken_with_the_pointer_and_with_Tab()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address);

        await page.Keyboard.InsertTextAsync("/w");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Expect(page.Box()).ToHaveValueAsync("/who ");
        await Expect(page.Box()).ToBeFocusedAsync();
        await page.Keyboard.InsertTextAsync("th");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Vo Quang Thieu");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page.Box()).ToHaveValueAsync("/who vo-quang-thieu ");
    }

    [Fact]
    public async Task A_page_is_turned_in_its_place_and_the_focus_stays_on_the_button()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address);
        await page.AskAsync("/who varga");

        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();

        await Expect(page.Locator("#turn-1 blockquote")).ToHaveTextAsync("“It is card 2.”");
        await Expect(page.Locator(".turn")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Next page" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_button_and_a_word_that_is_a_command_ask_anew_and_lead_to_the_answer()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address);
        await page.AskAsync("/who varga");

        await page.GetByRole(AriaRole.Button, new() { Name = "Again" }).ClickAsync();
        await Expect(page.Locator("#turn-2")).ToBeFocusedAsync();
        await page.Locator("#turn-2").GetByRole(AriaRole.Button, new() { Name = "all of it" }).ClickAsync();

        await Expect(page.Locator("#turn-3 h2")).ToHaveTextAsync("everything");
    }

    [Fact]
    public async Task The_arrows_bring_back_what_was_asked_before()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address);
        await page.AskAsync("/who one");
        await page.AskAsync("/who two");

        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");

        await Expect(page.Box()).ToHaveValueAsync("/who one");
    }

    [Fact]
    public async Task Without_scripts_asking_turning_and_clearing_work_all_the_same()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address, new() { JavaScriptEnabled = false });

        await page.Box().FillAsync("/who varga");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(page.Locator("#turn-1 blockquote")).ToHaveTextAsync("“It is card 2.”");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();

        await Expect(page.Locator("#turn-1")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nothing_of_the_page_is_against_its_own_policy_or_comes_from_elsewhere()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address);
        List<string> complaints = [], requests = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);

        await page.ReloadAsync();
        await page.AskAsync("/who varga");

        Assert.Empty(complaints);
        Assert.All(requests, url => Assert.StartsWith(server.Address.AbsoluteUri, url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_bot_is_gone_the_page_says_so_and_keeps_what_was_typed()
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address);
        await page.RouteAsync("**/ask", route => route.AbortAsync());

        await page.Box().FillAsync("/who varga");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".bubble.problem")).ToContainTextAsync("did not answer");
        await Expect(page.Box()).ToHaveValueAsync("/who varga");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task At_every_width_nothing_sticks_out_and_fingers_can_press_every_button(int width)
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address, new() { ViewportSize = new() { Width = width, Height = 640 } });

        await page.AskAsync("/who " + new string('x', 200));

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        foreach (var button in await page.Locator("button.press, button.send").AllAsync())
        {
            Assert.True((await button.BoundingBoxAsync())!.Height >= 36, await button.InnerTextAsync());
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Text_stands_out_from_its_ground_in_light_and_dark(ColorScheme colours)
    {
        await using var server = await RunningPage.StartAsync();
        var page = await chromium.OpenAsync(server.Address, new() { ColorScheme = colours });
        await page.AskAsync("/who varga");

        foreach (var (text, ground) in new[] { (".bubble", ".bubble"), ("figcaption", ".bubble"), (".asked", ".asked"), (".press", ".press"), ("header p", "body"), (".send", ".send") })
        {
            var contrast = Contrast(await ColourAsync(page, text, "color"), await ColourAsync(page, ground, "background-color"));
            Assert.True(contrast >= 4.5, $"{text} on {ground}: {contrast:0.0}");
        }
    }

    private static Task<double[]> ColourAsync(IPage page, string selector, string property) => page.EvaluateAsync<double[]>(
        "([selector, property]) => getComputedStyle([...document.querySelectorAll(selector)].at(-1))[property].match(/[0-9.]+/g).slice(0, 3).map(Number)",
        new[] { selector, property });

    /// <summary>The contrast ratio of WCAG 2.2, 1 to 21.</summary>
    private static double Contrast(double[] one, double[] other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(double[] colour)
    {
        var linear = colour.Select(part => part / 255).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
