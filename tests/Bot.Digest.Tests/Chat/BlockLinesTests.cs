using Bot.Digest.Chat;

namespace Bot.Digest.Tests.Chat;

public sealed class BlockLinesTests
{
    [Fact]
    public void Each_part_of_a_reply_gives_its_lines_in_the_order_in_which_they_are_read()
    {
        Block[] blocks = [new Heading("a", "b"), new Section("c"), new Paragraph("d"), new Quotation("e", "g", "f"), new Entry("h", "i", "j"), new Note("k"), new Heading("l"), new Quotation("m", "n"), new Entry(null, "o")];

        Assert.Equal("abcdefghijklmno", string.Concat(blocks.SelectMany(block => block.Lines)));
    }

    [Fact]
    public void No_kind_of_part_is_left_out() =>
        Assert.Equal(6, typeof(Block).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Block))));
}
