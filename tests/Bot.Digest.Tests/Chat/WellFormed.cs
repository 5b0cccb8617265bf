using Bot.Digest.Chat;

namespace Bot.Digest.Tests.Chat;

/// <summary>What every renderer may rely on.</summary>
internal static class WellFormed
{
    public static void Check(Reply reply)
    {
        Assert.NotEmpty(reply.Blocks);
        Assert.All(reply.Blocks.Skip(1), block => Assert.IsNotType<Heading>(block));
        foreach (var text in reply.Blocks.SelectMany(block => block.Lines))
        {
            Assert.NotEmpty(text);
            Assert.All(text, node => Assert.NotEqual(string.Empty, node.Text));
            Assert.False(string.IsNullOrWhiteSpace(text.ToString()));
            Assert.All(text.OfType<Link>(), link => Assert.Contains(link.Address.Scheme, (string[])["http", "https"]));
            Assert.All(text.OfType<CommandLink>(), link => Assert.StartsWith("/", link.Command, StringComparison.Ordinal));
        }

        foreach (var row in reply.Buttons)
        {
            Assert.NotEmpty(row);
            Assert.All(row, button => Assert.True(button.Label.Length > 0 && button.Command.StartsWith('/')));
        }
    }
}
