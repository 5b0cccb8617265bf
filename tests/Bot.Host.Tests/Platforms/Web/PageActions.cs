using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Host.Tests.Platforms.Web;

/// <summary>What people do on the page.</summary>
internal static class PageActions
{
    /// <summary>Where questions are typed; a combobox once the script runs.</summary>
    public static ILocator Box(this IPage page) => page.GetByRole(AriaRole.Combobox).Or(page.GetByRole(AriaRole.Textbox));

    /// <summary>Asks and waits for the answer.</summary>
    public static async Task AskAsync(this IPage page, string line)
    {
        // The greeting has no id, and what is still looked up has none either.
        var answered = await page.Locator(".turn[id]").CountAsync();
        await page.Box().FillAsync(line);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".turn[id]")).ToHaveCountAsync(answered + 1);
    }
}
