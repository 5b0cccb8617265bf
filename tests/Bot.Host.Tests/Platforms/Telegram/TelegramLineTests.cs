using Bot.Host.Platforms.Telegram;

namespace Bot.Host.Tests.Platforms.Telegram;

public sealed class TelegramLineTests
{
    [Theory]
    [InlineData("/who varga", "/who varga", false)]
    [InlineData("/who@DigestBot varga", "/who varga", true)]
    [InlineData("/who@digestbot", "/who", true)]
    [InlineData("/source_add https://a.example/a_b", "/source add https://a.example/a_b", false)]
    [InlineData("/source_add@digestbot https://a.example", "/source add https://a.example", true)]
    [InlineData("/source add https://a.example", "/source add https://a.example", false)]
    [InlineData("/article_16", "/article 16", false)]
    [InlineData("/said\nthe bridge", "/said\nthe bridge", false)]
    public void A_command_is_read_as_people_and_clients_write_it(string typed, string line, bool isToUs) =>
        Assert.Equal(new TypedLine(line, isToUs), TelegramLine.Read(typed, "DigestBot"));

    [Theory]
    [InlineData("/who@OtherBot varga")]
    [InlineData("/who@ varga")]
    [InlineData("who varga")]
    [InlineData("")]
    public void What_is_for_others_is_not_read(string typed) => Assert.Null(TelegramLine.Read(typed, "DigestBot"));

    [Theory]
    [InlineData("/article 16", "/article_16")]
    [InlineData("/source list", "/source_list")]
    [InlineData("/help", "/help")]
    [InlineData("/who ilse-varga", null)]
    [InlineData("/search person:varga", null)]
    [InlineData("/who Ilse", null)]
    public void What_can_be_pressed_in_a_text_is_one_word_and_reads_back(string command, string? pressable)
    {
        Assert.Equal(pressable, TelegramLine.Pressable(command));
        Assert.Equal(pressable is null ? null : command, TelegramLine.Read(pressable ?? "", "DigestBot")?.Line);
    }
}
