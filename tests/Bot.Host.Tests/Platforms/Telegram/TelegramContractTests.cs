using Bot.Digest.Chat;
using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>Telegram as one platform among others: what all of them must do with posts.</summary>
public sealed class TelegramContractTests(RunningBot bot) : ChatPlatformContract, IClassFixture<RunningBot>, IAsyncLifetime
{
    private Chat _group = null!;

    protected override IChatPlatform Platform => bot.Posts;

    protected override ChatAddress Channel => TelegramAddress.Of(_group.Id);

    protected override IReadOnlyList<string> Texts => [.. bot.Telegram.Sent.All.Where(message => message.Chat == _group).Select(message => message.Text)];

    public async ValueTask InitializeAsync()
    {
        var anna = bot.Telegram.User("Anna");
        _group = bot.Telegram.Chat(ChatKind.Supergroup, "Harbour", anna);
        anna.AddsBot(_group);
        await bot.NextAsync(_group);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
