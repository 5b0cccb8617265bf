using Bot.Host.Platforms.Telegram;
using Bot.TelegramStandIn;
using Bot.TelegramStandIn.Chats;
using Bot.TelegramStandIn.Scenario;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Access = Bot.Digest.Commands.Access;

namespace Bot.Host.Tests.Platforms.Telegram;

public sealed class ChatRightsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_somebody_may_do_is_believed_for_a_minute()
    {
        await using var telegram = await TelegramServer.StartAsync(ct: Ct);
        var (anna, ben) = (telegram.User("Anna"), telegram.User("Ben"));
        var group = telegram.Chat(ChatKind.Supergroup, "Harbour", anna);
        anna.AddsBot(group);
        ben.Joins(group, MemberStatus.Administrator);
        var clock = new FakeTimeProvider();
        using var bot = new TelegramBot(Options.Create(new TelegramOptions { Token = telegram.Token, Server = telegram.Address }), clock);
        var rights = new ChatRights(bot, clock);

        var before = await rights.OfAsync(group.Id, ben.Account.Id, Ct);
        ben.Joins(group);
        clock.Advance(TimeSpan.FromSeconds(59));
        var within = await rights.OfAsync(group.Id, ben.Account.Id, Ct);
        clock.Advance(TimeSpan.FromSeconds(2));
        var after = await rights.OfAsync(group.Id, ben.Account.Id, Ct);
        ben.Leaves(group);
        rights.Forget(group.Id, ben.Account.Id);
        var gone = await rights.OfAsync(group.Id, ben.Account.Id, Ct);

        Assert.Equal([Access.CommunityAdmin, Access.CommunityAdmin, Access.Everyone, null], [before, within, after, gone]);
        Assert.Equal(3, telegram.Calls.All.Count(call => call.Method == "getChatMember"));
        Assert.Equal(Access.CommunityAdmin, await rights.OfAsync(ben.Account.Id, ben.Account.Id, Ct));
    }
}
