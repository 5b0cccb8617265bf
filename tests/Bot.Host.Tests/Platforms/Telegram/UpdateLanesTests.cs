using Bot.Host.Platforms.Telegram;
using Telegram.Bot.Types;

namespace Bot.Host.Tests.Platforms.Telegram;

public sealed class UpdateLanesTests
{
    [Fact]
    public void What_happens_to_a_chat_is_read_in_its_order_whoever_does_it()
    {
        var closed = Said(by: 1, new Message { ForumTopicClosed = new ForumTopicClosed() });
        var reopened = Said(by: 2, new Message { ForumTopicReopened = new ForumTopicReopened() });
        var thrownOut = new Update { MyChatMember = new ChatMemberUpdated { Chat = new Chat { Id = -7 } } };

        Assert.Single(new[] { closed, reopened, thrownOut }.Select(UpdateReading.LaneOf).Distinct());
    }

    [Fact]
    public void Nobody_waits_for_what_others_ask()
    {
        var (anna, ben) = (Said(by: 1, new Message { Text = "/about" }), Said(by: 2, new Message { Text = "/about" }));

        Assert.NotEqual(UpdateReading.LaneOf(anna), UpdateReading.LaneOf(ben));
    }

    private static Update Said(long by, Message message)
    {
        (message.Chat, message.From) = (new Chat { Id = -7 }, new User { Id = by });
        return new Update { Message = message };
    }
}
