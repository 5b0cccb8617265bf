using Bot.Digest.Chat;
using Bot.Host.Platforms.Telegram;
using Bot.Host.Tests.Platforms.Terminal;
using CsCheck;

namespace Bot.Host.Tests.Platforms.Telegram;

/// <summary>What must hold of every reply in Telegram's form.</summary>
internal static class RenderedReply
{
    public static void Check(Reply reply)
    {
        var read = TelegramRenderer.Render(reply).Select(message => TelegramHtml.Read(message.Html)).ToList();

        Assert.NotEmpty(read);
        Assert.All(read, message =>
        {
            Assert.InRange(message.Text.Length, 1, 4096);
            Assert.InRange(message.Entities, 0, 100);
            Assert.False(string.IsNullOrWhiteSpace(message.Text));
            Assert.DoesNotContain('\ufffd', HalvesOf(message.Text));
        });
        Assert.Equal(TelegramHtml.Letters(WordsOf(reply)), TelegramHtml.Letters(string.Concat(read.Select(message => message.Text))));
    }

    /// <summary>The replacement character for every half of a pair that stands alone.</summary>
    private static string HalvesOf(string text) =>
        string.Concat(text.Where((half, at) => char.IsSurrogate(half)
            && !(char.IsHighSurrogate(half) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1])))
            .Select(_ => '\ufffd'));

    /// <summary>The words of a reply in the order in which they are read, without what is no letter to anybody.</summary>
    private static string WordsOf(Reply reply) => string.Concat(reply.Blocks.SelectMany(block => block.Lines));
}

/// <summary>Replies of every shape, many of them longer than one message.</summary>
internal static class LongReplies
{
    public static readonly Gen<Reply> Any = Gen.Select(
        Replies.Any.Array[1, 4], Gen.Int[1, 60], (replies, times) => new Reply
        {
            Blocks = [.. replies.SelectMany(reply => reply.Blocks).Select(block => block is Paragraph paragraph ? Longer(paragraph, times) : block)],
            Buttons = replies[0].Buttons,
        });

    private static Paragraph Longer(Paragraph paragraph, int times) =>
        new(RichText.Create([.. Enumerable.Repeat(paragraph.Text, times).SelectMany(text => text)]));
}
