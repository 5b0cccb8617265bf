using Bot.Digest.Chat;
using Bot.Digest.Deliveries;
using Bot.Digest.Ports;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Digest.Tests.Deliveries;

public sealed class DeliveryEndsTests
{
    private static readonly ChatAddress Channel = new("telegram", "-1", "-1");

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_lost_answer_is_tried_again_only_while_its_key_is_sure_to_make_no_second_message()
    {
        var unkeyed = Ends(keyLife: null);
        var keyed = Ends(TimeSpan.FromMinutes(2));
        var delivery = Delivery();

        Assert.Equal(new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost), unkeyed.Of(delivery, new PostUnclear()));
        Assert.IsType<DeliveryEnd.Again>(keyed.Of(delivery, new PostUnclear()));
        _clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(5));
        Assert.Equal(new DeliveryEnd.Uncertain(DeliveryReason.AnswerLost), keyed.Of(delivery, new PostUnclear()));
    }

    [Theory]
    [InlineData(Refusal.Gone, DeliveryReason.Gone, true)]
    [InlineData(Refusal.Forbidden, DeliveryReason.Forbidden, true)]
    [InlineData(Refusal.TopicClosed, DeliveryReason.TopicClosed, true)]
    [InlineData(Refusal.ContentRefused, DeliveryReason.ContentRefused, false)]
    public void A_refusal_for_good_ends_the_message_and_holds_the_channel_unless_it_is_about_the_message_alone(
        Refusal why, DeliveryReason reason, bool holds) =>
        Assert.Equal(new DeliveryEnd.Undeliverable(reason, holds), Ends(null).Of(Delivery(), new PostRefused(why)));

    [Fact]
    public void A_moved_channel_is_followed_and_an_unknown_bot_keeps_its_messages()
    {
        var ends = Ends(null);
        var elsewhere = Channel with { Community = "-2", Channel = "-2" };

        Assert.Equal(new DeliveryEnd.MovedTo(elsewhere), ends.Of(Delivery(), new PostRefused(Refusal.Moved, elsewhere)));
        Assert.IsType<DeliveryEnd.Again>(ends.Of(Delivery(), new PostRefused(Refusal.BotRefused)));
        Assert.True(DeliveryEnds.WaitAfter(new PostRefused(Refusal.BotRefused)) is { IsForAll: true });
    }

    [Fact]
    public void A_wait_of_twelve_hours_is_kept_and_one_of_days_gives_the_message_up()
    {
        var ends = Ends(null);

        Assert.Equal(
            new DeliveryEnd.Again(_clock.GetUtcNow().AddSeconds(43_837), MayBeThere: false),
            ends.Of(Delivery(), new PostLater(TimeSpan.FromSeconds(43_837), IsForAll: false)));
        Assert.Equal(
            new DeliveryEnd.Undeliverable(DeliveryReason.PutOff, HoldsChannel: false),
            ends.Of(Delivery(), new PostLater(TimeSpan.FromDays(2), IsForAll: false)));
    }

    private DeliveryEnds Ends(TimeSpan? keyLife) => new(new PostingTerms { MessagesASecond = 1, MostOnTheirWay = 1, KeyLife = keyLife }, _clock);

    private OutgoingDelivery Delivery() => new(new DeliveryId(1), new ChannelId(1), new Post(Channel, "text", "1", IsSilent: false), 1, _clock.GetUtcNow());
}
