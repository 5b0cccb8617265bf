using Bot.Host.Platforms.Telegram;

namespace Bot.Host.Tests.Platforms.Telegram;

public sealed class UpdateWindowTests
{
    [Fact]
    public void An_update_is_taken_once_however_often_it_is_handed_out()
    {
        var window = new UpdateWindow(offset: null);

        Assert.True(window.TryTake(7));
        Assert.False(window.TryTake(7));
        window.Finish(7);
        Assert.Equal(8, window.Offset);
    }

    [Fact]
    public void What_is_not_done_is_not_confirmed_though_later_ones_are_done()
    {
        var window = new UpdateWindow(offset: 5);
        Assert.True(window.TryTake(5));
        Assert.True(window.TryTake(6));

        window.Finish(6);

        Assert.Equal(5, window.Offset);
        Assert.False(window.IsIdle);
        Assert.False(window.TryTake(6));
        window.Finish(5);
        Assert.Equal(7, window.Offset);
        Assert.True(window.IsIdle);
    }

    [Fact]
    public void What_is_done_while_the_server_hands_it_out_again_is_not_taken_again()
    {
        var window = new UpdateWindow(offset: null);
        Assert.True(window.TryTake(5));
        Assert.True(window.TryTake(6));

        window.Finish(5);
        window.Finish(6);

        Assert.False(window.TryTake(5));
        Assert.False(window.TryTake(6));
        Assert.True(window.TryTake(7));
    }

    [Fact]
    public void After_a_week_of_silence_lower_numbers_are_new()
    {
        var window = new UpdateWindow(offset: 900);

        window.ForgetNumbers();

        Assert.Null(window.Offset);
        Assert.True(window.TryTake(3));
        window.Finish(3);
        Assert.Equal(4, window.Offset);
    }
}
