using Bot.Digest.Chat;
using Bot.Digest.Ports;
using Bot.Host.Platforms.Telegram;
using Microsoft.Extensions.Options;

namespace Bot.Host.Tests.Platforms.Telegram;

public sealed class UnreachableTelegramTests
{
    private const string Token = "123456789:AAfor_tests_only_0123456789-abcdefgh";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_that_never_left_because_nobody_listens_waits_and_with_it_all_others()
    {
        using var bot = Bot("http://127.0.0.1:1");
        var posts = new TelegramPosts(bot, new TelegramKeyboard(new NoCommands()), TimeProvider.System);

        var outcome = await posts.PostAsync(Post, Ct);

        Assert.True(Assert.IsType<PostLater>(outcome).IsForAll);
    }

    [Fact]
    public async Task So_does_one_whose_server_has_no_address()
    {
        using var bot = Bot("http://telegram.invalid");
        var posts = new TelegramPosts(bot, new TelegramKeyboard(new NoCommands()), TimeProvider.System);

        Assert.True(Assert.IsType<PostLater>(await posts.PostAsync(Post, Ct)).IsForAll);
    }

    private static Post Post => new(TelegramAddress.Of(7), new TelegramMessage("Hello", []).Write(), "key", IsSilent: false);

    private static TelegramBot Bot(string server) =>
        new(Options.Create(new TelegramOptions { Token = Token, Server = new Uri(server) }), TimeProvider.System);

    private sealed class NoCommands : IButtonCommands
    {
        public Task<IReadOnlyList<string>> KeepAsync(IReadOnlyList<string> commands, CancellationToken ct) => throw new InvalidOperationException("Nothing is to be kept.");

        public Task<string?> FindAsync(string key, CancellationToken ct) => Task.FromResult<string?>(null);
    }
}
