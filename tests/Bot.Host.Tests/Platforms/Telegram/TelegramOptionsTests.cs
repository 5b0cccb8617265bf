using Bot.Host.Platforms.Telegram;

namespace Bot.Host.Tests.Platforms.Telegram;

public sealed class TelegramOptionsTests
{
    private const string Token = "123456789:AAfor_tests_only_0123456789-abcdefgh";

    [Theory]
    [InlineData("", "https://api.telegram.org", "", "", 0)]
    [InlineData(Token, "https://api.telegram.org", "", "", 0)]
    [InlineData(Token, "http://127.0.0.1:8081", "https://bot.example.org/telegram", "abcdefgh-12345678", 0)]
    [InlineData("not a token", "https://api.telegram.org", "", "", 1)]
    [InlineData("", "ftp://api.telegram.org", "", "", 1)]
    [InlineData("", "https://api.telegram.org/bot", "", "", 1)]
    [InlineData("", "https://api.telegram.org", "http://bot.example.org/telegram", "abcdefgh-12345678", 1)]
    [InlineData("", "https://api.telegram.org", "https://bot.example.org/", "abcdefgh-12345678", 1)]
    [InlineData("", "https://api.telegram.org", "https://bot.example.org/telegram", "short", 1)]
    [InlineData("short", "ftp://x", "telegram", "", 4)]
    public void All_that_is_wrong_is_said_at_once(string token, string server, string webhook, string secret, int problems)
    {
        var result = new TelegramOptionsValidator().Validate(null, new TelegramOptions { Token = token, Server = new Uri(server), Webhook = webhook, WebhookSecret = secret });

        Assert.Equal(problems, result.Failures?.Count() ?? 0);
    }

    [Fact]
    public void A_bad_token_is_not_repeated()
    {
        var result = new TelegramOptionsValidator().Validate(null, new TelegramOptions { Token = Token + "!" });

        Assert.DoesNotContain(Token, result.FailureMessage, StringComparison.Ordinal);
    }
}
